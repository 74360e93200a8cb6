// SPDX-License-Identifier: Apache-2.0
// The rules of the house, kept by reading the sources; and for each rule a planted breach, so that
// a rule that sees nothing is noticed.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>

#include "tests/structure/checks.h"
#include "tests/structure/layers.h"

namespace structure {
namespace {

namespace fs = std::filesystem;

bool is_text(const fs::path& file) {
  static const std::vector<std::string> kinds = {".h",    ".cpp", ".txt", ".cmake", ".json", ".md",
                                                 ".yaml", ".sh",  ".py",  ".csv",   ".ipynb"};
  const std::string kind = file.extension().string();
  return std::ranges::find(kinds, kind) != kinds.end() || file.filename() == "run";
}

std::vector<Source> repository() {
  const fs::path root = TANDEM_SOURCE_DIR;
  std::vector<Source> sources;
  const auto add = [&](const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    sources.push_back({fs::relative(file, root).generic_string(),
                       {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}});
  };
  for (const auto& entry : fs::directory_iterator(root))
    if (entry.is_regular_file() && is_text(entry.path())) add(entry.path());
  for (const char* folder : {"include", "sim", "tests", "bench", "cmake", "docs", "scenarios",
                             "viewer", "notebooks", ".ci"}) {
    if (!fs::exists(root / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder))
      if (entry.is_regular_file() && is_text(entry.path()) &&
          entry.path().parent_path().filename() != "corpus")
        add(entry.path());
  }
  std::ranges::sort(sources, {}, &Source::path);
  return sources;
}

std::string list(const Findings& findings) {
  std::string text;
  for (const Finding& f : findings)
    text += f.path + ":" + std::to_string(f.line) + ": " + f.what + "\n";
  return text;
}

TEST(Structure, TheRepositoryKeepsItsRules) {
  const auto sources = repository();
  ASSERT_GT(sources.size(), 50u);  // it did read something
  const Findings findings = check_all(sources);
  EXPECT_TRUE(findings.empty()) << list(findings);
}

// One way only: following the table's arrows never leads back.
TEST(Structure, TheTableOfFoldersHasNoCycle) {
  std::map<std::string_view, Names> arrows;
  for (const Layer& layer : kLayers) arrows[layer.folder] = layer.folders;
  std::function<void(std::string_view, Names)> walk = [&](std::string_view folder, Names path) {
    ASSERT_EQ(std::ranges::find(path, folder), path.end()) << folder << " can reach itself";
    path.push_back(folder);
    for (const std::string_view next : arrows.at(folder)) walk(next, path);
  };
  for (const Layer& layer : kLayers) walk(layer.folder, {});
}

using Check = Findings (*)(const Source&);

/// The line a check finds in `text` as file `path`; 0 = it finds nothing, -1 = more than one.
int found(Check check, const std::string& path, const std::string& text) {
  const Findings findings = check({path, text});
  return findings.empty() ? 0 : findings.size() > 1 ? -1 : findings.front().line;
}

TEST(Checks, IncludesFollowTheTable) {
  const auto line = [](const char* path, const char* text) {
    return found(check_includes, path, text);
  };
  EXPECT_EQ(line("sim/rules/a.cpp", "#include <cmath>\n#include \"sim/day/day.h\"\n"), 2);
  EXPECT_EQ(line("sim/base/a.h", "#include \"sim/model/model.h\"\n"), 1);
  EXPECT_EQ(line("sim/command/a.cpp", "#include \"sim/base/hash.h\"\n"), 1);
  EXPECT_EQ(line("sim/python/a.cpp", "#include \"sim/state/state.h\"\n"), 1);
  EXPECT_EQ(line("viewer/a.cpp", "#include \"sim/state/state.h\"\n"), 1);
  EXPECT_EQ(line("sim/day/a.cpp", "#include <yaml-cpp/yaml.h>\n"), 1);
  EXPECT_EQ(line("sim/rules/a.cpp", "#include <fstream>\n"), 1);
  EXPECT_EQ(line("sim/report/a.cpp", "#include \"sim/base/luck.h\"\n"), 1);
  EXPECT_EQ(line("sim/study/a.cpp", "#include \"sim/rules/sell.h\"\n"), 1);
  EXPECT_EQ(line("include/tandem/a.h", "#  include \"sim/base/ids.h\"\n"), 1);
  EXPECT_EQ(line("sim/day/a.cpp", "#include \"../rules/sell.h\"\n"), 1);
  EXPECT_EQ(line("sim/day/a.cpp", "#include \"sell.h\"\n"), 1);
  EXPECT_EQ(line("sim/surprise/a.cpp", "int x;\n"), 1);

  EXPECT_EQ(line("sim/rules/a.cpp", "#include \"sim/rules/b.h\"\n#include <cmath>\n"), 0);
  EXPECT_EQ(line("sim/day/a.cpp", "// #include <yaml-cpp/yaml.h>\n"), 0);
  EXPECT_EQ(line("sim/base/a.h", "#include <boost/random.hpp>  // \"sim/day/day.h\"\n"), 0);
  EXPECT_EQ(line("sim/scenario/a.cpp", "#include <yaml-cpp/yaml.h>\n"), 0);
  EXPECT_EQ(line("sim/command/a.cpp", "#include \"sim/command/b.h\"\n#include <CLI/CLI.hpp>\n"), 0);
  EXPECT_EQ(line("bench/a.cpp", "#include \"sim/day/day.h\"\n"), 0);
  EXPECT_EQ(line("tests/unit/a.cpp", "#include \"sim/day/day.h\"\n"), 0);
}

TEST(Checks, ChanceIsAddressedAndNobodyLooksAtAClock) {
  const auto line = [](const char* text, const char* path = "sim/rules/a.cpp") {
    return found(check_chance_and_clocks, path, text);
  };
  EXPECT_EQ(line("int a;\nstd::normal_distribution<double> d;"), 2);
  EXPECT_EQ(line("std::random_device r;"), 1);
  EXPECT_EQ(line("std::shuffle(a, b, c);"), 1);
  EXPECT_EQ(line("int x = rand();"), 1);
  EXPECT_EQ(line("auto t = std::chrono::steady_clock::now();"), 1);
  EXPECT_EQ(line("using clock = std::chrono::system_clock;"), 1);
  EXPECT_EQ(line("auto t = std::time(nullptr);"), 1);
  EXPECT_EQ(line("auto t = time(nullptr);"), 1);
  EXPECT_EQ(line("auto t = ::time(&x);"), 1);
  EXPECT_EQ(line("clock_gettime(CLOCK_REALTIME, &t);"), 1);
  EXPECT_EQ(line("std::shuffle(a, b, c);", "sim/study/a.cpp"), 1);

  EXPECT_EQ(line("boost::random::normal_distribution<double> d;"), 0);
  EXPECT_EQ(line("// std::shuffle(a, b, c)"), 0);
  EXPECT_EQ(line("f(\"std::shuffle\");"), 0);
  EXPECT_EQ(line("double time(const Deal& d); x = deal.time(3); y = lead_time(2);"), 0);
  EXPECT_EQ(line("std::chrono::steady_clock::now();", "sim/study/a.cpp"), 0);
  EXPECT_EQ(line("std::chrono::steady_clock::now();", "sim/command/a.cpp"), 0);
}

TEST(Checks, NoContainerWithoutOrderInTheEngine) {
  EXPECT_EQ(found(check_unordered, "sim/day/a.cpp", "\nstd::unordered_map<int, int> m;"), 2);
  EXPECT_EQ(found(check_unordered, "sim/report/a.cpp", "std::unordered_set<int> s;"), 1);
  EXPECT_EQ(found(check_unordered, "sim/day/a.cpp", "std::map<int, int> m;  // unordered_map"), 0);
  EXPECT_EQ(found(check_unordered, "sim/command/a.cpp", "std::unordered_map<int, int> m;"), 0);
}

TEST(Checks, TheLibraryDoesNotPrint) {
  const auto line = [](const char* text, const char* path = "sim/study/a.cpp") {
    return found(check_printing, path, text);
  };
  EXPECT_EQ(line("\n\nstd::cout << 1;"), 3);
  EXPECT_EQ(line("using std::cerr;"), 1);
  EXPECT_EQ(line("printf(\"a\");"), 1);
  EXPECT_EQ(line("std::fprintf(stderr, \"a\");"), 1);
  EXPECT_EQ(line("fmt::print(\"a\");"), 1);
  EXPECT_EQ(line("std::puts(text);", "include/tandem/a.h"), 1);
  EXPECT_EQ(line("std::snprintf(b, 3, \"a\"); file << fmt::format(\"printf(\");"), 0);
  EXPECT_EQ(line("fmt::print(\"a\");", "sim/command/a.cpp"), 0);
  EXPECT_EQ(line("// std::cout << 1;"), 0);
}

TEST(Checks, DecisionsUseTheirOwnMathematics) {
  const auto line = [](const char* text, const char* path = "sim/rules/a.cpp") {
    return found(check_math, path, text);
  };
  EXPECT_EQ(line("\nx = std::exp(y);"), 2);
  EXPECT_EQ(line("x = exp(y);"), 1);
  EXPECT_EQ(line("x = ::pow(y, 2);"), 1);
  EXPECT_EQ(line("x = std::tgamma(y);", "sim/plan/a.cpp"), 1);
  EXPECT_EQ(line("x = boost::math::gamma_p(a, y);", "sim/state/a.h"), 1);
  EXPECT_EQ(line("x = std::log(y);", "sim/base/math.cpp"), 1);
  EXPECT_EQ(line("x = std::log(y); // libm: \ny = std::log(x);\nz = std::log(x);"), 3);

  EXPECT_EQ(line("x = math::exp(y) + tandem::math::log(y);"), 0);
  EXPECT_EQ(line("x = std::sqrt(y) + std::floor(z) + record.log(y) + a.exp();"), 0);
  EXPECT_EQ(line("double exp(double x) { return 2 * exp(x); }", "sim/base/math.cpp"), 0);
  EXPECT_EQ(line("// libm: shown to people, feeds no decision\nx = std::exp(y);"), 0);
  EXPECT_EQ(line("x = std::exp(y);", "sim/report/a.cpp"), 0);
}

TEST(Checks, TheOnlyMacroIsCheck) {
  EXPECT_EQ(found(check_macros, "sim/base/a.h", "\n#define SQUARE(x) ((x) * (x))"), 2);
  EXPECT_EQ(found(check_macros, "include/tandem/a.h", "  # define A"), 1);
  EXPECT_EQ(found(check_macros, "sim/base/a.h", "#define CHECK(x) f(x)\n#pragma once"), 0);
  EXPECT_EQ(found(check_macros, "sim/base/a.h", "// #define A\nint define = 1;"), 0);
}

TEST(Checks, BuildFilesKeepArithmeticAsItIs) {
  const auto line = [](const char* text, const char* path = "sim/CMakeLists.txt") {
    return found(check_build_flags, path, text);
  };
  EXPECT_EQ(line("\nadd_compile_options(-march=native)"), 2);
  EXPECT_EQ(line("set(CMAKE_CXX_FLAGS \"-O3 -ffast-math\")", "cmake/a.cmake"), 1);
  EXPECT_EQ(line("\"CMAKE_CXX_FLAGS\": \"-Ofast\"", "CMakePresets.json"), 1);
  EXPECT_EQ(line("# No -march.\nadd_compile_options(-O3 -ffp-contract=off)"), 0);
}

TEST(Checks, EveryFileNamesItsLicenceAndLeavesNothingForLater) {
  const std::string spdx = "// SPDX-License-Identifier: Apache-2.0\n";
  EXPECT_EQ(found(check_licence, "sim/base/a.h", "#pragma once\n"), 1);
  EXPECT_EQ(found(check_licence, "dev.sh", "#!/bin/bash\n\n# SPDX-License-Identifier: Apache-2.0"),
            1);
  EXPECT_EQ(found(check_licence, "sim/base/a.h", spdx), 0);
  EXPECT_EQ(found(check_licence, "docs/a.md", "words"), 0);
  EXPECT_EQ(found(check_left_over, "docs/a.md", "\n" + std::string("TO") + "DO: more"), 2);
  EXPECT_EQ(found(check_left_over, "sim/base/a.h", "// " + std::string("FIX") + "ME"), 1);
  EXPECT_EQ(found(check_left_over, "sim/base/a.h", "// to do"), 0);
}

std::string repeated(int lines, const std::string& line = "int x;\n") {
  std::string text;
  for (int i = 0; i < lines; ++i) text += line;
  return text;
}

TEST(Checks, FilesAndTheDayStayReadable) {
  EXPECT_EQ(found(check_length, "sim/base/a.h", repeated(501)), 501);
  EXPECT_EQ(found(check_length, "sim/base/a.h", repeated(500)), 0);
  EXPECT_EQ(found(check_length, "tests/a.cpp", repeated(501)), 0);
  const auto day = [](int lines) {
    return "void run_day(int);\nvoid g() { run_day(1); }\nvoid run_day(int) {\n" +
           repeated(lines - 2, "  if (a) { b(); }  // {\n") + "}\n";
  };
  EXPECT_EQ(found(check_run_day, "sim/day/day.cpp", day(41)), 3);
  EXPECT_EQ(found(check_run_day, "sim/day/day.cpp", day(40)), 0);
  EXPECT_EQ(found(check_run_day, "sim/day/day.cpp", "int x;\n"), 1);
  EXPECT_EQ(found(check_run_day, "sim/day/other.cpp", day(50)), 0);
}

TEST(Checks, NotebooksHoldNoOutputs) {
  const auto cell = [](const std::string& count, const std::string& outputs) {
    return "{\"cells\": [{\"cell_type\": \"markdown\"}, {\"cell_type\": \"code\", "
           "\"execution_count\": " +
           count + ", \"outputs\": " + outputs + "}]}";
  };
  EXPECT_EQ(found(check_notebook, "notebooks/a.ipynb", cell("null", "[]")), 0);
  EXPECT_EQ(found(check_notebook, "notebooks/a.ipynb", cell("3", "[]")), 1);
  EXPECT_EQ(found(check_notebook, "notebooks/a.ipynb", cell("null", "[{\"name\": \"stdout\"}]")),
            1);
  EXPECT_EQ(found(check_notebook, "notebooks/a.ipynb", "{\"cells\": ["), 1);
  EXPECT_EQ(found(check_notebook, "docs/a.md", "{}"), 0);
}

TEST(Checks, ThePublicInterfaceStaysSmall) {
  std::vector<Source> sources(14, {"include/tandem/a.h", repeated(250)});
  EXPECT_TRUE(check_public_headers(sources).empty());
  sources.push_back({"include/tandem/b.h", repeated(251)});
  const Findings findings = check_public_headers(sources);
  ASSERT_EQ(findings.size(), 2u);  // one too many, and too long
  EXPECT_EQ(findings[1].line, 251);
}

TEST(Checks, CommentsAndLiteralsAreNoCode) {
  EXPECT_EQ(code_of("a /* b\nc */ d // e\n"), "a     \n     d     \n");
  EXPECT_EQ(code_of("f(\"a\\\"b\", 'c', 1'000, R\"x(y)\"z)x\") + g"),
            "f(      ,    , 1'000,            ) + g");
  EXPECT_EQ(code_of("#include \"a//b.h\"  // c"), "#include \"a//b.h\"      ");
}

}  // namespace
}  // namespace structure
