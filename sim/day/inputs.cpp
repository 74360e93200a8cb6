// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sim/day/accounts.h"
#include "sim/day/contests.h"
#include "sim/day/groups.h"
#include "sim/day/pulls.h"
#include "sim/day/scopes.h"
#include "sim/day/seats.h"
#include "sim/day/stops.h"

namespace tandem {

namespace {

// A later epoch comes into force: plans change hands, quotas and rates are worked out anew.
void enter_epoch(const Firm& firm, State& state) {
  const Epoch& before = firm.model.epochs[state.epoch];
  const Epoch& now = firm.model.epochs[state.epoch + 1];
  People& people = state.people;
  for (int plan = 0; plan < static_cast<int>(firm.model.plans.size()); ++plan) {
    std::vector<int> changing;
    for (int seat = 0; seat < firm.model.seats; ++seat)
      if (firm.of_seat(now, state, seat).plan == plan && people.plan[seat] != plan)
        changing.push_back(seat);
    if (changing.empty()) continue;
    const std::size_t from = state.pay_lines.size();
    change_plan(state.pay, firm.pay, firm.roster(state), firm.model.calendar, changing, plan,
                state.day, state.pay_lines);
    enter_pay(state, from);
    for (const int seat : changing) people.plan[seat] = plan;
  }
  ++state.epoch;
  for (int seat = 0; seat < firm.model.seats; ++seat) {
    const QuotaSpec& old_quota = firm.of_seat(before, state, seat).quota;
    if (people.present[seat] && !(old_quota == firm.of_seat(state, seat).quota))
      set_quota(firm, state, seat);
  }
  all_pulls_changed(state);
  state.contests.week = kNobody;  // other people may compete now
  for (int a = 0; a < firm.model.accounts; ++a) refresh_account(firm, state, a);
}

bool goes_on(const EventSpec& event, int day) {
  const int at = static_cast<int>(event.at);
  if (day < at) return false;
  const double lasting = event.lasting > 0                 ? event.lasting
                         : event.kind == EventSpec::outage ? 1
                                                           : 0;
  return lasting <= 0 || day < at + lasting;
}

// What goes on today, for each territory: demand, rivals, prices; and what is left of the day's
// hours.
void weigh_events(const Firm& firm, State& state) {
  const Model& model = firm.model;
  std::fill(state.demand.begin(), state.demand.end(), 1.0);
  std::fill(state.rivals.begin(), state.rivals.end(), 0.0);
  std::fill(state.price_level.begin(), state.price_level.end(), 1.0);
  state.working_share = 1;
  for (const EventSpec& event : model.spec.events) {
    if (!goes_on(event, state.day)) continue;
    if (event.kind == EventSpec::outage) state.working_share *= 1 - event.severity;
    for (int r = 0; r < model.territories; ++r) {
      if (!event.where.empty() && event.where != model.spec.territories[r].name) continue;
      if (event.kind == EventSpec::downturn) state.demand[r] *= 1 - event.severity;
      if (event.kind == EventSpec::lead_surge) state.demand[r] *= 1 + event.severity;
      if (event.kind == EventSpec::competitor_entry) state.rivals[r] += event.severity;
      if (event.kind == EventSpec::price_war) state.price_level[r] *= 1 - event.severity;
    }
  }
}

// A topic is launched anew: what people knew of it is worth less. A key person leaves.
void strike(const Firm& firm, State& state, const EventSpec& event) {
  const Model& model = firm.model;
  if (event.kind == EventSpec::topic_launch) {
    for (int k = 0; k < model.topics; ++k)
      if (event.where.empty() || event.where == model.spec.topics[k].name)
        for (int seat = 0; seat < model.seats; ++seat)
          state.people.knowledge[seat * model.topics + k] *= 1 - event.severity;
  }
  if (event.kind == EventSpec::key_person_leaves) {
    for (int seat = 0; seat < model.seats; ++seat)
      if (event.where == model.seat_name[seat] && state.people.present[seat])
        leave_seat(firm, state, seat, false);
  }
}

void note_inputs(const Spec& spec, State& state) {
  for (int i = 0; i < static_cast<int>(spec.changes.size()); ++i) {
    const ChangeSpec& change = spec.changes[i];
    if (static_cast<int>(change.at) == state.day)
      state.notes.add({.kind = NoteKind::change, .day = state.day, .number = i});
    if (change.until >= 0 && static_cast<int>(change.until) == state.day)
      state.notes.add({.kind = NoteKind::change_ends, .day = state.day, .number = i});
  }
  for (int i = 0; i < static_cast<int>(spec.events.size()); ++i)
    if (static_cast<int>(spec.events[i].at) == state.day)
      state.notes.add({.kind = NoteKind::event, .day = state.day, .number = i});
}

}  // namespace

void inputs(const Firm& firm, State& state) {
  settle_scopes(firm, state);
  while (state.epoch + 1 < static_cast<int>(firm.model.epochs.size()) &&
         firm.model.epochs[state.epoch + 1].from <= state.day)
    enter_epoch(firm, state);
  renew_groups(firm, state);
  see_rivals(firm, state);
  if (state.notes.on) note_inputs(firm.model.spec, state);
  if (firm.model.spec.events.empty()) return;
  weigh_events(firm, state);
  for (const EventSpec& event : firm.model.spec.events)
    if (static_cast<int>(event.at) == state.day) strike(firm, state, event);
}

}  // namespace tandem
