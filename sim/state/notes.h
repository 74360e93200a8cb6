// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "sim/state/deals.h"

namespace tandem {

/// What a note tells: a decision with its terms, or an event.
enum class NoteKind : std::uint8_t {
  change,             ///< a change of policy comes into force
  change_ends,        ///< its old value returns
  event,              ///< a scheduled event begins
  shift,              ///< a topic shifts
  opportunity,        ///< a deal opens
  passed,             ///< a buyer says yes to a stage
  won,                ///< ... to the last one
  lost,               ///< ... no
  idle,               ///< a neglected deal dies
  handed_over,        ///< a deal goes to a colleague
  requested,          ///< a customer asks for service
  answered,           ///< and is answered
  customer_lost,      ///< a customer leaves
  encounters,         ///< a rep's day with callers or walk-ins
  asked,              ///< a rep puts a question to a colleague, or does not
  helped,             ///< the colleague answers, or does not
  sought,             ///< a rep wants a co-seller, or does not
  joined_deal,        ///< the colleague joins the deal, or does not
  referred,           ///< a rep passes an opportunity on, or does not
  choice,             ///< a rep chooses effort and hours
  paid,               ///< a line of pay
  morale,             ///< a week's morale
  hazard,             ///< a week's hazard of quitting
  judged,             ///< a quota period ends
  appraised,          ///< how somebody is scored, and how fair it feels
  award,              ///< the award of the team
  promoted,           ///< to the next level
  dispute,            ///< two people fall out
  settled,            ///< and make up
  deal_taken,         ///< an open deal goes with a leaver
  customer_followed,  ///< a customer does
  quit,
  dismissed,
  joined,
  news,          ///< an item of news arises
  told,          ///< somebody who holds one brings it up, or keeps it back
  heard,         ///< somebody takes one in
  grouped,       ///< a temporary team is made
  included,      ///< somebody is in a change for some people
  offered,       ///< somebody decides on a change that is offered
  input_sought,  ///< technical support promises a deal's input, or keeps it back
  input_back,    ///< one comes back as not what was needed
  input_ready,   ///< one is there
  input_late,    ///< a deal goes on without
  lead,          ///< a deal is a lead of marketing's
};

/// What names an event beside its kind and day.
enum class Subject : std::uint8_t { seat, deal, account, topic, change, event };

/// One row a kind.
struct NoteInfo {
  std::string_view id;      ///< first part of an event's id, e.g. "quit" of "quit:12:143"
  Subject subject;          ///< what the second part numbers, from 1
  std::string_view undone;  ///< what is so if it is undone; empty: it cannot be
  bool decision = false;    ///< somebody's own, or a state of mind; all else is an event
};
inline constexpr auto kNotes = std::to_array<NoteInfo>({
    {"change", Subject::change, "the change is never made"},
    {"change_ends", Subject::change, ""},
    {"event", Subject::event, "the event never happens"},
    {"shift", Subject::topic, "the topic stays as it is"},
    {"opportunity", Subject::deal, "the opportunity never comes"},
    {"passed", Subject::deal, "the buyer says no"},
    {"won", Subject::deal, "the buyer says no"},
    {"lost", Subject::deal, "the buyer says yes"},
    {"idle", Subject::deal, "the deal lives on"},
    {"handed_over", Subject::deal, ""},
    {"requested", Subject::account, "the customer does not ask"},
    {"answered", Subject::account, ""},
    {"customer_lost", Subject::account, "the customer stays"},
    {"encounters", Subject::seat, ""},
    {"asked", Subject::deal, "", true},
    {"helped", Subject::deal, "", true},
    {"sought", Subject::deal, "", true},
    {"joined_deal", Subject::deal, "", true},
    {"referred", Subject::deal, "", true},
    {"choice", Subject::seat, "", true},
    {"paid", Subject::seat, ""},
    {"morale", Subject::seat, "", true},
    {"hazard", Subject::seat, "", true},
    {"judged", Subject::seat, ""},
    {"appraised", Subject::seat, ""},
    {"award", Subject::seat, ""},
    {"promoted", Subject::seat, ""},
    {"dispute", Subject::seat, "they do not fall out"},
    {"settled", Subject::seat, ""},
    {"deal_taken", Subject::deal, ""},
    {"customer_followed", Subject::account, ""},
    {"quit", Subject::seat, "the person stays"},
    {"dismissed", Subject::seat, "the person stays"},
    {"joined", Subject::seat, ""},
    {"news", Subject::seat, "it never happens"},
    {"told", Subject::seat, "", true},
    {"heard", Subject::seat, ""},
    {"grouped", Subject::seat, "", true},
    {"included", Subject::seat, ""},
    {"offered", Subject::seat, "", true},
    {"input_sought", Subject::deal, "", true},
    {"input_back", Subject::deal, ""},
    {"input_ready", Subject::deal, ""},
    {"input_late", Subject::deal, ""},
    {"lead", Subject::deal, ""},
});
static_assert(kNotes.size() == static_cast<std::size_t>(NoteKind::lead) + 1, "a row a kind");
[[nodiscard]] inline const NoteInfo& info(NoteKind kind) {
  return kNotes[static_cast<std::size_t>(kind)];
}

/// One named term of a decision. Names are literals.
struct Term {
  const char* name;
  double value;
};

struct Note {
  NoteKind kind{};
  std::int32_t day = 0;
  std::int32_t seat = -1, account = -1;  ///< -1: none
  std::uint64_t deal = 0;                ///< id; 0: none
  std::int32_t number = 0;      ///< of a change, event or topic; stage; kind of pay; other seat
  std::int32_t sales = 0;       ///< of encounters, whose number is their count
  std::int32_t part = 0;        ///< tells alike events of a day apart, from 1; 0: there is only one
  std::int32_t item = 0;        ///< of news, by number from 1; 0: none
  double value = 0;             ///< money, effort, rate a day, days, attainment: by kind
  double chance = 0, luck = 0;  ///< of what chance decided: yes if luck lies below
  std::uint32_t first_term = 0, terms = 0;
};

/// The part of a note on telling: where, which item, to which seat (-1: several).
[[nodiscard]] constexpr std::int32_t told_part(int channel, int item, int to) {
  return 1 + channel + 4 * item + 256 * (to + 1);
}
[[nodiscard]] constexpr int told_to(std::int32_t part) { return (part - 1) / 256 - 1; }

/// A note on a deal: who, whose, which, where it stands and what it is worth.
[[nodiscard]] inline Note note_on(NoteKind kind, int day, int seat, const Deal& deal) {
  return {.kind = kind,
          .day = day,
          .seat = seat,
          .account = deal.account,
          .deal = deal.id,
          .number = static_cast<int>(deal.stage),
          .value = deal.value};
}

/// What happened on the day being played and why, if somebody keeps a journal. It is read by nobody
/// in the engine and is no part of the hash.
struct Notes {
  bool on = false;
  std::vector<Note> all;
  std::vector<Term> terms;

  void clear() {
    all.clear();
    terms.clear();
  }
  // Cold: a run without a journal pays for a branch, and nothing of this stands in its loops.
  [[gnu::cold, gnu::noinline]] void add(Note note) {
    note.first_term = static_cast<std::uint32_t>(terms.size());
    all.push_back(note);
  }
  /// With the terms that visit_terms() shows.
  template <class Terms>
  [[gnu::cold, gnu::noinline]] void add_with(Note note, const Terms& why) {
    add(note);
    visit_terms(why, [&](const char* name, double value) { terms.push_back({name, value}); });
    all.back().terms = static_cast<std::uint32_t>(terms.size()) - all.back().first_term;
  }
};

/// An event that is kept from happening, on the day and to whom it would happen. `entity`: a deal's
/// id, or the place of a seat, account, topic, change or event.
struct Undone {
  NoteKind kind;
  std::uint64_t entity;
  std::int32_t part;  ///< as in Note
  std::int32_t day;
};

}  // namespace tandem
