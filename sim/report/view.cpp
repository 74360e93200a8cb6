// SPDX-License-Identifier: Apache-2.0
#include "tandem/view.h"

#include <algorithm>

#include "sim/base/math.h"
#include "sim/base/money.h"
#include "sim/state/state.h"

namespace tandem {

namespace {

constexpr std::array<std::string_view, kSegments> kSegmentNames = {"key", "regular", "prospect"};
static_assert(kHourUses.size() == kActivities && kStageNames.size() == kStages &&
              kDisputeCauses.size() == static_cast<std::size_t>(Cause::credit) + 1);

SeatView seat_view(const Model& model, const State& state, int seat) {
  constexpr int kMonth = 21;
  const People& p = state.people;
  SeatView v{.present = p.present[seat] != 0,
             .sells = model.sells(seat),
             .newcomer = p.present[seat] != 0 && p.ramped[seat] == 0,
             .person = p.person[seat],
             .joined = p.joined[seat],
             .grade = p.grade[seat],
             .morale = p.morale[seat],
             .fatigue = p.fatigue[seat],
             .effort = p.effort[seat],
             .quitting = -math::expm1(-kMonth * p.quit_rate[seat]),
             .conflict = p.conflict[seat],
             .fairness = p.fairness[seat],
             .revenue = whole_units(p.revenue[seat]),
             .credit = p.credit_period[seat],
             .quota = p.quota[seat],
             .paid = whole_units(p.paid[seat])};
  const Model::Circle& circle = model.circles[model.seat_circle[seat]];
  double trust = 0, mates = 0;
  for (const int mate : circle.seats()) {
    if (mate == seat || !p.present[mate]) continue;
    trust += state.ties.trust[Ties::place(circle, mate, seat)];
    mates += 1;
  }
  v.trust = mates > 0 ? trust / mates : 0;
  for (int k = 0; k < model.topics; ++k)
    v.knowledge += model.asked_of(seat)[k] * p.knowledge[seat * model.topics + k];
  v.deals = state.deals.count(seat);
  for (const Deal& deal : state.deals.of(seat)) v.pipeline += deal.value;
  for (int m = 0; m < kActivities; ++m) v.hours[m] = p.hours[seat * kActivities + m];
  return v;
}

DealView deal_view(const Model& model, const State& state, int seat, const Deal& deal,
                   const Turn& turn) {
  DealView v{.account = model.account_number[deal.account],
             .seat = seat,
             .partner = deal.partner,
             .stage = static_cast<int>(deal.stage),
             .age = state.day - deal.created,
             .value = deal.value,
             .with_buyer = turn.with_buyer(),
             .waited = turn.waited};
  // The latest opportunities of an account are the open ones.
  for (std::uint32_t n = state.accounts[deal.account].opportunities; n-- > 0;)
    if (deal_id(model.account[deal.account].id, n) == deal.id) {
      v.n = n + 1;
      break;
    }
  return v;
}

std::vector<TerritoryView> view_territories(const Model& model, const State& state,
                                            const std::vector<SeatView>& seats) {
  std::vector<TerritoryView> out(static_cast<std::size_t>(model.territories));
  for (int t = 0; t < model.territories; ++t) {
    out[t].name = model.spec.territories[t].name;
    out[t].demand = state.demand[t];
  }
  for (int seat = 0; seat < model.seats; ++seat) {
    TerritoryView& of = out[model.seat_territory[seat]];
    ++of.seats;
    of.empty += !seats[seat].present;
    of.pipeline += seats[seat].pipeline;
    of.revenue += seats[seat].revenue;
  }
  for (int a = 0; a < model.accounts; ++a) {
    const Account& account = state.accounts[a];
    TerritoryView& of = out[model.account[a].territory];
    const bool customer = account.segment != Segment::prospect;
    ++(customer ? of.customers : of.prospects);
    if (customer) of.satisfaction += account.satisfaction;
    of.lost += static_cast<int>(account.churns);
    of.potential += account.potential;
  }
  for (TerritoryView& of : out)
    if (of.customers > 0) of.satisfaction /= of.customers;
  return out;
}

}  // namespace

std::span<const SeatFigure> seat_figures() {
  // clang-format off
  static constexpr SeatFigure kFigures[] = {
      {"morale", "Morale", "", "How the person feels about the job, from 0 to 1.", &SeatView::morale},
      {"fatigue", "Fatigue", "", "How worn out the person is, from 0 to 1.", &SeatView::fatigue},
      {"trust", "Trust of mates", "", "What mates trust the person, mean, from 0 to 1.", &SeatView::trust},
      {"knowledge", "Knowledge", "share", "Of what the territory asks for, by its shares.", &SeatView::knowledge},
      {"effort", "Effort", "", "Of the day, 1 = a full day.", &SeatView::effort},
      {"quitting", "Chance to leave", "share", "Within 21 working days, as things stand.", &SeatView::quitting},
      {"conflict", "Open disputes", "", "Severity of open disputes together.", &SeatView::conflict},
      {"fairness", "Fairness", "", "How fair the firm feels, from -1 to 1.", &SeatView::fairness},
      {"revenue", "Revenue", "money", "Own credit since joining or the start.", &SeatView::revenue},
      {"credit", "Credit", "money", "Of the running quota period.", &SeatView::credit},
      {"quota", "Quota", "money", "Of the running quota period.", &SeatView::quota},
      {"paid", "Pay", "money", "Paid since joining or the start.", &SeatView::paid},
      {"deals", "Open deals", "", "On the seat's list.", &SeatView::deals},
      {"pipeline", "Pipeline", "money", "List value of open deals.", &SeatView::pipeline},
  };
  // clang-format on
  return kFigures;
}

std::string DealView::subject() const { return std::to_string(account) + "." + std::to_string(n); }

std::vector<SeatView> view_seats(const World& world) {
  const Model& model = world.scenario().model();
  std::vector<SeatView> out;
  out.reserve(static_cast<std::size_t>(model.seats));
  for (int seat = 0; seat < model.seats; ++seat)
    out.push_back(seat_view(model, world.state(), seat));
  return out;
}

std::vector<HelpView> view_help(const World& world) {
  std::vector<HelpView> out;
  for (const Note& note : world.state().notes.all)
    if (note.kind == NoteKind::helped || note.kind == NoteKind::joined_deal)
      out.push_back({note.seat, note.number, note.value != 0, note.kind == NoteKind::joined_deal});
  return out;
}

FirmView view(const World& world) {
  const Model& model = world.scenario().model();
  const State& state = world.state();
  FirmView out;
  out.day = state.day;
  out.seats = view_seats(world);
  for (const Model::Circle& circle : model.circles)
    for (const int from : circle.seats())
      for (const int to : circle.seats()) {
        if (from == to || !state.people.present[from] || !state.people.present[to]) continue;
        const std::size_t place = Ties::place(circle, from, to);
        out.ties.push_back({from, to, state.ties.trust[place], state.ties.conflict[place],
                            state.ties.owed[place]});
      }
  for (int seat = 0; seat < model.seats; ++seat) {
    const auto deals = state.deals.of(seat);
    const auto turns = state.deals.turns(seat);
    for (std::size_t i = 0; i < deals.size(); ++i)
      out.deals.push_back(deal_view(model, state, seat, deals[i], turns[i]));
  }
  out.territories = view_territories(model, state, out.seats);
  for (const Dispute& dispute : state.disputes)
    out.disputes.push_back({dispute.seat, dispute.mate, dispute.opened, dispute.severity,
                            kDisputeCauses[static_cast<std::size_t>(dispute.cause)]});
  out.help = view_help(world);
  return out;
}

std::vector<AccountView> view_accounts(const World& world, int seat) {
  const Model& model = world.scenario().model();
  const Accounts& accounts = world.state().accounts;
  std::vector<AccountView> out;
  for (int a = model.book_first[seat]; a < model.book_first[seat + 1]; ++a) {
    const Account& account = accounts[a];
    out.push_back({.number = model.account_number[a],
                   .seat = seat,
                   .segment = kSegmentNames[static_cast<std::size_t>(account.segment)],
                   .potential = account.potential,
                   .satisfaction = account.satisfaction,
                   .relation = accounts.person_relation[a],
                   .firm_relation = account.firm_relation,
                   .opportunities = static_cast<int>(account.opportunities),
                   .requests = static_cast<int>(account.requests),
                   .lost = static_cast<int>(account.churns)});
  }
  return out;
}

CalendarView calendar_of(const Scenario& scenario) {
  const Calendar& calendar = scenario.model().calendar;
  return {calendar.week, calendar.month, calendar.quarter, calendar.year};
}

}  // namespace tandem
