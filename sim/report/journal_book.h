// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "sim/state/state.h"

namespace tandem {

/// All notes of a run, each with the earlier ones it follows from: those of the same deal, account
/// or person that changed what the rule reads.
class JournalBook {
 public:
  void start(const Model& model);
  /// Takes over the notes of the day just played, or of the start.
  void take(const Model& model, const State& state);

  [[nodiscard]] const std::vector<Note>& notes() const { return notes_; }
  [[nodiscard]] std::span<const Term> terms(std::size_t place) const {
    return std::span(terms_).subspan(notes_[place].first_term, notes_[place].terms);
  }
  [[nodiscard]] std::span<const std::uint32_t> causes(std::size_t place) const {
    const std::size_t first = place == 0 ? 0 : causes_end_[place - 1];
    return std::span(causes_).subspan(first, causes_end_[place] - first);
  }

 private:
  using Place = std::uint32_t;
  static constexpr Place kNone = 0xFFFFFFFFu;

  struct Candidate {
    std::string_view term;
    Place place;
  };
  void link(const Model& model, const Note& note, std::span<const Term> terms);
  void because_of(std::span<const Term> terms, std::vector<Candidate> candidates);
  void remember(const Note& note, Place place);
  [[nodiscard]] int part_of(const Note& note) const;
  void because(Place place);
  [[nodiscard]] Place event_for(const Model& model, const Note& note) const;

  std::vector<Note> notes_;
  std::vector<Term> terms_;
  std::vector<std::uint32_t> causes_, causes_end_;

  // The last note of a kind
  struct OfSeat {
    Place choice = kNone, paid = kNone, morale = kNone, hazard = kNone, came = kNone, left = kNone,
          judged = kNone, win = kNone, dispute = kNone, appraised = kNone, award = kNone;
    std::vector<Place> wins, period_wins, paid_wins;  ///< since the last pay, quota period; paid
    int pay_day = -1;
  };
  std::vector<OfSeat> seats_;
  std::vector<Place> account_, request_;
  std::map<std::uint64_t, Place> deal_;
  std::map<std::int32_t, Place> item_;  ///< of news, by number
  std::vector<Place> events_;
  Place change_ = kNone;
  std::vector<int> circle_of_;
  std::vector<Place> circle_left_;  ///< the last exit of each circle
};

}  // namespace tandem
