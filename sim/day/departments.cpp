// SPDX-License-Identifier: Apache-2.0
#include "sim/day/departments.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "sim/base/gamma.h"
#include "sim/base/math.h"
#include "sim/day/accounts.h"
#include "sim/rules/departments.h"

namespace tandem {

namespace {

constexpr double kNoWork = 1e-9;   // hours: less is nothing
constexpr int kMostRounds = 3;     // a case that has come back so often is what was needed
constexpr int kMostRequests = 32;  // at the desk for each seat of the firm: a soft limit

// Luck of a deal's input by number: of the case, then of the work of each round and whether it comes
// back.
Block luck_of_input(const State& state, std::uint64_t deal, int index) {
  return state.luck.block(Purpose::support, deal, 0, static_cast<std::uint32_t>(index));
}
double work_of_round(const PolicySet& own, const State& state, std::uint64_t deal, int round) {
  return (round > 0 ? own.p.support_rework : 1.0) * own.p.support_work *
         erlang(own.p.support_shape, luck_of_input(state, deal, 1 + 2 * round));
}

Note note_input(NoteKind kind, const State& state, int seat, const Deal& deal, double days) {
  Note note = note_on(kind, state.day, seat, deal);
  note.value = days;
  return note;
}

// Where the deal of a case is now: with who asked, or with a closer of the team.
struct Place {
  int seat, at;
};
std::optional<Place> place_of(const Firm& firm, const State& state, const Case& of) {
  if (const int at = state.deals.place_of(of.seat, of.deal); at >= 0) return Place{of.seat, at};
  for (const int closer : firm.model.team_closers[firm.model.seat_team[of.seat]])
    if (const int at = state.deals.place_of(closer, of.deal); at >= 0) return Place{closer, at};
  return {};
}

// The work on a case is done: it is what the rep needed, or comes back. True if the case is over.
bool deliver(const Firm& firm, State& state, Case& of) {
  Departments& departments = state.departments;
  const auto place = place_of(firm, state, of);
  if (!place) return true;  // the deal is gone
  const auto at = static_cast<std::size_t>(place->at);
  Deal& deal = state.deals.of(place->seat)[at];
  const PolicySet& own = firm.of_seat(state, place->seat);
  ++state.today.inputs_made;
  const double u = uniform32(luck_of_input(state, of.deal, 2 + 2 * of.round)[0]);
  if (of.round < kMostRounds && u < rules::misunderstood(own)) {
    ++of.round;
    ++state.today.inputs_back;
    of.queued = state.day;
    of.work_left = work_of_round(own, state, of.deal, of.round);
    deal.work_left += static_cast<float>(own.p.support_briefing);
    if (state.notes.on)
      state.notes.add(
          note_input(NoteKind::input_back, state, place->seat, deal, state.day - of.asked));
    return false;
  }
  Turn& turn = state.deals.turns(place->seat)[at];
  deal.input = Input::there;
  turn.until = Turn::kRep;
  turn.waited = static_cast<std::int16_t>(std::min(state.day - of.asked, 10'000));
  ++departments.in_time[firm.model.seat_team[of.seat]];
  ++state.today.inputs_ready;
  state.today.input_days += state.day - of.asked;
  if (state.notes.on)
    state.notes.add(
        note_input(NoteKind::input_ready, state, place->seat, deal, state.day - of.asked));
  return true;
}

void put_cases_in_order(const Firm& firm, State& state) {
  const auto first_come = [](const Case& a, const Case& b) {
    return std::tie(a.queued, a.priority, a.deal) < std::tie(b.queued, b.priority, b.deal);
  };
  auto& cases = state.departments.cases;
  if (firm.of_firm(state).p.support_order == Parameters::first_come)
    std::ranges::sort(cases, first_come);
  else
    std::ranges::sort(cases, [&](const Case& a, const Case& b) {
      return a.value != b.value ? a.value > b.value : first_come(a, b);
    });
}

// More than the desk can hold: the customers who wait longest give up.
void give_up_at_desk(const Firm& firm, State& state) {
  auto& requests = state.departments.requests;
  const auto most = static_cast<std::size_t>(kMostRequests) * state.people.person.size();
  if (requests.size() <= most) return;
  const auto over = static_cast<std::ptrdiff_t>(requests.size() - most);
  for (auto gone = requests.begin(); gone != requests.begin() + over; ++gone) {
    disappoint(firm, state, gone->account);
    ++state.today.soft_limits;
  }
  requests.erase(requests.begin(), requests.begin() + over);
}

}  // namespace

void start_departments(State& state) {
  Departments& departments = state.departments;
  departments.cases.clear();
  departments.requests.clear();
  departments.waiting = 0;
  departments.trust.clear();
  departments.in_time.clear();
  departments.missed.clear();
}

void open_departments(const Firm& firm, State& state) {
  const PolicySet& set = firm.of_firm(state);
  const Parameters& p = set.p;
  double cost = 0;
  if (set.has_support) {
    Departments& departments = state.departments;
    if (departments.trust.empty()) {
      const auto teams = static_cast<std::size_t>(firm.model.teams);
      departments.trust.assign(teams, p.support_rest);
      departments.in_time.assign(teams, 0);
      departments.missed.assign(teams, 0);
    }
    cost += p.support_staff * p.support_wage * (1 + p.support_premium * p.support_goal);
  }
  if (set.has_desk) cost += p.desk_staff * p.desk_wage;
  if (p.marketing_on)
    for (int r = 0; r < firm.model.territories; ++r)
      cost += firm.of_territory(state, r).p.marketing_money;
  if (cost > 0) state.today.department_cost += cents(cost);
}

void seek_input(const Firm& firm, State& state, int seat, Deal& deal, Turn& turn) {
  const PolicySet& own = firm.of_seat(state, seat);
  Departments& departments = state.departments;
  if (!own.has_support || deal.fast) return;
  const Block luck = luck_of_input(state, deal.id, 0);
  if (uniform32(luck[0]) >= own.p.support_need) return;
  ++state.today.inputs_asked;
  deal.work_left += static_cast<float>(own.p.support_briefing);
  const int team = firm.model.seat_team[seat];
  const auto why = rules::give_terms(firm.of_firm(state), departments.trust[team],
                                     departments.waiting, firm.model.calendar);
  const double chance = math::logistic(why.sum());
  const bool gives = uniform32(luck[1]) < chance;
  if (state.notes.on) {
    Note note = note_input(NoteKind::input_sought, state, seat, deal, gives);
    note.chance = chance;
    note.luck = uniform32(luck[1]);
    state.notes.add_with(note, why);
  }
  if (!gives) {
    deal.input = Input::missing;
    ++departments.missed[team];
    ++state.today.inputs_refused;
    return;
  }
  deal.input = Input::waited_for;
  turn.until = state.day + std::max(1, math::whole(own.p.support_patience));
  departments.cases.push_back({deal.id, std::uint64_t{luck[2]} << 32 | luck[3], deal.value,
                               work_of_round(own, state, deal.id, 0), seat, state.day, state.day,
                               turn.until, 0});
}

void go_without_input(const Firm& firm, State& state, int seat, Deal& deal, Turn& turn) {
  const int days = math::whole(firm.of_seat(state, seat).p.support_patience);
  deal.input = Input::missing;
  turn.until = Turn::kRep;
  turn.waited = static_cast<std::int16_t>(std::min(days, 10'000));
  ++state.departments.missed[firm.model.seat_team[seat]];
  ++state.today.inputs_late;
  if (state.notes.on) state.notes.add(note_input(NoteKind::input_late, state, seat, deal, days));
}

void prepare_inputs(const Firm& firm, State& state) {
  Departments& departments = state.departments;
  if (departments.cases.empty()) return;
  put_cases_in_order(firm, state);
  const PolicySet& set = firm.of_firm(state);
  double hours = set.has_support ? set.p.support_staff * state.working_share : 0;
  std::size_t kept = 0;
  departments.waiting = 0;
  for (Case& each : departments.cases) {
    if (each.until <= state.day) continue;  // the deal goes on without
    const double given = std::min({hours, each.work_left, set.p.support_limit});
    hours -= given;
    each.work_left -= given;
    if (each.work_left <= kNoWork && deliver(firm, state, each)) continue;
    departments.waiting += each.work_left;
    departments.cases[kept++] = each;
  }
  departments.cases.resize(kept);
}

bool goes_to_desk(const Firm& firm, State& state, int account, std::uint32_t n) {
  const PolicySet& market = firm.of_account(state, account);
  if (!market.has_desk) return false;
  const Block luck = state.luck.block(Purpose::desk, firm.model.account[account].id, 0, n);
  if (uniform32(luck[0]) >= market.p.desk_share) return false;
  state.departments.requests.push_back({0, account, state.day, n, luck[1]});
  return true;
}

void answer_at_desk(const Firm& firm, State& state) {
  auto& requests = state.departments.requests;
  if (requests.empty()) return;
  std::ranges::sort(requests, [](const DeskRequest& a, const DeskRequest& b) {
    return std::tie(a.since, a.priority, a.account, a.number) <
           std::tie(b.since, b.priority, b.account, b.number);
  });
  const Model& model = firm.model;
  const PolicySet& set = firm.of_firm(state);
  double hours = set.has_desk ? set.p.desk_staff * state.working_share : 0;
  std::size_t done = 0;
  for (; done < requests.size() && hours > kNoWork; ++done) {
    DeskRequest& request = requests[done];
    const int a = request.account;
    const Block luck =
        state.luck.block(Purpose::service_work, model.account[a].id, 0, request.number);
    if (request.work_left <= 0)
      request.work_left = firm.of_account(state, a).p.request_work * erlang(2, luck);
    const double given = std::min(hours, request.work_left);
    request.work_left -= given;
    hours -= given;
    if (request.work_left > kNoWork) break;
    const int k = topic_of_request(model, a, uniform32(luck[3]));
    const Library& library = state.library;
    const double known = rules::desk_knows(set, state.people.coverage[model.account[a].seat],
                                           library.answers[k] * library.level[k]);
    answer_request(firm, state, a, -1, request.number, known, state.day - request.since);
    ++state.today.desk_answered;
  }
  requests.erase(requests.begin(), requests.begin() + static_cast<std::ptrdiff_t>(done));
  give_up_at_desk(firm, state);
}

void mark_lead(const Firm& firm, State& state, int seat, Deal& deal) {
  const double bought = firm.of_account(state, deal.account).leads;
  if (bought <= 0 || state.accounts[deal.account].segment != Segment::prospect) return;
  const Block luck = state.luck.block(Purpose::marketing, deal.id, 0, 0);
  if (uniform32(luck[0]) >= bought / (1 + bought)) return;
  const double chance = rules::unqualified(firm.of_seat(state, seat)), u = uniform32(luck[1]);
  deal.unqualified = u < chance;
  ++state.today.leads;
  state.today.unqualified += deal.unqualified;
  if (state.notes.on) {
    Note note = note_input(NoteKind::lead, state, seat, deal, u < chance);
    note.chance = chance;
    note.luck = u;
    state.notes.add(note);
  }
}

void review_departments(const Firm& firm, State& state) {
  Departments& departments = state.departments;
  const PolicySet& set = firm.of_firm(state);
  if (departments.trust.empty() || !set.p.trust_on) return;
  const Model& model = firm.model;
  for (int team = 0; team < model.teams; ++team) {
    double liaison = 0, here = 0;
    for (const int seat : model.team_seats[team]) {
      const PolicySet& own = firm.of_seat(state, seat);
      if (!state.people.present[seat] || !own.has_support) continue;
      liaison += own.p.support_liaison;
      ++here;
    }
    double& trust = departments.trust[team];
    int &in_time = departments.in_time[team], &missed = departments.missed[team];
    trust = rules::trust_in_support(set, trust, here > 0 ? liaison / here : 0, in_time, missed,
                                    model.calendar.week);
    in_time = missed = 0;
  }
}

}  // namespace tandem
