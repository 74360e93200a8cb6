// SPDX-License-Identifier: Apache-2.0
#include "sim/report/sums.h"

#include <cmath>

#include "sim/base/money.h"

namespace tandem {

void Sums::add_day(const State& state) {
  const Today& today = state.today;
  ++days;
  revenue += whole_units(today.revenue);
  list_value += whole_units(today.list_value);
  margin += whole_units(today.margin);
  pay += whole_units(today.pay);
  hiring_cost += whole_units(today.hiring_cost);
  opportunities += today.opportunities + static_cast<double>(today.encounters);
  for (const Today::Closed& closed : today.closed) {
    won += closed.ending == Ending::won;
    lost += closed.ending == Ending::lost;
    idle += closed.ending == Ending::idle;
    if (closed.ending != Ending::won) continue;
    cycle_days += state.day - 1 - closed.deal.created;
    won_value += closed.deal.value;
  }
  requests += today.requests;
  answered += today.answered;
  response_days += today.response_days;
  customers_lost += today.customers_lost;
  customers_won += today.customers_won;
  for (const Today::Exit& exit : today.exits) (exit.dismissed ? dismissals : quits) += 1;
  joined += static_cast<double>(today.joined.size());
  for (int m = 0; m < kActivities; ++m) hours[m] += today.hours[m];
  for (const Today::Attained& a : today.attained) {
    attainment += a.attainment;
    at_quota += a.attainment >= 1;
    judged += 1;
  }
  for (const int days_to_ramp : today.ramp_days) ramp_days += days_to_ramp, ramped += 1;
  topic_shifts += today.topic_shifts;
  encounters += static_cast<double>(today.encounters);
  abandoned += static_cast<double>(today.abandoned);
  wait_minutes += today.wait_minutes;
  sales += static_cast<double>(today.sales);
  sales_value += whole_units(today.sales_value);
  counter_hours += today.counter_hours;
  busy_hours += today.busy_hours;
}

void Sums::add_reading(const Model& model, const State& state) {
  const People& p = state.people;
  ++samples;
  seats += model.seats;
  double here = 0;
  for (int seat = 0; seat < model.seats; ++seat) {
    backlog += state.deals.count(seat);
    for (const Deal& deal : state.deals.of(seat)) pipeline += deal.value;
    if (!p.present[seat]) continue;
    here += 1;
    morale += p.morale[seat];
    fatigue += p.fatigue[seat];
    effort += p.effort[seat];
    tenure += state.day - p.joined[seat];
  }
  people += here;
  double spread = 0;
  for (int k = 0; k < model.topics; ++k) {
    double sum = 0, square = 0;
    for (int seat = 0; seat < model.seats; ++seat) {
      if (!p.present[seat]) continue;
      const double x = p.knowledge[seat * model.topics + k];
      sum += x;
      square += x * x;
    }
    knowledge += sum / model.topics;
    if (here > 1) spread += std::sqrt(std::fmax(0.0, (square - sum * sum / here) / (here - 1)));
  }
  knowledge_spread += spread / model.topics;
  for (int a = 0; a < model.accounts; ++a) {
    if (state.accounts[a].segment == Segment::prospect || model.account_seat[a] < 0) continue;
    customers += 1;
    satisfaction += state.accounts[a].satisfaction;
  }
}

void Sums::add(const Sums& o) {
  days += o.days, samples += o.samples;
  revenue += o.revenue, list_value += o.list_value, margin += o.margin, pay += o.pay,
      hiring_cost += o.hiring_cost;
  opportunities += o.opportunities, won += o.won, lost += o.lost, idle += o.idle;
  cycle_days += o.cycle_days, won_value += o.won_value;
  requests += o.requests, answered += o.answered, response_days += o.response_days;
  customers_lost += o.customers_lost, customers_won += o.customers_won;
  quits += o.quits, dismissals += o.dismissals, joined += o.joined;
  for (int m = 0; m < kActivities; ++m) hours[m] += o.hours[m];
  attainment += o.attainment, at_quota += o.at_quota, judged += o.judged;
  ramp_days += o.ramp_days, ramped += o.ramped, topic_shifts += o.topic_shifts;
  encounters += o.encounters, abandoned += o.abandoned, wait_minutes += o.wait_minutes;
  sales += o.sales, sales_value += o.sales_value;
  counter_hours += o.counter_hours, busy_hours += o.busy_hours;
  people += o.people, seats += o.seats;
  morale += o.morale, fatigue += o.fatigue, effort += o.effort, tenure += o.tenure,
      knowledge += o.knowledge;
  knowledge_spread += o.knowledge_spread, backlog += o.backlog, pipeline += o.pipeline;
  customers += o.customers, satisfaction += o.satisfaction;
}

}  // namespace tandem
