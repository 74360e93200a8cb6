// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::crm {

/// Row-numbered remarks, grouped: the first three rows of a kind are told, the rest counted.
class Warnings {
 public:
  /// "FILE row N: detail"; remarks of the same file and kind are one group. `kind` is a plural:
  /// "blank accounts".
  void add(const std::string& file, int row, const std::string& kind, const std::string& detail);
  /// A remark on no row.
  void add(const std::string& text);
  [[nodiscard]] std::vector<std::string> lines() const;

 private:
  struct Group {
    std::string file, kind;
    std::vector<std::string> first;
    std::int64_t count = 0;
  };
  std::vector<Group> groups_;
  std::map<std::string, std::size_t, std::less<>> index_;
};

/// Names that mean one thing, joined by name_key: the n-th thing and all its spellings.
class NameTable {
 public:
  struct Spelling {
    std::string text;
    std::string file;
    int row = 0;  ///< where it came first
    std::int64_t count = 0;
    bool listed = false;  ///< stands in the file about such things, whose spelling is the right one
  };
  /// Counts a spelling; the index of the thing it names, -1 if blank.
  int add(std::string_view name, const std::string& file, int row, bool listed);
  [[nodiscard]] std::size_t size() const { return spellings_.size(); }
  [[nodiscard]] const std::vector<Spelling>& spellings(std::size_t i) const {
    return spellings_[i];
  }
  /// The listed spelling, else the commonest, else the first.
  [[nodiscard]] const std::string& name(std::size_t i) const;
  [[nodiscard]] bool listed(std::size_t i) const;
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  struct Place {
    int thing = 0;
    std::size_t spelling = 0;
  };
  std::map<std::string, int, std::less<>> keys_;
  std::map<std::string, Place, std::less<>> known_;  ///< every spelling seen
  std::vector<std::vector<Spelling>> spellings_;
};

}  // namespace tandem::crm
