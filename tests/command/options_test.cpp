// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <sstream>
#include <vector>

#include "tests/command/program.h"

namespace tandem {
namespace {

using testing::HasSubstr;

const char* const kCommands[] = {"new",     "list",   "check",      "run",
                                 "compare", "schema", "parameters", "metrics"};

// Whoever asks for help gets a purpose, the options and an example, on any usual terminal.
TEST_F(Command, HelpStandsEverywhereWithinAHundredColumns) {
  std::vector<std::string> lines{"--help"};
  for (const std::string name : kCommands) lines.push_back(name + " --help");
  for (const std::string& line : lines) {
    const Outcome help = tandem(line);
    EXPECT_EQ(help.code, 0) << line;
    EXPECT_EQ(help.err, "") << line;
    EXPECT_THAT(help.out, HasSubstr("Usage: tandem")) << line;
    EXPECT_THAT(help.out, HasSubstr("Example")) << line;
    std::istringstream rows(help.out);
    for (std::string row; std::getline(rows, row);) EXPECT_LE(row.size(), 100u) << row;
  }
}

// Scripts rely on these names.
TEST_F(Command, OptionsThatScriptsRelyOnAreThere) {
  for (const std::string command : {"run", "compare"}) {
    const std::string help = tandem(command + " --help").out;
    for (const char* option :
         {"--replications N", "--seed N", "--days N", "--threads N", "--out DIR", "--json",
          "--set KEY=VALUE", "--quiet", "--precision P"}) {
      EXPECT_THAT(help, HasSubstr(option)) << command;
    }
  }
}

TEST_F(Command, VersionNamesTheBuild) {
  const Outcome version = tandem("--version");
  EXPECT_EQ(version.code, 0);
  EXPECT_THAT(version.out,
              testing::ContainsRegex("^tandem [0-9.]+ \\(build [0-9a-f]{16}, .+\\)\n$"));
}

struct Mistake {
  const char* line;
  const char* says;
};

// A mistake in an option is bad input, exit code 2, in one clear line on standard error.
TEST_F(Command, MistakesInOptionsExitTwoAndSayWhat) {
  const Mistake mistakes[] = {
      {"rnu", "no command `rnu`; did you mean `run`?"},
      {"run x.yaml --replicatons 3", "no option `--replicatons`; did you mean `--replications`?"},
      {"run x.yaml --replications 0", "`0` is not a whole number from 1"},
      {"run x.yaml --replications ten", "`ten` is not a whole number"},
      {"run x.yaml --replications 1e3", "`1e3` is not a whole number"},
      {"run x.yaml --seed -1", "`-1` is not a whole number from 0"},
      {"run x.yaml --days 2.5", "`2.5` is not a whole number"},
      {"run x.yaml --threads 0", "`0` is not a whole number from 1"},
      {"run x.yaml --set key", "`key` is not KEY=VALUE"},
      {"run x.yaml --replications", "--replications"},
      {"run", "FILE is missing"},
      {"compare base.yaml", "VARIANT is missing"},
      {"--quiet run x.yaml", "--quiet stands after the command"},
      {"run x.yaml --hash --replications 2", "--replications 1"},
      {"metrics --json --markdown", "--json"},
      {"run x.yaml --jornal", "did you mean `--journal`"},
      {"run x.yaml --precision 0", "`0` is not a share above 0% and below 100%"},
      {"run x.yaml --precision 150%", "`150%` is not a share"},
      {"run x.yaml --precision two", "`two` is not a share"},
      {"run x.yaml --precision nan", "`nan` is not a share"},
      {"run x.yaml --metric profit", "--metric says what --precision is about"},
      {"run x.yaml --precision 2% --metric profits", "did you mean `profit`?"},
      {"run x.yaml --precision 2% --hash", "leave out --json, --out, --precision"},
      {"run x.yaml --until-clear", "no option `--until-clear`"},
      {"compare x.yaml y.yaml --metric profit", "give one of them too"},
      {"compare x.yaml y.yaml --best tenure", "more of `tenure` is neither better nor worse"},
      {"compare x.yaml y.yaml --best margn", "did you mean `margin`?"},
      {"compare x.yaml y.yaml --report a.html", "no option `--report`"},
      {"new acme --map deal.value=Amount", "--from-csv"},
      {"parameters nothing_like_this", "no parameter holds"},
  };
  for (const Mistake& mistake : mistakes) {
    const Outcome outcome = tandem(mistake.line);
    EXPECT_EQ(outcome.code, 2) << mistake.line;
    EXPECT_EQ(outcome.out, "") << mistake.line;
    EXPECT_THAT(outcome.err, HasSubstr(mistake.says)) << mistake.line;
  }
  EXPECT_EQ(tandem("").code, 2);
}

// What cannot be read is bad input too, whatever the reason.
TEST_F(Command, FilesThatCannotBeReadExitTwo) {
  write("wrong.yaml", "tandem: 1\nteems: []\n");
  fs::create_directory(folder_ / "folder.yaml");
  for (const std::string file : {"missing.yaml", "folder.yaml", "wrong.yaml"}) {
    for (const std::string& command :
         std::vector<std::string>{"check ", "run ", "compare '" + kQuickstart + "' "}) {
      const Outcome outcome = tandem(command + file);
      EXPECT_EQ(outcome.code, 2) << command << file;
      EXPECT_EQ(outcome.out, "") << command << file;
      EXPECT_THAT(outcome.err, HasSubstr(file)) << command << file;
    }
  }
}

}  // namespace
}  // namespace tandem
