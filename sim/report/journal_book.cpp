// SPDX-License-Identifier: Apache-2.0
#include "sim/report/journal_book.h"

#include <algorithm>
#include <cmath>

#include "sim/model/pay_plan.h"

namespace tandem {

void JournalBook::start(const Model& model) {
  *this = {};
  seats_.resize(static_cast<std::size_t>(model.seats));
  account_.assign(static_cast<std::size_t>(model.accounts), kNone);
  request_ = account_;
  circle_of_ = model.seat_circle;
  circle_left_.assign(model.circles.size(), kNone);
}

void JournalBook::take(const Model& model, const State& state) {
  const auto before = static_cast<std::uint32_t>(terms_.size());
  terms_.insert(terms_.end(), state.notes.terms.begin(), state.notes.terms.end());
  for (const Note& note : state.notes.all) {
    link(model, note, std::span(state.notes.terms).subspan(note.first_term, note.terms));
    causes_end_.push_back(static_cast<std::uint32_t>(causes_.size()));
    notes_.push_back(note);
    notes_.back().first_term += before;
    notes_.back().part = std::max(note.part, part_of(note));
    remember(note, static_cast<Place>(notes_.size() - 1));
  }
}

// Somebody who joins chooses and may choose again on the same day.
int JournalBook::part_of(const Note& note) const {
  const auto again = [&](Place last) {
    return last != kNone && notes_[last].day == note.day ? 2 : 0;
  };
  if (note.kind == NoteKind::choice) return again(seats_[note.seat].choice);
  if (note.kind == NoteKind::hazard) return again(seats_[note.seat].hazard);
  return 0;
}

void JournalBook::because(Place place) {
  const auto first = causes_end_.empty() ? 0 : causes_end_.back();
  if (place == kNone) return;
  if (std::find(causes_.begin() + first, causes_.end(), place) == causes_.end())
    causes_.push_back(place);
}

// What stands behind the terms of a decision, the weightiest first.
void JournalBook::because_of(std::span<const Term> terms, std::vector<Candidate> candidates) {
  const auto weight = [&](const Candidate& candidate) {
    for (const Term& term : terms)
      if (term.name == candidate.term) return std::fabs(term.value);
    return 0.0;
  };
  std::ranges::stable_sort(candidates, std::greater<>(), weight);
  for (const Candidate& candidate : candidates)
    if (weight(candidate) > 0) because(candidate.place);
}

// The scheduled event that goes on where the note's account or seat is, the last one if several.
JournalBook::Place JournalBook::event_for(const Model& model, const Note& note) const {
  const int territory = note.account >= 0 ? model.account[note.account].territory
                        : note.seat >= 0  ? model.seat_territory[note.seat]
                                          : -1;
  for (auto place = events_.rbegin(); place != events_.rend(); ++place) {
    const EventSpec& event = model.spec.events[notes_[*place].number];
    if (event.lasting > 0 && note.day >= event.at + event.lasting) continue;
    const bool here = event.where.empty() ||
                      (territory >= 0 && event.where == model.spec.territories[territory].name) ||
                      (note.seat >= 0 && event.where == model.seat_name[note.seat]);
    if (here) return *place;
  }
  return kNone;
}

// What a note follows from. Roots (changes, events, shifts) follow from nothing.
// NOLINTNEXTLINE(readability-function-size): a case a kind
void JournalBook::link(const Model& model, const Note& note, std::span<const Term> terms) {
  OfSeat none;
  const OfSeat& seat = note.seat >= 0 ? seats_[note.seat] : none;
  const Place account = note.account >= 0 ? account_[note.account] : kNone;
  const auto deal = deal_.find(note.deal);
  const Place last = deal == deal_.end() ? kNone : deal->second;
  const auto news = item_.find(note.item);
  const Place item = news == item_.end() ? kNone : news->second;
  switch (note.kind) {
    case NoteKind::change:
    case NoteKind::change_ends:
    case NoteKind::event:
    case NoteKind::shift:
      break;
    case NoteKind::opportunity:
      because(last);  // it is a lead of marketing's
      because(account);
      because(event_for(model, note));
      break;
    case NoteKind::passed:
    case NoteKind::won:
    case NoteKind::lost:
      because(last);
      because(item);
      because(seat.choice);
      because(account);
      because(event_for(model, note));
      break;
    case NoteKind::idle:
      because(last);
      because(seat.choice);
      break;
    case NoteKind::handed_over:
      because(last);
      because(seats_[note.number].left);
      break;
    case NoteKind::asked:
    case NoteKind::sought:
      because(last);
      because(seat.choice);
      break;
    case NoteKind::input_sought:
    case NoteKind::input_back:
    case NoteKind::input_ready:
    case NoteKind::input_late:
      because(last);
      because(change_);
      break;
    case NoteKind::lead:
      because(change_);
      break;
    case NoteKind::helped:
    case NoteKind::joined_deal:
    case NoteKind::referred:
      because(last);
      break;
    case NoteKind::requested:
    case NoteKind::customer_lost:
      because(account);
      break;
    case NoteKind::answered:
      because(request_[note.account]);
      because(seat.choice);
      break;
    case NoteKind::encounters:
      because(seat.choice);
      because(event_for(model, note));
      break;
    case NoteKind::choice:
      because(seat.win);
      because(seat.paid);
      because(seat.judged);
      because(seat.came);
      because(change_);
      break;
    case NoteKind::paid:
      if (note.number == PayElement::salary) {
        because(seat.came);
      } else {
        for (const Place win : note.day == seat.pay_day ? seat.paid_wins : seat.wins) because(win);
        because(change_);
      }
      break;
    case NoteKind::morale:
      because_of(terms, {{"pay", seat.paid},
                         {"success", seat.win},
                         {"load", seat.choice},
                         {"open disputes", seat.dispute},
                         {"fairness", seat.appraised},
                         {"recognition", seat.award}});
      because(seat.judged);
      break;
    case NoteKind::hazard:
      because_of(terms, {{"morale", seat.morale},
                         {"pay", seat.paid},
                         {"tenure", seat.came},
                         {"fatigue", seat.choice},
                         {"exits of mates", circle_left_[circle_of_[note.seat]]}});
      because(change_);
      break;
    case NoteKind::judged:
      for (const Place win : seat.period_wins) because(win);
      break;
    case NoteKind::appraised:
    case NoteKind::award:
    case NoteKind::promoted:
      because(seat.win);
      break;
    case NoteKind::dispute:
      because(change_);
      break;
    case NoteKind::settled:
      because(seat.dispute);
      break;
    case NoteKind::deal_taken:
      because(last);
      because(seat.hazard);
      break;
    case NoteKind::customer_followed:
      because(account);
      because(seat.hazard);
      break;
    case NoteKind::quit:
      because(seat.hazard);
      because(event_for(model, note));
      break;
    case NoteKind::dismissed:
      because(seat.judged);
      break;
    case NoteKind::joined:
      because(seat.left);
      break;
    case NoteKind::news:
      break;
    case NoteKind::told:
    case NoteKind::heard:
      because(item);
      break;
    case NoteKind::grouped:
    case NoteKind::included:
    case NoteKind::offered:
      because(change_);
      break;
  }
}

void JournalBook::remember(const Note& note, Place place) {
  if (note.deal != 0) deal_[note.deal] = place;
  if (note.kind == NoteKind::news || note.kind == NoteKind::told || note.kind == NoteKind::heard)
    item_[note.item] = place;
  if (note.seat >= 0) {
    OfSeat& seat = seats_[note.seat];
    switch (note.kind) {
      case NoteKind::choice:
        seat.choice = place;
        break;
      case NoteKind::paid:
        if (note.number != PayElement::salary || seat.paid == kNone) seat.paid = place;
        if (note.number != PayElement::salary && seat.pay_day != note.day) {
          seat.pay_day = note.day;
          seat.paid_wins = std::move(seat.wins);
          seat.wins.clear();
        }
        break;
      case NoteKind::appraised:
        seat.appraised = place;
        break;
      case NoteKind::award:
      case NoteKind::promoted:
        seat.award = place;
        break;
      case NoteKind::dispute:
        seat.dispute = seats_[note.number].dispute = place;
        break;
      case NoteKind::morale:
        seat.morale = place;
        break;
      case NoteKind::hazard:
        seat.hazard = place;
        break;
      case NoteKind::judged:
        seat.judged = place;
        seat.period_wins.clear();
        break;
      case NoteKind::encounters:
        if (note.sales == 0) break;
        [[fallthrough]];
      case NoteKind::won:
        seat.win = place;
        seat.wins.push_back(place);
        seat.period_wins.push_back(place);
        break;
      case NoteKind::joined:
        seat = {};
        seat.came = place;
        break;
      case NoteKind::quit:
      case NoteKind::dismissed:
        seat = {};
        seat.left = circle_left_[circle_of_[note.seat]] = place;
        break;
      default:
        break;
    }
  }
  if (note.account >= 0 &&
      (note.kind == NoteKind::won || note.kind == NoteKind::requested ||
       note.kind == NoteKind::answered || note.kind == NoteKind::customer_lost ||
       note.kind == NoteKind::customer_followed))
    account_[note.account] = place;
  if (note.kind == NoteKind::requested) request_[note.account] = place;
  if (note.kind == NoteKind::change || note.kind == NoteKind::change_ends) change_ = place;
  if (note.kind == NoteKind::event) events_.push_back(place);
  if (note.kind == NoteKind::won || note.kind == NoteKind::lost || note.kind == NoteKind::idle ||
      note.kind == NoteKind::deal_taken)
    deal_.erase(note.deal);
}

}  // namespace tandem
