// SPDX-License-Identifier: Apache-2.0
#include "tests/structure/checks.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/structure/layers.h"

namespace structure {

namespace {

using Words = std::set<std::string, std::less<>>;

bool cpp(const Source& source) {
  return source.path.ends_with(".h") || source.path.ends_with(".cpp");
}

bool within(const std::string& path, std::string_view folder) {
  return path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/';
}

bool within_any(const std::string& path, const Names& folders) {
  return std::ranges::any_of(folders, [&](std::string_view f) { return within(path, f); });
}

bool in_library(const Source& source) {
  return cpp(source) && within_any(source.path, {"sim", "include"}) &&
         !within_any(source.path, {"sim/command", "sim/python"});
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string_view last_part(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool from_c_library(std::string_view name) {
  return name.starts_with("std::") || name.starts_with("::") || !has(name, ":");
}

/// What an include names, e.g. "tandem/world.h"; empty if the line is none.
std::string included(const std::string& line) {
  const auto hash = line.find_first_not_of(" \t");
  if (hash == std::string::npos || line[hash] != '#') return {};
  const auto word = line.find("include", hash);
  const auto open = line.find_first_of("\"<", hash);
  if (word == std::string::npos || open == std::string::npos || word > open) return {};
  const auto close = line.find_first_of("\">", open + 1);
  return line.substr(open + 1, close - open - 1);
}

/// The folder of the table a header belongs to; empty for a library's.
std::string folder_of_header(const std::string& header) {
  if (within(header, "tandem")) return "include";
  if (within(header, "viewer")) return "viewer";
  if (!within(header, "sim")) return {};
  return header.substr(0, header.find('/', 4));
}

bool contains(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// Why a file of `layer` may not include `header`; empty if it may.
std::string objection(const Layer& layer, const std::string& header) {
  if (contains(layer.barred, header)) return std::string(layer.folder) + " may not use " + header;
  if (header.starts_with(".")) return "name headers from the root: " + header;
  if (const std::string folder = folder_of_header(header); !folder.empty()) {
    if (folder == layer.folder || contains(layer.folders, folder)) return {};
    return std::string(layer.folder) + " may not include " + header;
  }
  const auto slash = header.find('/');
  const bool standard = slash == std::string::npos && !has(header, ".");
  const bool generated = header == "tandem_build.h";
  if (standard || generated || contains(layer.libraries, header.substr(0, slash))) return {};
  return std::string(layer.folder) + " may not include " + header;
}

Findings with_names(const Source& source, auto&& objection_to) {
  Findings findings;
  for (const Name& name : names_of(code_of(source.text)))
    if (const std::string what = objection_to(name); !what.empty())
      findings.push_back({source.path, name.line, what});
  return findings;
}

Findings with_lines(const Source& source, auto&& objection_to) {
  Findings findings;
  int number = 0;
  for (const std::string& line : lines_of(source.text)) {
    ++number;
    if (const std::string what = objection_to(line); !what.empty())
      findings.push_back({source.path, number, what});
  }
  return findings;
}

}  // namespace

Findings check_includes(const Source& source) {
  if (!cpp(source) || !within_any(source.path, {"sim", "include", "viewer"})) return {};
  const auto layer =
      std::ranges::find_if(kLayers, [&](const Layer& l) { return within(source.path, l.folder); });
  if (layer == kLayers.end())
    return {{source.path, 1, "folder stands in no row of the one-way table"}};
  return with_lines({source.path, code_of(source.text)}, [&](const std::string& line) {
    const std::string header = included(line);
    return header.empty() ? std::string() : objection(*layer, header);
  });
}

Findings check_chance_and_clocks(const Source& source) {
  if (!in_library(source)) return {};
  static const Words draws = {"std::random_device", "std::shuffle", "std::sample",
                              "std::random_shuffle", "std::default_random_engine"};
  static const Words clocks = {"system_clock", "steady_clock", "high_resolution_clock",
                               "utc_clock",    "file_clock",   "clock_gettime",
                               "gettimeofday", "localtime",    "gmtime"};
  static const Words c_draws = {"rand", "srand", "random", "drand48"};
  const bool may_time = within(source.path, "sim/study");
  return with_names(source, [&](const Name& name) -> std::string {
    const std::string_view last = last_part(name.text);
    const bool standard = name.text.starts_with("std::");
    if (draws.contains(name.text)) return name.text + ": use addressed chance (sim/base/luck.h)";
    if (standard && last.ends_with("_distribution")) return name.text + ": its output is not fixed";
    if (c_draws.contains(last) && name.called && !name.member && from_c_library(name.text))
      return name.text + ": use addressed chance (sim/base/luck.h)";
    if (may_time || name.member) return {};
    for (const std::string& clock : clocks)
      if (has("::" + name.text + "::", "::" + clock + "::")) return "clock: " + name.text;
    const bool asks = name.after.starts_with("(nullptr") || name.after.starts_with("(0)") ||
                      name.after.starts_with("(NULL") || name.after.starts_with("(&") ||
                      name.text != "time";
    if (last == "time" && name.called && asks && from_c_library(name.text)) return "clock: time()";
    return {};
  });
}

Findings check_unordered(const Source& source) {
  if (!cpp(source) ||
      !within_any(source.path, {"sim/base", "sim/model", "sim/state", "sim/plan", "sim/rules",
                                "sim/day", "sim/record", "sim/report"}))
    return {};
  return with_names(source, [](const Name& name) -> std::string {
    return last_part(name.text).starts_with("unordered_") ? name.text + " has no order" : "";
  });
}

Findings check_printing(const Source& source) {
  if (!in_library(source)) return {};
  static const Words printers = {"printf", "vprintf", "puts", "putchar", "perror"};
  static const Words streams = {"cout", "cerr", "clog", "wcout", "wcerr"};
  static const Words files = {"stdout", "stderr"};
  return with_names(source, [&](const Name& name) -> std::string {
    if (name.member) return {};
    const std::string_view last = last_part(name.text);
    const bool c = from_c_library(name.text);
    const bool prints = (c && name.called && printers.contains(last)) ||
                        (c && streams.contains(last)) || (c && files.contains(last)) ||
                        name.text == "fmt::print" || name.text == "fmt::println" ||
                        name.text.starts_with("std::print");
    return prints ? "the library never prints: " + name.text : "";
  });
}

Findings check_math(const Source& source) {
  if (!cpp(source) || !within_any(source.path, {"sim/base", "sim/model", "sim/state", "sim/plan",
                                                "sim/rules", "sim/day"}))
    return {};
  static const Words functions = {
      "exp",  "exp2",  "expm1", "log",   "log2",  "log10",  "log1p",  "pow",  "cbrt",  "hypot",
      "erf",  "erfc",  "sin",   "cos",   "tan",   "asin",   "acos",   "atan", "sinh",  "cosh",
      "tanh", "atan2", "asinh", "acosh", "atanh", "tgamma", "lgamma", "beta", "expint"};
  const auto lines = lines_of(source.text);
  const bool own = source.path.starts_with("sim/base/math");  // where the own functions are written
  const auto excused = [&](int line) {
    const auto says = [&](int n) {
      return n >= 1 && has(lines[static_cast<std::size_t>(n - 1)], "libm: ");
    };
    return says(line) || says(line - 1);
  };
  return with_names(source, [&](const Name& name) -> std::string {
    const bool boost = name.text.starts_with("boost::math::");
    const bool c = functions.contains(last_part(name.text)) && name.called && !name.member &&
                   from_c_library(name.text) && !(own && !has(name.text, ":"));
    if ((!c && !boost) || excused(name.line)) return {};
    return name.text + " depends on the CPU: use tandem::math, or say why not after \"libm: \"";
  });
}

Findings check_macros(const Source& source) {
  if (!cpp(source) || !within_any(source.path, {"sim", "include"})) return {};
  return with_lines(
      {source.path, code_of(source.text)}, [](const std::string& line) -> std::string {
        const auto define = line.find("define");
        const auto first = line.find_first_not_of(" \t");
        if (define == std::string::npos || line[first] != '#') return {};
        if (line.find_first_not_of(" \t", first + 1) != define) return {};
        const auto start = std::min(line.find_first_not_of(" \t", define + 6), line.size());
        const auto end = line.find_first_of(" \t(", start);
        const std::string name = line.substr(start, end - start);
        return name == "CHECK" ? "" : "macro " + name + ": the only one is CHECK";
      });
}

Findings check_build_flags(const Source& source) {
  if (!source.path.ends_with("CMakeLists.txt") && !source.path.ends_with(".cmake") &&
      !source.path.ends_with("CMakePresets.json"))
    return {};
  return with_lines(source, [](const std::string& line) -> std::string {
    const std::string code = line.substr(0, line.find('#'));
    for (const char* flag :
         {"-march", "-mcpu", "-mavx", "-mfma", "-msse4", "-ffast-math", "-Ofast", "-funsafe-math",
          "-fassociative-math", "-freciprocal-math", "-ffp-contract=fast", "-ffp-contract=on"})
      if (has(code, flag)) return std::string(flag) + " changes results";
    return {};
  });
}

Findings check_licence(const Source& source) {
  const bool code = cpp(source) || source.path.ends_with("CMakeLists.txt") ||
                    source.path.ends_with(".cmake") || source.path.ends_with(".sh") ||
                    source.path.ends_with(".py") || source.path == ".ci/run";
  const auto lines = lines_of(source.text);
  for (std::size_t i = 0; i < std::min<std::size_t>(2, lines.size()); ++i)
    if (has(lines[i], "SPDX-License-Identifier: Apache-2.0")) return {};
  return code ? Findings{{source.path, 1, "no SPDX-License-Identifier: Apache-2.0"}} : Findings{};
}

Findings check_left_over(const Source& source) {
  static const std::vector<std::string> words = {std::string("TO") + "DO",
                                                 std::string("FIX") + "ME"};
  return with_lines(source, [](const std::string& line) -> std::string {
    for (const std::string& word : words)
      if (has(line, word)) return word;
    return {};
  });
}

Findings check_length(const Source& source) {
  if (!cpp(source) || !within_any(source.path, {"sim", "include"})) return {};
  const auto lines = lines_of(source.text).size();
  if (lines <= 500) return {};
  return {{source.path, 501, std::to_string(lines) + " lines, 500 are the limit"}};
}

Findings check_notebook(const Source& source) {
  if (!source.path.ends_with(".ipynb")) return {};
  const auto notebook = nlohmann::json::parse(source.text, nullptr, false);
  if (!notebook.is_object() || !notebook.contains("cells"))
    return {{source.path, 1, "no notebook"}};
  for (const auto& cell : notebook["cells"]) {
    if (cell.value("cell_type", "") != "code") continue;
    if (!cell.value("outputs", nlohmann::json()).empty() ||
        !cell.value("execution_count", nlohmann::json()).is_null())
      return {{source.path, 1, "cell " + cell.value("id", "?") + " holds outputs: strip them"}};
  }
  return {};
}

Findings check_run_day(const Source& source) {
  if (source.path != "sim/day/day.cpp") return {};
  const std::string code = code_of(source.text);
  for (auto at = code.find("run_day("); at != std::string::npos;
       at = code.find("run_day(", at + 1)) {
    const auto open = code.find_first_of("{;", at);
    if (open == std::string::npos || code[open] == ';') continue;  // a declaration or a call
    int depth = 0;
    auto end = open;
    do {
      depth += code[end] == '{' ? 1 : code[end] == '}' ? -1 : 0;
    } while (depth > 0 && ++end < code.size());
    const auto first = std::count(code.begin(), code.begin() + static_cast<long>(at), '\n') + 1;
    const auto length = std::count(code.begin() + static_cast<long>(at),
                                   code.begin() + static_cast<long>(end), '\n') +
                        1;
    if (length <= 40) return {};
    return {{source.path, static_cast<int>(first),
             "run_day has " + std::to_string(length) + " lines, 40 are the limit"}};
  }
  return {{source.path, 1, "no run_day here"}};
}

Findings check_public_headers(const std::vector<Source>& sources) {
  Findings findings;
  int headers = 0;
  for (const Source& source : sources) {
    if (!within(source.path, "include")) continue;
    if (++headers == 15) findings.push_back({source.path, 1, "more than 14 public headers"});
    if (const auto lines = lines_of(source.text).size(); lines > 250)
      findings.push_back({source.path, 251, std::to_string(lines) + " lines, 250 are the limit"});
  }
  return findings;
}

Findings check_all(const std::vector<Source>& sources) {
  Findings all = check_public_headers(sources);
  for (const Source& source : sources)
    for (auto check : {check_includes, check_chance_and_clocks, check_unordered, check_printing,
                       check_math, check_macros, check_build_flags, check_licence, check_left_over,
                       check_length, check_notebook, check_run_day})
      for (Finding& finding : check(source)) all.push_back(std::move(finding));
  return all;
}

}  // namespace structure
