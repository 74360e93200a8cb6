// SPDX-License-Identifier: Apache-2.0
#include "sim/report/observer.h"

#include <algorithm>
#include <limits>

#include "sim/report/metrics.h"

namespace tandem {

void Observer::start(const Model& model, bool deals) {
  const auto seats = static_cast<std::size_t>(model.seats);
  total_ = week_ = Sums{};
  total_.year_days = week_.year_days = model.calendar.year;
  weeks_.clear();
  weeks_.reserve(static_cast<std::size_t>(model.days / model.calendar.week + 2));
  left_.clear();
  left_.reserve(3 * seats + 64);
  attained_.assign(seats, 0);
  periods_.assign(seats, 0);
  deals_.clear();
  watch_deals_ = deals;
  soft_limits_ = 0;
}

void Observer::see(const Model& model, const State& state) {
  for (const Today::Attained& a : state.today.attained) {
    attained_[a.seat] += a.attainment;
    periods_[a.seat] += 1;
  }
  const int played = state.day - 1;
  for (const Today::Exit& exit : state.today.exits) {
    const int seat = exit.seat;
    if (played >= 0)
      left_.push_back({seat, exit.person, whole_units(exit.paid), whole_units(exit.revenue),
                       periods_[seat] > 0 ? attained_[seat] / periods_[seat] : -1.0,
                       played + 1 - std::max(exit.joined, 0), !exit.dismissed, exit.dismissed});
    attained_[seat] = periods_[seat] = 0;
  }
  if (played < 0) return;  // the warm-up
  total_.add_day(state);
  week_.add_day(state);
  soft_limits_ += state.today.soft_limits;
  if (watch_deals_)
    for (const Today::Closed& closed : state.today.closed)
      deals_.push_back({closed.deal.product, closed.seat, closed.deal.created, played,
                        closed.ending == Ending::won, closed.deal.value,
                        static_cast<int>(closed.deal.stage), closed.deal.to_prospect,
                        closed.deal.second_topic >= 0});
  const bool last = played + 1 == model.days;
  if (!model.calendar.ends_week(played) && !last) return;
  Sums reading;
  reading.add_reading(model, state);
  total_.add(reading);
  week_.add(reading);
  close_week();
}

void Observer::close_week() {
  weeks_.push_back(week_);
  const double year = week_.year_days;
  week_ = Sums{};
  week_.year_days = year;
}

RunRecord::PersonRow Observer::row_of(const State& state, int seat) const {
  const People& p = state.people;
  return {seat,
          p.person[seat],
          whole_units(p.paid[seat]),
          whole_units(p.revenue[seat]),
          periods_[seat] > 0 ? attained_[seat] / periods_[seat] : -1.0,
          state.day - std::max(p.joined[seat], 0),
          false,
          false};
}

double Observer::pay_gini(const Model& model, const State& state) const {
  std::vector<double> pay;
  const auto take = [&](const RunRecord::PersonRow& row) {
    if (row.days >= 63) pay.push_back(row.pay / row.days);
  };
  for (const auto& row : left_) take(row);
  for (int seat = 0; seat < model.seats; ++seat)
    if (state.people.present[seat]) take(row_of(state, seat));
  std::sort(pay.begin(), pay.end());
  double sum = 0, weighted = 0;
  const auto n = static_cast<double>(pay.size());
  for (std::size_t i = 0; i < pay.size(); ++i) {
    sum += pay[i];
    weighted += (2.0 * static_cast<double>(i) + 1 - n) * pay[i];
  }
  return pay.size() < 2 || sum <= 0 ? std::numeric_limits<double>::quiet_NaN()
                                    : weighted / (n * sum);
}

RunRecord Observer::record(const Model& model, const State& state, WatchDetail detail) const {
  RunRecord record;
  const double gini = pay_gini(model, state);
  const double none = std::numeric_limits<double>::quiet_NaN();
  for (std::size_t m = 0; m < metrics().size(); ++m) {
    const auto metric = static_cast<Metric>(m);
    record.values.push_back(value_of(metric, total_, gini));
    if (!detail.weekly) continue;
    std::vector<double> series;
    if (metrics()[m].weekly)
      for (const Sums& week : weeks_) series.push_back(value_of(metric, week, none).value_or(none));
    record.weekly.push_back(std::move(series));
  }
  if (detail.people) {
    record.people = left_;
    for (int seat = 0; seat < model.seats; ++seat)
      if (state.people.present[seat]) record.people.push_back(row_of(state, seat));
    std::sort(record.people.begin(), record.people.end(), [](const auto& a, const auto& b) {
      return a.seat != b.seat ? a.seat < b.seat : a.person < b.person;
    });
  }
  record.deals = deals_;
  record.hash = hash_of(state);
  record.soft_limits = soft_limits_;
  return record;
}

}  // namespace tandem
