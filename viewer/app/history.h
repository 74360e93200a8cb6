// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "tandem/journal.h"
#include "tandem/view.h"

namespace tandem::viewer {

/// Kinds of events that a time line marks, in the order of their rows.
enum class Mark {
  change,
  event,
  joined,
  quit,
  dismissed,
  dispute,
  settled,
  paid,
  customer_lost,
  won
};
inline constexpr std::size_t kMarks = 10;

/// A deal's time in one stage, as the journal tells it.
struct StageVisit {
  int stage = 0;        ///< of kStageNames
  int ended = 0;        ///< working day
  int days = 0;         ///< from entering it
  bool passed = false;  ///< on to the next, or won; else lost or dead of neglect
};

/// A run followed from its first day on: figures of every seat on every day, what the journal says.
/// Grows by days; what has been published does not change any more.
struct History {
  int run = 0;
  std::uint64_t version = 0;  ///< of the run
  int seats = 0;
  int days = 0;  ///< known: the beginnings of days 0 .. days
  bool finished = false;
  std::vector<float> figures;         ///< [day][seat][figure]
  std::vector<std::uint8_t> present;  ///< [day][seat]
  /// [day] hours a day by use, mean of the people who are there; of the whole firm.
  std::vector<std::array<float, kHourUses.size()>> hours;
  std::vector<std::vector<HelpView>> help;     ///< [day] of the day before
  std::array<std::vector<int>, kMarks> marks;  ///< [kind][day] how many
  std::vector<StageVisit> visits;              ///< when finished; by day
  std::optional<Journal> journal;              ///< when finished
  RunRecord record;                            ///< when finished, with weekly series

  [[nodiscard]] float figure(int day, int seat, std::size_t which) const {
    return figures[(static_cast<std::size_t>(day) * static_cast<std::size_t>(seats) +
                    static_cast<std::size_t>(seat)) *
                       seat_figures().size() +
                   which];
  }
  [[nodiscard]] bool here(int day, int seat) const {
    return present[static_cast<std::size_t>(day) * static_cast<std::size_t>(seats) +
                   static_cast<std::size_t>(seat)] != 0;
  }
  [[nodiscard]] std::size_t bytes() const;
};

/// The mark that a kind of journal entry sets; none for most.
[[nodiscard]] std::optional<Mark> mark_of(std::string_view kind);
[[nodiscard]] std::string_view kind_of(Mark mark);

/// Follows a world (which keeps a journal) one day further: takes in how it stands at the beginning
/// of its day.
void follow(History& history, const World& world);
/// Takes in journal and record of a world that has come to its end.
void finish(History& history, const World& world);

}  // namespace tandem::viewer
