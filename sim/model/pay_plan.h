// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/model/field.h"

// What people are paid for, as a scenario file says it: a plan is a list of elements, and the first
// key of an element names its kind, its value is the kind's head: `{commission: own revenue, rate:
// 5%}`.
namespace tandem {

/// One element of a plan. The struct is flat; `kinds()` says which keys a kind reads and which key
/// its head fills. Start from `of(kind)`, which sets the defaults of that kind. Every choice that
/// changes money is a key. Money in whole units of the firm's currency, durations in working days.
struct PayElement {
  enum Kind {
    salary,
    commission,
    bonus,
    pool,
    override_pay,
    spiff,
    contest,
    recognition,
    draw,
    guarantee,
    clawback,
    windfall,
    long_service,
    promotion,
    profit_share,
    exchange
  };
  enum Measure {
    own_revenue,
    team_revenue,
    territory_revenue,
    firm_revenue,
    reports_revenue,
    own_margin,
    team_margin,
    firm_margin,
    reports_margin,
    new_accounts,
    deals_won,
    activity,
    team_profit,
    firm_profit,
    group_revenue,
    help_given,
    own_satisfaction,
    team_satisfaction,
    firm_satisfaction,
    score
  };
  enum Per { day, week, month, quarter, year };
  enum TierMethod { marginal, retroactive };
  enum Counted { attainment, money, count };
  enum Edge { upper, lower };
  enum Shape { step, linear };
  enum Basis { period, year_to_date };
  enum Below { lost, paid_on_reaching };
  enum Excess { excess_lost, excess_carried };
  enum Split { each, equal, by_base, by_credit };
  enum Of { total, average, maximum };
  enum Rivals { in_team, in_territory, in_firm };
  enum Ties { shared, all_win, earlier_first };
  enum Exit { forgiven, owed };
  enum Advance { full, shortfall };
  enum Covers { incentive, all_pay };
  enum ClawRate { original, current };
  enum Treatment { cap_it, share_it, lift_quota, review };
  enum RateOf { booking, period_average, plan_rate };
  enum Rounding { per_line, per_total };
  enum Credited { booked, invoiced, customer_paid };
  enum Prorate { none, by_days, by_months };

  int kind = salary;

  // heads
  double amount = 0;          ///< salary, draw, guarantee, long service: money
  int measure = own_revenue;  ///< what the element is paid on
  double window = 126;        ///< clawback: days after booking
  double trigger = 2;         ///< windfall: share of the period's quota in one deal
  std::string currency;       ///< exchange: what the people are paid in

  int per = quarter;  ///< period of the amount or of the measure
  int paid = month;   ///< salary, promotion: how often it is paid
  double rate = 0;    ///< pay per unit of the measure; of a count: money each
  Points tiers;       ///< commission: [edge, rate]; bonus: [edge, amount]
  int tiers_are = marginal;
  int unit = attainment;  ///< of tiers, at, threshold, cap, minimum and multipliers
  int edge = upper;
  int curve = step;
  int basis = period;
  double goal = 0;     ///< what 100 % is, a period; 0 = the quota
  int base_weeks = 0;  ///< growth over so many weeks counts; 0 = the result itself
  double threshold = 0;
  int below = lost;
  Points multipliers;  ///< [point, factor on the rate from there on]
  int hurdle_measure = own_revenue;
  double hurdle_at = 0, hurdle_goal = 0, hurdle_factor = 1;

  double cap = 0, cap_pay = 0, cap_deal = 0, cap_rate = 0;  ///< 0 = none
  int excess = excess_lost;

  double at = 1;    ///< bonus: where it is paid
  double pays = 0;  ///< bonus: the amount; spiff: money for each deal
  int split = each;
  int gathered = total;  ///< key `of`

  std::string topic, product;   ///< only credit on these; empty: all
  double from = 0, until = -1;  ///< only credit booked on days from <= day < until; < 0: no end

  int among = in_team;
  std::vector<double> prizes;
  int ties = shared;
  double minimum = 0;
  bool in_cost = true;
  int winners = 1;
  double points = 1;

  bool recoverable = true;
  double recovery = 1;
  int on_exit = owed;
  int advance = full;
  double lasts = 0;  ///< days after joining; 0 = always
  int covers = incentive;

  int claw_rate = original;
  bool removes_credit = true;

  int treatment = cap_it;
  double factor = 0.5;
  double hold = 21;

  double cliff = 0;
  double most_years = 40;
  Points levels;  ///< promotion: [credit since joining, raise of the yearly salary]

  double fx_rate = 1;
  Points fx_rates;  ///< [day, units of the paid currency for one of the plan's]
  int fx_at = plan_rate;
  int rounding = per_line;

  int credited = booked;
  double after = 0;    ///< days from booking to invoice or payment
  double pay_lag = 0;  ///< days from the end of the period to pay day
  int prorate = by_days;

  /// The defaults of a kind.
  [[nodiscard]] static PayElement of(int kind);
  [[nodiscard]] static std::span<const Field<PayElement>> fields();
  friend bool operator==(const PayElement&, const PayElement&) = default;
};

/// One kind of element: the row that reader, schema and docs are driven by.
struct KindInfo {
  std::string_view name;                    ///< the first key of the element
  std::string_view head;                    ///< the field its value fills: amount, measure, ...
  std::string_view says;                    ///< one sentence
  std::string_view example;                 ///< one line of YAML that checks
  std::span<const std::string_view> keys;   ///< further keys that apply
  std::span<const std::string_view> needs;  ///< keys (or heads) of which at least one must be given
  std::span<const int> measures;            ///< allowed values of `measure`; empty: no measure
};

/// All kinds, in the order of PayElement::Kind.
[[nodiscard]] std::span<const KindInfo> kinds();

/// What is wrong with one element beyond the range of each key, as "key: sentence"; empty =
/// nothing. To be called with every value filled in.
[[nodiscard]] std::vector<std::string> faults(const PayElement& element);

/// The same for a whole plan: at most one draw, clawback, windfall, exchange and
/// promotion each.
[[nodiscard]] std::vector<std::string> faults(std::span<const PayElement> plan);

/// Quotas: how much credit a seat is asked for.
struct QuotaSpec {
  enum Method { uniform, by_potential, bottom_up, ratchet };
  int method = by_potential;
  double amount = 0;  ///< money a seat and year; 0 = what the market is expected to give
  int period = PayElement::quarter;  ///< attainment is judged and the ratchet moves after each
  double growth = 0;                 ///< a year, on the quota before
  double stretch = 0;                ///< on top of what is expected
  double potential_weight = 1;       ///< by potential: 0 = the same for all, 1 = in proportion
  std::vector<double> ramp;    ///< newcomers: share of the quota in the first, second, ... month
  std::vector<double> season;  ///< shares of the year's quota in evenly spaced parts; empty: flat
  double up = 0.5, down = 0.25, step = 0;  ///< ratchet: l_up, l_down and d (share of quota a year)
  double shading = 0.1;   ///< bottom-up: how far below expectation people name their quota
  double correction = 0;  ///< bottom-up: share of the shading the firm adds back
  bool prorate = true;    ///< quota of a part of a period in proportion to days

  [[nodiscard]] static std::span<const Field<QuotaSpec>> fields();
  friend bool operator==(const QuotaSpec&, const QuotaSpec&) = default;
};

}  // namespace tandem
