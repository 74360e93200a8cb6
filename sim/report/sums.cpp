// SPDX-License-Identifier: Apache-2.0
#include "sim/report/sums.h"

#include <bit>
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
  training_cost += whole_units(today.training_cost);
  opportunities += today.opportunities + static_cast<double>(today.encounters);
  for (const Today::Closed& closed : today.closed) {
    won += closed.ending == Ending::won;
    lost += closed.ending == Ending::lost;
    idle += closed.ending == Ending::idle;
    if (closed.ending != Ending::won) continue;
    co_sold += closed.deal.partner >= 0;
    cycle_days += state.day - 1 - closed.deal.created;
    won_value += closed.deal.value;
  }
  requests += today.requests;
  answered += today.answered;
  complaints += today.complaints;
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
  asked += today.asked;
  helped += today.helped;
  refused += today.refused;
  help_hours += today.help_hours;
  cross_team += today.cross_team;
  disputes += today.disputes;
  promotions += today.promotions;
  settled += today.settled;
  dispute_days += today.dispute_days;
  missed += today.missed;
  duplicated += today.duplicated;
  repeated_hours += today.repeated_hours;
  dispute_cost += whole_units(today.dispute_cost);
  lost_with_leavers += today.lost_with_leavers;
  deals_lost_with_leavers += today.deals_lost_with_leavers;
  items_used += today.items_used;
  item_age += today.item_age;
  unique_items += today.unique_items;
  unique_shared += today.unique_shared;
  inputs_asked += today.inputs_asked;
  inputs_refused += today.inputs_refused;
  inputs_late += today.inputs_late;
  inputs_ready += today.inputs_ready;
  input_days += today.input_days;
  inputs_made += today.inputs_made;
  inputs_back += today.inputs_back;
  desk_answered += today.desk_answered;
  request_hours += today.request_hours;
  leads += today.leads;
  unqualified += today.unqualified;
  department_cost += whole_units(today.department_cost);
  strays += today.strays;
  referrals += today.referrals;
  offers += today.offers;
  accepted += today.accepted;
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
    coverage += p.coverage[seat];
    fairness += p.fairness[seat];
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
  for (const Model::Circle& circle : model.circles)
    for (const int seat : circle.seats())
      for (const int mate : circle.seats()) {
        if (mate == seat || !p.present[seat] || !p.present[mate]) continue;
        trust += state.ties.trust[Ties::place(circle, seat, mate)];
        ties += 1;
      }
  open_disputes += static_cast<double>(state.disputes.size());
  for (const double answers : state.library.answers) written += answers / model.topics;
  add_reach(model, state);
  for (const double of_team : state.ties.norm) norm += of_team / model.teams;
  for (const double of_team : state.departments.trust) {
    support_trust += of_team / model.teams;
    support_readings += 1.0 / model.teams;
  }
  for (int a = 0; a < model.accounts; ++a) {
    if (state.accounts[a].segment == Segment::prospect || model.account[a].seat < 0) continue;
    customers += 1;
    satisfaction += state.accounts[a].satisfaction;
  }
}

// Who needs an item: those who sell where it happens what their territory asks for.
void Sums::add_reach(const Model& model, const State& state) {
  const News& news = state.news;
  for (std::uint64_t left = news.live; left != 0; left &= left - 1) {
    const int item = std::countr_zero(left);
    for (int seat = 0; seat < model.seats; ++seat) {
      if (!state.people.present[seat] || !model.sells(seat) ||
          model.seat_selling[seat] != Selling::pipeline ||
          model.asked_of(seat)[news.topic[item]] <= 0 ||
          !news.has_come(item, model.seat_territory[seat], model.territories, state.day))
        continue;
      item_needers += 1;
      item_holders += static_cast<double>(news.held[seat] >> item & 1);
    }
  }
}

void Sums::add(const Sums& other) {
  auto row = std::bit_cast<SumsRow>(*this);
  const auto more = std::bit_cast<SumsRow>(other);
  for (std::size_t i = 0; i < row.size(); ++i) row[i] += more[i];
  const double year = year_days;
  *this = std::bit_cast<Sums>(row);
  year_days = year;
}

}  // namespace tandem
