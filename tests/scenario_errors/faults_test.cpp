// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "sim/scenario/read_scenario.h"

// Every mistake has one wording, kept beside its input in *.cases:
//
//   === what is wrong (escaped)      `(escaped)`: \xNN and \t stand for bytes
//   the scenario text
//   --set KEY=VALUE                  any number of lines, may be missing
//   --- line:first-last: field: message | expectation | nearest name
//
// TANDEM_ACCEPT=1 writes what the program says now; read the difference before committing it.
namespace {

struct Case {
  std::string title, text;
  std::vector<std::string> options, expected;
};

const std::filesystem::path kFolder = TANDEM_SOURCE_DIR "/tests/scenario_errors";

std::vector<std::filesystem::path> case_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder))
    if (entry.path().extension() == ".cases") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Case> read_cases(const std::filesystem::path& file) {
  std::vector<Case> cases;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("=== "))
      cases.push_back({line.substr(4), {}, {}, {}});
    else if (cases.empty())
      continue;
    else if (line.starts_with("--set "))
      cases.back().options.push_back(line.substr(6));
    else if (line.starts_with("--- ") && line != "--- ")
      cases.back().expected.push_back(line.substr(4));
    else
      cases.back().text += line + '\n';
  }
  return cases;
}

/// \xNN, \t and \n as the bytes they stand for.
std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : ' ';
    if (next == 'x') {
      out += static_cast<char>(std::stoi(text.substr(i + 2, 2), nullptr, 16));
      i += 3;
    } else if (next == 't' || next == 'n') {
      out += next == 't' ? '\t' : '\n';
      ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string one_line(const tandem::Fault& fault) {
  std::ostringstream out;
  if (fault.file != "case.yaml") out << fault.file << ':';
  if (fault.line > 0)
    out << fault.line << ':' << fault.column << '-' << fault.column + fault.width - 1 << ": ";
  if (!fault.field.empty()) out << fault.field << ": ";
  out << fault.message << " | " << fault.expected;
  if (!fault.nearest.empty()) out << " | " << fault.nearest;
  return out.str();
}

std::vector<std::string> faults_of(const Case& c) {
  const bool escaped = c.title.ends_with("(escaped)");
  std::string text = c.text;
  if (escaped) text = unescaped(text.substr(0, text.find_last_not_of('\n') + 1));
  tandem::Overrides overrides;
  for (const std::string& option : c.options)
    overrides.set.push_back(escaped ? unescaped(option) : option);
  std::optional<tandem::Lesson> lesson;
  const auto read =
      tandem::read_scenario({"case.yaml", text, kFolder, {}}, overrides, nullptr, &lesson);
  std::vector<std::string> lines;
  if (!read.ok())
    for (const tandem::Fault& fault : read.faults()) {
      EXPECT_FALSE(fault.message.empty()) << c.title;
      EXPECT_FALSE(fault.expected.empty()) << c.title;
      lines.push_back(one_line(fault));
    }
  return lines;
}

void write_cases(const std::filesystem::path& file, const std::vector<Case>& cases) {
  std::ofstream out(file);
  for (const Case& c : cases) {
    out << "=== " << c.title << '\n' << c.text;
    for (const std::string& option : c.options) out << "--set " << option << '\n';
    for (const std::string& line : faults_of(c)) out << "--- " << line << '\n';
  }
}

// The wording is what a person reads; a change of it is a change to be looked at.
TEST(ScenarioErrors, EveryMistakeIsNamedAsInTheTable) {
  std::size_t count = 0;
  for (const auto& file : case_files()) {
    const std::vector<Case> cases = read_cases(file);
    count += cases.size();
    if (std::getenv("TANDEM_ACCEPT") != nullptr) write_cases(file, cases);
    for (const Case& c : read_cases(file)) {
      EXPECT_FALSE(c.expected.empty()) << c.title << ": no fault is expected";
      EXPECT_EQ(faults_of(c), c.expected) << file.filename() << ": " << c.title;
    }
  }
  EXPECT_GE(count, 100u);
}

// Whoever mends all faults of a list must not find another list behind it.
TEST(ScenarioErrors, AllMistakesComeAtOnce) {
  const Case c{"",
               "tandem: 1\nseed: x\nhorizon: y\nmarket: {deal_size: z}\nteams: [{name: A}]\n"
               "quota: {growth: w}\nchanges: [{at: -1}]\nevents: [{at: 1}]\n",
               {},
               {}};
  EXPECT_EQ(faults_of(c).size(), 8u);
}

}  // namespace
