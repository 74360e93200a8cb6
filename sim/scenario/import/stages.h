// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

// What the words of a stage column say: won, lost, or open and how far.
namespace tandem::crm {

enum class Outcome { won, lost, open, left_out, blank, unknown };

struct StageWord {
  Outcome outcome = Outcome::unknown;
  int stage = 0;  ///< of an open opportunity: 0 qualify, 1 discover, 2 propose, 3 negotiate
};

/// The words CRM programs use, and over them what `--map` says.
class StageBook {
 public:
  /// Adds "Closed Won|Gewonnen" under won, lost, open, a stage's name or "leave out"; false = no
  /// such heading.
  bool add(std::string_view heading, std::string_view words);
  [[nodiscard]] StageWord read(std::string_view cell) const;

 private:
  std::map<std::string, StageWord, std::less<>> own_;
};

/// The same for many cells: each word is looked up once.
class StageMemo {
 public:
  explicit StageMemo(const StageBook& book) : book_(&book) {}
  [[nodiscard]] StageWord read(std::string_view cell);

 private:
  const StageBook* book_;
  std::map<std::string, StageWord, std::less<>> seen_;
};

}  // namespace tandem::crm
