// SPDX-License-Identifier: Apache-2.0
#include "sim/plan/pay_plans.h"

#include <algorithm>
#include <cmath>

#include "sim/base/check.h"
#include "sim/plan/payout.h"

namespace tandem {

namespace {

using P = PayElement;

int find_name(std::span<const std::string> names, const std::string& name) {
  if (name.empty()) return -1;
  const auto at = std::find(names.begin(), names.end(), name);
  CHECK(at != names.end(), "a plan names a topic or product that does not exist: " + name);
  return static_cast<int>(at - names.begin());
}

int whole_days(double days) { return static_cast<int>(std::nearbyint(days)); }

/// A level is added up day by day: its mean is over the days of the element's period.
double days_of(const Calendar& calendar, Period per, int measure) {
  return is_level(quantity_of(measure)) ? calendar.length(per) : 1;
}

int meter_index(std::vector<Meter>& meters, const Meter& meter) {
  const auto at = std::find(meters.begin(), meters.end(), meter);
  if (at != meters.end()) return static_cast<int>(at - meters.begin());
  meters.push_back(meter);
  return static_cast<int>(meters.size()) - 1;
}

bool ranked(const P& e) { return e.kind == P::contest || e.kind == P::recognition; }

CompiledElement compile_element(const P& e, PayPlans& out, const Calendar& calendar,
                                std::span<const std::string> topics,
                                std::span<const std::string> products) {
  CompiledElement done;
  done.says = e;
  const bool fixed = e.kind == P::salary;
  done.per = period_of(fixed ? e.paid : e.per);
  if (!pays_by_result(e) && !ranked(e) && e.kind != P::promotion) return done;

  Meter meter;
  meter.quantity = quantity_of(e.measure);
  meter.holder = holder_of(e.measure);
  meter.period = e.basis == P::year_to_date ? Period::year : done.per;
  meter.topic = find_name(topics, e.topic);
  meter.product = find_name(products, e.product);
  meter.from = whole_days(e.from);
  meter.until = e.until < 0 ? -1 : whole_days(e.until);
  meter.after = e.credited == P::booked ? 0 : whole_days(e.after);
  meter.cap_deal = cents(e.cap_deal);
  done.meter = meter_index(out.meters, meter);
  done.days = days_of(calendar, done.per, e.measure);

  if (e.base_weeks > 0) {
    Meter weekly = meter;
    weekly.period = Period::week;
    weekly.from = 0;
    weekly.until = -1;
    done.weekly = meter_index(out.meters, weekly);
    out.any_growth = true;
  }

  Meter own = meter;
  own.holder = Holder::seat;
  const bool needs_own =
      meter.holder != Holder::seat && (e.gathered != P::total || e.split == P::by_credit);
  done.own =
      meter.holder == Holder::seat ? done.meter : (needs_own ? meter_index(out.meters, own) : -1);

  if (e.kind == P::profit_share) {
    Meter cost = meter;
    cost.quantity = Quantity::cost;
    done.cost = meter_index(out.meters, cost);
    out.any_cost = true;
  }
  if (e.hurdle_at > 0) {
    Meter hurdle;
    hurdle.quantity = quantity_of(e.hurdle_measure);
    hurdle.holder = holder_of(e.hurdle_measure);
    hurdle.period = meter.period;
    done.hurdle = meter_index(out.meters, hurdle);
    done.hurdle_days = days_of(calendar, done.per, e.hurdle_measure);
  }
  return done;
}

}  // namespace

Holder holder_of(int measure) {
  switch (measure) {
    case P::team_revenue:
    case P::team_margin:
    case P::team_profit:
    case P::team_satisfaction:
      return Holder::team;
    case P::territory_revenue:
      return Holder::territory;
    case P::firm_revenue:
    case P::firm_margin:
    case P::firm_profit:
    case P::firm_satisfaction:
      return Holder::firm;
    case P::reports_revenue:
    case P::reports_margin:
      return Holder::reports;
    case P::group_revenue:
      return Holder::group;
    default:
      return Holder::seat;
  }
}

Quantity quantity_of(int measure) {
  switch (measure) {
    case P::own_margin:
    case P::team_margin:
    case P::firm_margin:
    case P::reports_margin:
    case P::team_profit:
    case P::firm_profit:
      return Quantity::margin;
    case P::new_accounts:
      return Quantity::new_accounts;
    case P::deals_won:
      return Quantity::deals;
    case P::activity:
      return Quantity::activity;
    case P::help_given:
      return Quantity::help;
    case P::own_satisfaction:
    case P::team_satisfaction:
    case P::firm_satisfaction:
      return Quantity::satisfaction;
    case P::score:
      return Quantity::score;
    default:
      return Quantity::revenue;
  }
}

PayPlans compile(std::span<const std::vector<PayElement>> plans, const QuotaSpec& quota,
                 const Calendar& calendar, std::span<const std::string> topics,
                 std::span<const std::string> products) {
  PayPlans out;
  out.quota = quota;
  for (const auto& elements : plans) {
    CompiledPlan plan;
    for (const PayElement& element : elements) {
      const int slot = static_cast<int>(plan.elements.size());
      plan.elements.push_back(compile_element(element, out, calendar, topics, products));
      plan.elements.back().slot = slot;
      out.uses_period[static_cast<std::size_t>(plan.elements.back().per)] = true;
      switch (element.kind) {
        case P::salary:
          if (plan.salary < 0) plan.salary = slot;
          break;
        case P::draw:
          plan.draw = slot;
          break;
        case P::clawback:
          plan.clawback = slot;
          out.claw_window = std::max(out.claw_window, whole_days(element.window));
          break;
        case P::windfall:
          plan.windfall = slot;
          break;
        case P::exchange:
          plan.exchange = slot;
          if (element.fx_at == P::booking) out.fx_by_booking = true;
          break;
        case P::promotion:
          plan.promotion = slot;
          break;
        default:
          break;
      }
    }
    out.most_elements = std::max(out.most_elements, static_cast<int>(plan.elements.size()));
    out.plans.push_back(std::move(plan));
  }

  out.lags = {0};
  int shortest = calendar.year, longest_lag = 0;
  for (const Meter& meter : out.meters) {
    out.lags.push_back(meter.after);
    longest_lag = std::max(longest_lag, meter.after);
    out.counts[static_cast<std::size_t>(meter.quantity)] = true;
    out.uses_period[static_cast<std::size_t>(meter.period)] = true;
    shortest = std::min(shortest, calendar.length(meter.period));
  }
  std::sort(out.lags.begin(), out.lags.end());
  out.lags.erase(std::unique(out.lags.begin(), out.lags.end()), out.lags.end());
  if (out.claw_window >= 0) out.most_periods = (out.claw_window + longest_lag) / shortest + 2;
  return out;
}

}  // namespace tandem
