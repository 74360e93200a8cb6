// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tandem/study.h"
#include "viewer/ui.h"

// The panel "compare" in parts: what differs in policy, where two runs part, by how much they differ
// and for whom.
namespace tandem::viewer {

/// A and one of the others, as far as they are known.
struct Pair {
  const Run *a = nullptr, *b = nullptr;
  const History *in_a = nullptr, *in_b = nullptr;  ///< null until followed to the end
  const Comparison* paired = nullptr;              ///< over other luck, of these runs as they are
  const Replications* replications = nullptr;      ///< of these runs, finished or not
};

/// One metric of a pair, by paired runs or on the one luck on screen.
struct MetricRow {
  std::size_t metric = 0;
  double a = 0, b = 0;
  double difference = 0, low = 0, high = 0;
  int pairs = 0;  ///< 0: of one luck
  int needed = 0;
  Verdict verdict = Verdict::unclear;
  bool identical = false;
};
/// Those that both have, in the order of metrics().
[[nodiscard]] std::vector<MetricRow> metric_rows(const Pair& pair);

/// One seat of a pair.
struct PersonRow {
  std::string name;
  int seat_a = -1, seat_b = -1;
  double base = 0, difference = 0, low = 0, high = 0;  ///< pay, money
  double quits = 0;                                    ///< difference of their number
  int pairs = 0;                                       ///< 0: of one luck
  Verdict verdict = Verdict::unclear;
};
/// Seats that both have, most gained first.
[[nodiscard]] std::vector<PersonRow> person_rows(const Pair& pair);

struct Compare {
  int other = -1;  ///< run held against A
  bool only_clear = false, clearest_first = false;
  std::size_t metric = 0;   ///< whose sentence is told
  std::size_t figure = 11;  ///< small lines of people: place in seat_figures(); 11 = pay
  // Made anew when what is known is another
  std::shared_ptr<const Known> known;
  std::pair<int, int> of{-1, -1};
  std::vector<MetricRow> metrics;
  std::vector<PersonRow> people;
  // Settings that differ, of these versions on this day
  std::pair<std::uint64_t, std::uint64_t> settings_of{};
  int settings_on = -1;
  struct Setting {
    std::string path, a, b;
  };
  std::vector<Setting> settings;
  std::vector<std::string> lines[2];  ///< of the whole scenario, that only A or only the other has
  std::vector<std::string> plans;     ///< files that may stand beside this scenario
  std::string plans_of;
};

void compare_alone(Ui& ui, Compare& state);  ///< with only one run shown
void compare_policies(Ui& ui, Compare& state, const Pair& pair);
void compare_first(Ui& ui, Compare& state, const Pair& pair);
void compare_table(Ui& ui, Compare& state, const Pair& pair);
void compare_people(Ui& ui, Compare& state, const Pair& pair);
/// More pairs: how many there are, how far they have come, a button for more.
void compare_pairs(Ui& ui, const Pair& pair);

/// Dot and whiskers about a line at zero, on a scale of its own.
void forest(const Ui& ui, double difference, double low, double high, ImU32 colour, float width);
/// "▲ better", "▼ lower", "cannot tell yet", "the same".
struct VerdictWord {
  std::string says;
  ImU32 colour;
};
[[nodiscard]] VerdictWord verdict_of(const Ui& ui, const MetricRow& row);
/// A difference of shares is told in points.
[[nodiscard]] std::string difference_of(const Ui& ui, double difference, std::string_view unit);
[[nodiscard]] std::string sentence_of(const Ui& ui, const Pair& pair, const MetricRow& row);

}  // namespace tandem::viewer
