// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "viewer/ui.h"

// What the parts of the policies panel share (policies.cpp, policies_changes.cpp).
namespace tandem::viewer {

/// For whom a change counts.
struct Reach {
  enum Kind { all, team, territory, role, newcomers, tercile } kind = all;
  std::string name;  ///< of team, territory or role; "1", "2", "3" of a tercile
  int seat = -1;     ///< one of them, whose values are shown; -1: the firm's
  [[nodiscard]] std::string title(const Ui& ui) const;
  /// As in a file; empty for all.
  [[nodiscard]] std::string scope() const;
  /// May a parameter of this scope ("firm", "territory", "team") differ for them?
  [[nodiscard]] bool allows(std::string_view scope) const;
};
[[nodiscard]] std::vector<Reach> reaches(const Scenario& scenario);

using Values = std::map<std::string, std::string, std::less<>>;

struct PoliciesState {
  // Of which run, version, day and seat the values are
  int run = -1, day = -1, seat = -2;
  std::uint64_t version = 0;
  Values now, file;  ///< in force; in force in the file as it was opened
  std::vector<Reach> reaches;
  std::size_t reach = 0;
  std::string until;  ///< empty: for good
  bool offer = false;
  std::array<char, 64> search{};
  bool only_changed = false;
  // An event
  std::size_t event = 0, where = 0;
  std::string severity = "30%", lasting = "1q", note;
  std::string save_as;
};

/// The line that a change of `key` is asked for with: `set ...`, or `change {...}` where it is for
/// some only, for a while or offered.
[[nodiscard]] std::string change_line(const Reach& reach, int day, const std::string& until,
                                      bool offer, const std::string& key, const std::string& value);

/// Does an edit say something about `key`?
[[nodiscard]] bool concerns(const Edit& edit, std::string_view key);

void changes_of_branch(Ui& ui, PoliciesState& state);
void event_form(Ui& ui, PoliciesState& state);
void save_form(Ui& ui, PoliciesState& state);

}  // namespace tandem::viewer
