// SPDX-License-Identifier: Apache-2.0
#include "sim/day/merits.h"

#include <algorithm>

#include "sim/base/math.h"
#include "sim/day/pulls.h"
#include "sim/day/ties.h"
#include "sim/plan/outlook.h"
#include "sim/rules/merits.h"

namespace tandem {

namespace {

constexpr auto kCare = static_cast<std::size_t>(Activity::care);
constexpr auto kHelping = static_cast<std::size_t>(Activity::helping);
constexpr double kUsual = 100;  // points of who has not been evaluated

bool counts(const Firm& firm, Quantity quantity) {
  return firm.pay.counts[static_cast<std::size_t>(quantity)];
}

// Where a holder's customers stand in the rows.
std::size_t place_of(const Firm& firm, Holder holder, int index) {
  const auto i = static_cast<std::size_t>(index);
  const auto seats = static_cast<std::size_t>(firm.model.seats);
  return holder == Holder::seat ? i : holder == Holder::team ? seats + i : seats + firm.model.teams;
}

double mean_satisfaction(const Merits& merits, std::size_t place) {
  return merits.customers[place] > 0 ? merits.satisfied[place] / merits.customers[place] : 0;
}

// Adds up the customers of every book, its team and the firm.
void look_at_customers(const Firm& firm, State& state) {
  const Model& model = firm.model;
  Merits& merits = state.merits;
  std::ranges::fill(merits.satisfied, 0.0);
  std::ranges::fill(merits.customers, 0);
  for (int seat = 0; seat < model.seats; ++seat) {
    double sum = 0;
    int n = 0;
    for (int a = model.book_first[seat]; a < model.book_first[seat + 1]; ++a) {
      const Account& account = state.accounts[a];
      if (account.segment == Segment::prospect) continue;
      sum += 100 * account.satisfaction;
      ++n;
    }
    for (const std::size_t place :
         {place_of(firm, Holder::seat, seat), place_of(firm, Holder::team, model.seat_team[seat]),
          place_of(firm, Holder::firm, 0)}) {
      merits.satisfied[place] += sum;
      merits.customers[place] += n;
    }
  }
}

// Hours a day that the requests of a seat's customers will take in the coming week.
double asked_hours(const Firm& firm, const State& state, int seat) {
  const Model& model = firm.model;
  double a_day = double(state.requests.waiting[seat]) / model.calendar.week;
  for (int a = model.book_first[seat]; a < model.book_first[seat + 1]; ++a)
    a_day += state.accounts[a].request.rate;
  return a_day * firm.of_territory(state, model.seat_territory[seat]).p.request_work;
}

// What of the seat's knowledge its customers ask for.
double knowledge_asked(const Firm& firm, const State& state, int seat) {
  const double* asked = firm.model.asked_of(seat);
  const double* known = &state.people.knowledge[seat * firm.model.topics];
  double sum = 0;
  for (int k = 0; k < firm.model.topics; ++k) sum += asked[k] * known[k];
  return sum;
}

// Points that an hour of the seat's care adds to the mean of the holder's customers.
double points_of_hour(const Firm& firm, const State& state, int seat, const Tally& tally) {
  const std::size_t place = place_of(firm, firm.pay.meters[tally.meter].holder, tally.index);
  if (state.merits.customers[place] == 0) return 0;
  rules::CareCase of;
  of.known = knowledge_asked(firm, state, seat);
  of.satisfaction = mean_satisfaction(state.merits, place_of(firm, Holder::seat, seat)) / 100;
  of.customers = state.merits.customers[place];
  of.hours = state.people.hours[seat * kActivities + kCare];
  of.asked = asked_hours(firm, state, seat);
  return rules::points_of_care(firm.of_territory(state, firm.model.seat_territory[seat]), of);
}

// Hours of help that a mate is expected to give between two evaluations.
double mates_help(const Firm& firm, const State& state, int seat) {
  const PolicySet& own = firm.of_seat(state, seat);
  double sum = 0;
  int n = 0;
  for (const int mate : circle_of(firm, seat).seats()) {
    if (!state.people.present[mate]) continue;
    sum += state.people.help_given[mate];
    ++n;
  }
  const double days = std::max(state.people.appraised_days[seat], firm.model.calendar.week);
  return std::max(sum / std::max(n, 1) * own.p.evaluation_every / days, own.ask_hours);
}

// What one more unit of a part's measure is worth, where an effort of one day brings `a_day` of it.
double slope_of(const Firm& firm, const State& state, int seat, const Pull& part, double a_day,
                double days) {
  const Parameters& p = firm.of_seat(state, seat).p;
  if (part.curve.segments == 1) return part.curve.slope[0];
  const MeritPace pace = pace_of(firm, state, seat, part.tally, days);
  const double x = part.tally.result(state.pay) + pace.a_day * days;
  const double most = p.effort_cost * std::max(0.0, p.effort_high - p.conscience) / a_day;
  return std::clamp(
      outlook_slope(part.curve, x, p.effort_cost / (a_day * a_day), pace.variance, days), -most,
      most);
}

}  // namespace

void start_merits(const Firm& firm, State& state) {
  const auto seats = static_cast<std::size_t>(firm.model.seats);
  const bool satisfaction = counts(firm, Quantity::satisfaction);
  const bool score = counts(firm, Quantity::score);
  Merits& merits = state.merits;
  merits.help_pull.assign(counts(firm, Quantity::help) || score ? seats : 0, 0);
  merits.score.assign(score ? seats : 0, kUsual);
  merits.satisfied.assign(satisfaction ? seats + firm.model.teams + 1 : 0, 0);
  merits.customers.assign(merits.satisfied.size(), 0);
  if (satisfaction) look_at_customers(firm, state);
}

void forget_merits(State& state, int seat) {
  if (!state.merits.score.empty()) state.merits.score[seat] = kUsual;
}

void give_help(const Firm& firm, State& state, int seat, double hours) {
  state.people.help_given[seat] += hours;
  state.people.award_help[seat] += hours;
  if (counts(firm, Quantity::help) && state.people.present[seat])
    add_result(state.pay, firm.pay, Quantity::help, Holder::seat, seat, state.day, hours);
}

void note_score(State& state, int seat, double score) {
  if (!state.merits.score.empty()) state.merits.score[seat] = kUsual * std::max(score, 0.0);
}

void count_merits(const Firm& firm, State& state) {
  const auto enter = [&](Quantity quantity, Holder holder, int index, double points) {
    add_result(state.pay, firm.pay, quantity, holder, index, state.day, points);
  };
  Merits& merits = state.merits;
  const int seats = firm.model.seats;
  if (counts(firm, Quantity::score))
    for (int seat = 0; seat < seats; ++seat)
      if (state.people.present[seat])
        enter(Quantity::score, Holder::seat, seat, merits.score[seat]);
  if (!counts(firm, Quantity::satisfaction)) return;
  look_at_customers(firm, state);
  const auto enter_mean = [&](Holder holder, int index) {
    enter(Quantity::satisfaction, holder, index,
          mean_satisfaction(merits, place_of(firm, holder, index)));
  };
  for (int seat = 0; seat < seats; ++seat)
    if (state.people.present[seat]) enter_mean(Holder::seat, seat);
  for (int team = 0; team < firm.model.teams; ++team) enter_mean(Holder::team, team);
  enter_mean(Holder::firm, 0);
}

MeritPace pace_of(const Firm& firm, const State& state, int seat, const Tally& tally,
                  double days_left) {
  const Meter& meter = firm.pay.meters[tally.meter];
  const PolicySet& own = firm.of_seat(state, seat);
  const double share = days_left / tally.days;  // of the period: a level that changes now lasts
  if (meter.quantity == Quantity::help) {
    const int first =
        std::max(firm.model.calendar.first_day(meter.period, state.day), state.people.joined[seat]);
    const int days = state.day - first;
    const double a_day = days > 0 ? whole_units(state.pay.total(tally.meter, tally.index)) / days
                                  : state.people.hours[seat * kActivities + kHelping];
    return {a_day, std::max(a_day, own.ask_hours / days_left) * own.ask_hours};
  }
  if (meter.quantity == Quantity::score) {
    const double spread = std::max(100 * own.p.evaluation_noise, 1.0) * share;
    return {state.merits.score[seat] / tally.days, spread * spread / days_left};
  }
  const PolicySet& market = firm.of_territory(state, firm.model.seat_territory[seat]);
  const std::size_t place = place_of(firm, meter.holder, tally.index);
  const double customers = std::max(state.merits.customers[place], 1);
  const double one = 100 * market.p.answer_gain / customers * share;
  const double requests =
      std::max(customers * market.requests[static_cast<int>(Segment::regular)], 1 / days_left);
  return {mean_satisfaction(state.merits, place) / tally.days,
          std::max(requests * one * one / 3, 1e-4 / days_left)};
}

MeritTerms look_at_merits(const Firm& firm, State& state, int seat) {
  const PolicySet& own = firm.of_seat(state, seat);
  const Parameters& p = own.p;
  const Calendar& calendar = firm.model.calendar;
  People& people = state.people;
  const double ability = math::exp(people.log_ability[seat]);
  const double used = rules::use_of_help(
      people.help_left[seat], people.hours[seat * kActivities + kHelping] * calendar.week);
  double of_help = 0, by_score = 0;  // what an hour of help pays
  MeritTerms terms;
  terms.any = true;
  const SeatPulls& pulls = pulls_of(firm, state, seat);
  for (int g = 0; g < pulls.n; ++g) {
    const Pull& part = pulls.part[g];
    if (!is_merit(part.quantity)) continue;
    const double days =
        std::max<double>(part.last - state.day + 1, p.choice == 1 ? 1 : calendar.week);
    const double waited = 1 / (1 + p.impatience * (part.payday - state.day));
    double& next = people.next_pull[seat * kPulls + g];
    const auto slope_at = [&](double a_day) {
      const double slope = a_day > 0 ? slope_of(firm, state, seat, part, a_day, days) : 0;
      if (calendar.starts(part.period, state.day) || state.day <= people.joined[seat] || next == 0)
        next = slope;
      return slope;
    };
    if (part.quantity == Quantity::help) {
      of_help += slope_at(calendar.hours) * waited;
    } else if (part.quantity == Quantity::satisfaction) {
      // What an hour does to a level lasts: through this period, and through the next.
      const double points = calendar.hours * points_of_hour(firm, state, seat, part.tally);
      const double now = days / part.tally.days;
      terms.care += points * (now * slope_at(points) * waited + p.next_period * next);
    } else if (p.evaluation_every > 0) {
      // The next score is paid for from evaluation to evaluation.
      const double credit = firm.model.seat_credit[seat];
      const double periods = p.evaluation_every / part.tally.days;
      const double of_result =
          credit > 0 ? rules::points_of_result(own) / (credit * p.evaluation_every) : 0;
      const double of_hour = rules::points_of_help(own) / mates_help(firm, state, seat);
      slope_at(periods * std::max(of_result * credit * ability, of_hour * calendar.hours));
      const double point = p.next_period * next * periods;
      people.pull[seat] += point * of_result;
      for (int m = 0; m < kActivities; ++m)
        terms.score[m] += point * of_result * credit * ability * own.returns[m];
      terms.score[kHelping] += point * of_hour * calendar.hours * used;
      by_score += point * of_hour;
    }
  }
  terms.help = of_help * calendar.hours * used;
  if (!state.merits.help_pull.empty()) state.merits.help_pull[seat] = of_help + by_score;
  return terms;
}

}  // namespace tandem
