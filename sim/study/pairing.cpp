// SPDX-License-Identifier: Apache-2.0
#include "sim/study/pairing.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/study/anytime.h"

namespace tandem {

namespace {

/// Variance of the difference of two independent runs, var(base) + var(variant), over that of the
/// pairs. Both sides constant: nothing to save, 1.
double variance_reduction(const Moments& base, const Moments& variant, const Moments& difference) {
  constexpr double kMost = 1e9;
  const double apart = base.variance() + variant.variance();
  if (apart == 0) return 1;
  const double paired = difference.variance();
  return paired * kMost > apart ? apart / paired : kMost;
}

/// Money paid and people lost, by seat.
struct BySeat {
  std::vector<double> pay, quits;
  BySeat(const RunRecord& record, std::size_t seats) : pay(seats), quits(seats) {
    for (const RunRecord::PersonRow& row : record.people) {
      const auto seat = static_cast<std::size_t>(row.seat);
      pay.at(seat) += row.pay;
      quits.at(seat) += row.quit ? 1 : 0;
    }
  }
};

}  // namespace

void PairedMetric::add(const std::optional<double>& base, const std::optional<double>& variant) {
  identical_ = identical_ && base == variant;
  if (!base || !variant) return;
  base_.add(*base);
  variant_.add(*variant);
  difference_.add(*variant - *base);
  base_sample_.add(*base);
  variant_sample_.add(*variant);
}

Difference PairedMetric::result(Metric metric) const {
  const Estimate fixed = estimate(difference_), paired = anytime_estimate(difference_);
  Difference out;
  out.metric = metric;
  out.pairs = paired.n;
  out.base_mean = base_.mean();
  out.variant_mean = variant_.mean();
  out.difference = paired.mean;
  out.low = paired.low;
  out.high = paired.high;
  out.fixed_low = fixed.low;
  out.fixed_high = fixed.high;
  out.relative = out.base_mean == 0 ? 0 : out.difference / std::abs(out.base_mean);
  out.base_sd = base_.sd();
  out.variant_sd = variant_.sd();
  out.base_spread = base_sample_.spread(Looks::any);
  out.variant_spread = variant_sample_.spread(Looks::any);
  out.variance_reduction = variance_reduction(base_, variant_, difference_);
  out.identical = identical_;
  if (identical_) return out;
  out.verdict = verdict(difference_);
  if (out.verdict == Verdict::unclear) out.pairs_needed = std::max(1, more_needed(difference_));
  return out;
}

int PairedMetric::remaining(const StopRule& rule) const {
  // Equal in so many pairs that a verdict could be given: no difference is in sight.
  const int to_first_look = std::max(0, first_look(difference_.sd()) - difference_.n());
  int out = needed_within(difference_, rule.precision.value_or(0) * std::abs(base_.mean()));
  if (rule.until_clear) out = std::min(out, std::max(to_first_look, more_needed(difference_)));
  return out;
}

PairedSeats::PairedSeats(const Scenario& base, const Scenario& variant)
    : base_seats_(base.seats().size()), variant_seats_(variant.seats().size()) {
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < variant_seats_; ++i) places.emplace(variant.seats()[i].name, i);
  for (std::size_t i = 0; i < base_seats_; ++i) {
    const auto found = places.find(base.seats()[i].name);
    if (found == places.end()) continue;
    seats_.push_back(Seat{.label = base.seats()[i],
                          .base = i,
                          .variant = found->second,
                          .base_pay = {},
                          .pay = {},
                          .quits = {}});
  }
}

void PairedSeats::add(const RunRecord& base, const RunRecord& variant) {
  const BySeat one(base, base_seats_), other(variant, variant_seats_);
  for (Seat& seat : seats_) {
    seat.base_pay.add(one.pay[seat.base]);
    seat.pay.add(other.pay[seat.variant] - one.pay[seat.base]);
    seat.quits.add(other.quits[seat.variant] - one.quits[seat.base]);
  }
}

std::vector<SeatDifference> PairedSeats::result() const {
  std::vector<SeatDifference> out;
  for (const Seat& seat : seats_) {
    out.push_back({.seat = seat.label,
                   .base_pay = seat.base_pay.mean(),
                   .pay = anytime_estimate(seat.pay),
                   .quit = anytime_estimate(seat.quits),
                   .pay_verdict = verdict(seat.pay),
                   .quit_verdict = verdict(seat.quits)});
  }
  return out;
}

}  // namespace tandem
