// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "sim/base/math.h"
#include "sim/day/accounts.h"
#include "sim/day/choice.h"
#include "sim/day/contests.h"
#include "sim/day/day.h"
#include "sim/day/departments.h"
#include "sim/day/evaluation.h"
#include "sim/day/groups.h"
#include "sim/day/library.h"
#include "sim/day/merits.h"
#include "sim/day/news.h"
#include "sim/day/pulls.h"
#include "sim/day/scopes.h"
#include "sim/day/seats.h"
#include "sim/day/ties.h"
#include "sim/rules/market.h"
#include "sim/rules/selling.h"
#include "sim/rules/wellbeing.h"

namespace tandem {

namespace {

bool is_empty_start(const Firm& firm) { return firm.model.spec.parameters.start == 1; }

void size_people(const Firm& firm, State& state) {
  const auto seats = static_cast<std::size_t>(firm.model.seats);
  const auto topics = static_cast<std::size_t>(firm.model.topics);
  // Every array is one entry a seat but these.
  visit_people(state.people, [&](std::string_view, auto& field) { field.assign(seats, {}); });
  state.people.knowledge.assign(seats * topics, 0);
  state.people.own.assign(seats * topics, 0);
  state.people.topic_hours.assign(seats * topics, 0);
  state.people.hours.assign(seats * kActivities, 0);
  state.people.next_pull.assign(seats * kPulls, 0);
  state.requests.account.assign(seats * Requests::kMost, -1);
  state.requests.since.assign(seats * Requests::kMost, 0);
  state.requests.number.assign(seats * Requests::kMost, 0);
  state.requests.head.assign(seats, 0);
  state.requests.waiting.assign(seats, 0);
  state.requests.work_left.assign(seats, 0);
}

// Tenure from its stationary law under the base rate of quitting: exponential.
int tenure(const Firm& firm, const State& state, int seat) {
  const PolicySet& set = firm.of_seat(state, seat);
  const double hazard = std::max(set.p.quit_rate / firm.model.calendar.year, 1e-4);
  const double u = state.luck.uniform(Purpose::start_tenure, firm.model.seat_id[seat], 0, 0);
  return static_cast<int>(
      std::min(math::exponential_quantile(u) / hazard, 30.0 * firm.model.calendar.year));
}

// Knowledge after a tenure of steady practice, with forgetting and shifts as a steady loss.
void know_from_tenure(const Firm& firm, State& state, int seat, int days) {
  const Model& model = firm.model;
  const PolicySet& set = firm.of_seat(state, seat);
  const Parameters& p = set.p;
  People& people = state.people;
  for (int k = 0; k < model.topics; ++k) {
    const int x = seat * model.topics + k;
    const double week = model.seat_topic_hours[x];
    const double gain =
        p.learning ? people.learning[seat] * p.doing_rate * week / model.calendar.week : 0;
    const double shift =
        model.shift_rate[k] >= 0 ? model.shift_rate[k] : p.turbulence / model.calendar.year;
    const double fading =
        p.forgetting_on ? p.forgetting * (1 - std::min(1.0, week / p.week_use)) : 0;
    const double loss = fading + (p.shifts ? shift * p.shift_severity : 0);
    const double level = gain + loss > 0 ? people.own[x] * gain / (gain + loss) : 0;
    const double first = p.newcomer_knowledge * people.own[x];
    people.knowledge[x] =
        gain > 0 ? level + (first - level) * math::exp(-(gain + loss) * days) : first;
  }
}

void start_people(const Firm& firm, State& state) {
  People& people = state.people;
  for (int seat = 0; seat < firm.model.seats; ++seat) {
    const PolicySet& set = firm.of_seat(state, seat);
    draw_person(firm, state, seat, 0);
    people.present[seat] = 1;
    const int days = is_empty_start(firm) ? 0 : tenure(firm, state, seat);
    people.joined[seat] = people.since[seat] = state.day - days;
    people.ramped[seat] = 1;  // ramp time is counted for those who join within the run
    know_from_tenure(firm, state, seat, days);
    people.morale[seat] = set.p.morale_on ? set.p.morale_base : 0.5;
    people.success[seat] = 1;
    people.prospecting[seat] = 1;
    people.mentor[seat] = -1;
    people.rank_expected[seat] = 0.5;
    if (set.p.career_levels > 0 && set.p.career_years > 0) {
      const double each = set.p.career_years * firm.model.calendar.year;
      people.grade[seat] = std::min(set.p.career_levels, static_cast<int>(days / each));
    }
    people.graded[seat] =
        people.joined[seat] +
        math::whole(people.grade[seat] * set.p.career_years * firm.model.calendar.year);
    for (int k = 0; k < firm.model.topics; ++k)
      people.level[seat] += people.knowledge[seat * firm.model.topics + k];
    people.coverage[seat] = set.p.crm_on ? set.p.crm_discipline : 0;
    people.plan[seat] = set.plan;
    const double outside = rules::outside_pay(
        firm.of_territory(state, firm.model.seat_territory[seat]), people.log_ability[seat]);
    people.pay_level[seat] = people.pay_reference[seat] = outside;
    set_quota(firm, state, seat);
  }
}

void start_accounts(const Firm& firm, State& state) {
  const Model& model = firm.model;
  Accounts& accounts = state.accounts;
  reset_accounts(firm, state);
  for (int a = 0; a < model.accounts; ++a) {
    const Parameters& p = firm.of_account(state, a).p;
    const std::uint64_t id = model.account[a].id;
    const Block words = state.luck.block(Purpose::account_traits, id, 0, 0);
    const double z = math::normal_quantile(uniform32(words[0]));
    Account& account = accounts[a];
    account.potential =
        math::exp(p.potential_spread * z - p.potential_spread * p.potential_spread / 2);
    const auto around = [](double mean, std::uint32_t word) {
      return std::clamp(mean + 0.2 * (2 * uniform32(word) - 1), 0.0, 1.0);
    };
    account.satisfaction = around(p.satisfaction_start, words[1]);
    const bool customer = account.segment != Segment::prospect;
    accounts.person_relation[a] =
        customer ? around(p.relation_start, words[2]) : p.relation_start / 2;
    account.firm_relation = customer ? around(p.relation_start, words[3]) : p.relation_start / 2;
    account.opportunity.left = rules::threshold(state.luck, Purpose::opportunity_gap, id, 0);
    account.request.left = rules::threshold(state.luck, Purpose::service_gap, id, 0);
    account.churn.left = rules::threshold(state.luck, Purpose::churn, id, 0);
    refresh_account(firm, state, a);
  }
}

// No clock has run yet: after the deals that are open already, the next one comes after a whole
// threshold of its own.
void await_next(const Firm& firm, State& state, int a) {
  Account& account = state.accounts[a];
  if (account.opportunity.rate <= 0) return;
  account.opportunity.expect(state.accounts.opportunity_due(a),
                             rules::threshold(state.luck, Purpose::opportunity_gap,
                                              firm.model.account[a].id, account.opportunities),
                             account.opportunity.rate, 0);
}

// The deals of an account that arose before the start and are still open: opportunities at the
// nominal rate, looked at backwards, with nominal waiting and nominal chances. What they are and
// what luck they have belongs to (account, n).
void start_pipeline(const Firm& firm, State& state, int a) {
  constexpr double kOneDay = 1;  // nominal wait for the rep in each stage
  const Model& model = firm.model;
  const int seat = model.account[a].seat;
  const PolicySet& own = firm.of_seat(state, seat);
  const PolicySet& market = firm.of_account(state, a);
  Account& account = state.accounts[a];
  const double rate = account.opportunity.rate;
  if (rate <= 0) return;
  const double oldest = 3 * own.days_ahead[0];
  const std::uint64_t id = model.account[a].id;
  const auto gap = [&](std::uint32_t i) {
    return rules::threshold(state.luck, Purpose::start_pipeline, id, i) / rate;
  };
  double age = gap(0);
  std::uint32_t& n = account.opportunities;
  while (age < oldest) {
    Deal deal = rules::opportunity(model, market, state.luck, a, n);
    deal.from_start = true;
    deal.created = state.day - static_cast<int>(std::ceil(age));
    double left = age;
    for (bool going = true; going;) {
      rules::look_back_on_stage(own, market, state.luck, deal);
      const double days = kOneDay + deal.buyer_days;
      if (left < days) {
        Turn turn;
        turn.until = state.day + static_cast<int>(days - left);
        rules::draw_traits(model, market, state.luck, n, 0, deal);
        open_deal(firm, state, deal, turn, seat);
        going = false;
      } else {
        left -= days;
        const auto stage = static_cast<std::uint32_t>(deal.stage);
        going =
            deal.stage != Stage::negotiate && uniform32(deal.pass_luck) < own.nominal_pass[stage];
        if (going) deal.stage = static_cast<Stage>(stage + 1);
      }
    }
    age += gap(++n);
  }
  await_next(firm, state, a);
}

// The deals of a table that are open on day 0. Each is its account's next opportunity; what the
// table does not say of it is drawn, and how far its stage has come.
void start_table(const Firm& firm, State& state) {
  const Model& model = firm.model;
  for (const Model::OpenDeal& row : model.open_deals) {
    const PolicySet& own = firm.of_seat(state, row.seat);
    const PolicySet& market = firm.of_account(state, row.account);
    const std::uint32_t n = state.accounts[row.account].opportunities++;
    Deal deal = rules::opportunity(model, market, state.luck, row.account, n);
    rules::draw_traits(model, market, state.luck, n, 0, deal, row.product);
    deal.from_start = true;
    deal.created = state.day - row.age;
    deal.stage = row.stage;
    if (row.value > 0) deal.value = row.value;
    rules::begin_stage(own, market, state.luck, deal);
    const double past = state.luck.uniform(Purpose::start_pipeline, deal.id, 0, 0);
    Turn turn;
    turn.until = state.day + math::whole(past * deal.buyer_days);
    deal.work_left = 0;
    open_deal(firm, state, deal, turn, row.seat);
  }
  for (int a = 0; a < model.accounts; ++a) await_next(firm, state, a);
}

void start_market(const Firm& firm, State& state) {
  const auto territories = static_cast<std::size_t>(firm.model.territories);
  state.demand.assign(territories, 1);
  state.rivals.assign(territories, 0);
  state.price_level.assign(territories, 1);
  state.working_share = 1;
  state.shift_left.clear();
  state.shifts.assign(static_cast<std::size_t>(firm.model.topics), 0);
  for (const std::uint64_t topic : firm.model.topic_id)
    state.shift_left.push_back(rules::threshold(state.luck, Purpose::shift, topic, 0));
}

}  // namespace

void start(const Firm& firm, State& state, std::uint64_t seed, std::uint32_t replication) {
  state.seed = seed;
  state.replication = replication;
  state.future = 0;
  state.luck = Luck(seed, replication);
  state.day = -firm.model.warm_up;
  state.epoch = 0;
  state.today.clear();
  state.intents.clear();
  state.questions.clear();
  state.disputes.clear();
  state.pay_lines.clear();
  state.notes.clear();
  state.pay = {};
  reset_pulls(firm, state);
  reset_contests(firm, state);
  state.deals.reset(firm.model.seats, 33);
  size_people(firm, state);
  start_scopes(firm, state);
  start_market(firm, state);
  start_people(firm, state);
  start_ties(firm, state);
  start_library(firm, state);
  start_news(state);
  start_departments(state);
  see_each_other(firm, state);
  start_groups(firm, state);
  start_accounts(firm, state);
  start_merits(firm, state);
  state.pay = make_book(firm.pay, firm.roster(state), state.day);
  for (int seat = 0; seat < firm.model.seats; ++seat) {
    refresh_hazards(firm, state, seat, mean_trust(firm, state, seat));
  }
  if (!firm.model.open_deals.empty()) {
    start_table(firm, state);
  } else if (!is_empty_start(firm)) {
    for (int a = 0; a < firm.model.book_first[firm.model.seats]; ++a)
      start_pipeline(firm, state, a);
  }
  for (int seat = 0; seat < firm.model.seats; ++seat) {
    state.accounts.next_customer[seat] = earliest(firm, state.accounts.customer_due, seat);
    state.accounts.next_prospect[seat] = earliest(firm, state.accounts.prospect_due, seat);
  }
}

}  // namespace tandem
