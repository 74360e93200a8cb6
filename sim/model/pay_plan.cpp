// SPDX-License-Identifier: Apache-2.0
#include "sim/model/pay_plan.h"

#include <array>

namespace tandem {

namespace {

using P = PayElement;
using Text = std::string_view;

constexpr std::array<Text, 20> kMeasures{
    "own revenue", "team revenue",     "territory revenue", "firm revenue",      "reports revenue",
    "own margin",  "team margin",      "firm margin",       "reports margin",    "new accounts",
    "deals won",   "activity",         "team profit",       "firm profit",       "group revenue",
    "help given",  "own satisfaction", "team satisfaction", "firm satisfaction", "score"};
constexpr std::array<Text, 5> kPers{"day", "week", "month", "quarter", "year"};
constexpr std::array<Text, 2> kTierMethods{"marginal", "retroactive"};
constexpr std::array<Text, 3> kUnits{"attainment", "money", "count"};
constexpr std::array<Text, 2> kEdges{"upper", "lower"};
constexpr std::array<Text, 2> kShapes{"step", "linear"};
constexpr std::array<Text, 2> kBases{"period", "year to date"};
constexpr std::array<Text, 2> kBelow{"lost", "paid on reaching"};
constexpr std::array<Text, 2> kExcess{"lost", "carried"};
constexpr std::array<Text, 4> kSplits{"each", "equal", "by base", "by credit"};
constexpr std::array<Text, 3> kOf{"total", "average", "maximum"};
constexpr std::array<Text, 3> kRivals{"team", "territory", "all"};
constexpr std::array<Text, 3> kTies{"shared", "all win", "earlier first"};
constexpr std::array<Text, 2> kExits{"forgiven", "owed"};
constexpr std::array<Text, 2> kAdvances{"full", "shortfall"};
constexpr std::array<Text, 2> kCovers{"incentive", "all pay"};
constexpr std::array<Text, 2> kClawRates{"original", "current"};
constexpr std::array<Text, 4> kTreatments{"cap", "share", "lift quota", "review"};
constexpr std::array<Text, 3> kRatesOf{"booking", "period average", "plan"};
constexpr std::array<Text, 2> kRoundings{"line", "total"};
constexpr std::array<Text, 3> kCredited{"booked", "invoiced", "paid"};
constexpr std::array<Text, 3> kProrates{"none", "days", "months"};
constexpr std::array<Text, 4> kMethods{"uniform", "by potential", "bottom-up", "ratchet"};

constexpr double kMost = 1e12;
constexpr auto team = Scope::team;

// key, member, unit, low, high, scope, sentence, source[, choices]
// clang-format off
const Field<P> kFields[] = {
    {"amount", &P::amount, Unit::money, 0, 1e9, team,
     "The amount in each period named by `per`.", {}},
    {"measure", &P::measure, Unit::none, 0, 0, team,
     "The result that the element is paid on.", {}, kMeasures},
    {"window", &P::window, Unit::days, 0, 5000, team,
     "Days after booking within which a cancelled deal's pay is taken back.", {}},
    {"trigger", &P::trigger, Unit::share, 0, 1000, team,
     "Size of one deal, as a share of the period's quota, from which it counts as a windfall.", {}},
    {"currency", &P::currency, Unit::none, 0, 0, team,
     "The currency that the people are paid in.", {}},
    {"per", &P::per, Unit::none, 0, 0, team,
     "The period of the amount or of the measure; incentive pay is settled at its end.", {}, kPers},
    {"paid", &P::paid, Unit::none, 0, 0, team,
     "How often the salary is paid out.", {}, kPers},
    {"rate", &P::rate, Unit::share, 0, 1e6, team,
     "Pay for each unit of the measure; for a count, money for each one.", {}},
    {"tiers", &P::tiers, Unit::share, 0, kMost, team,
     "Bands as [lower edge, rate], for a bonus [edge, amount], edges rising.", {}},
    {"tiers_are", &P::tiers_are, Unit::none, 0, 0, team,
     "A band's rate is paid on the credit inside the band, or on all credit back to the first.", {}, kTierMethods},
    {"unit", &P::unit, Unit::none, 0, 0, team,
     "What edges, threshold, cap and points are counted in; a contest ranks by it.", {}, kUnits},
    {"edge", &P::edge, Unit::none, 0, 0, team,
     "The band that a result exactly on an edge belongs to.", {}, kEdges},
    {"curve", &P::curve, Unit::none, 0, 0, team,
     "Bands are steps, or points of pay joined by straight lines.", {}, kShapes},
    {"basis", &P::basis, Unit::none, 0, 0, team,
     "Each period stands alone, or the year so far is reckoned and what was paid taken off.", {}, kBases},
    {"goal", &P::goal, Unit::none, 0, kMost, team,
     "What counts as 100 % in a period; 0 = the quota.", {}},
    {"base_weeks", &P::base_weeks, Unit::none, 0, 1000, team,
     "The result counts as growth over its mean in so many weeks before `from`, or of one's own start; 100 % is that mean; 0 = the result itself.", {}},
    {"threshold", &P::threshold, Unit::share, 0, kMost, team,
     "Result below which nothing is paid; 0 = none.", {}},
    {"below", &P::below, Unit::none, 0, 0, team,
     "Credit below the threshold is lost, or paid once the threshold is reached.", {}, kBelow},
    {"multipliers", &P::multipliers, Unit::share, 0, kMost, team,
     "Accelerators and decelerators as [point, factor on the rate from there on].", {}},
    {"hurdle.measure", &P::hurdle_measure, Unit::none, 0, 0, team,
     "Another measure that the pay depends on.", {}, kMeasures},
    {"hurdle.at", &P::hurdle_at, Unit::share, 0, kMost, team,
     "Share of the hurdle's goal below which the pay is multiplied; 0 = no hurdle.", {}},
    {"hurdle.goal", &P::hurdle_goal, Unit::none, 0, kMost, team,
     "What counts as 100 % of the hurdle's measure in a period; 0 = the quota.", {}},
    {"hurdle.factor", &P::hurdle_factor, Unit::share, 0, 10, team,
     "Factor on the pay where the hurdle is missed.", {}},
    {"cap", &P::cap, Unit::share, 0, kMost, team,
     "Result beyond which credit pays nothing; 0 = none.", {}},
    {"cap_pay", &P::cap_pay, Unit::money, 0, 1e9, team,
     "Most that is paid in a period; 0 = no limit.", {}},
    {"cap_deal", &P::cap_deal, Unit::money, 0, 1e9, team,
     "Most credit that counts from one deal; 0 = no limit.", {}},
    {"cap_rate", &P::cap_rate, Unit::share, 0, 1e6, team,
     "Most that is paid as a share of the credit; 0 = no limit.", {}},
    {"excess", &P::excess, Unit::none, 0, 0, team,
     "What lies beyond a cap on the result or the pay is lost, or carried into the next period.", {}, kExcess},
    {"at", &P::at, Unit::share, 0, kMost, team,
     "Result from which the bonus is paid.", {}},
    {"pays", &P::pays, Unit::money, 0, 1e9, team,
     "The bonus; of a spiff, money for each deal.", {}},
    {"split", &P::split, Unit::none, 0, 0, team,
     "Pay on a shared result goes in full to each member, or is one sum divided among them.", {}, kSplits},
    {"of", &P::gathered, Unit::none, 0, 0, team,
     "The shared result is its members' total, their average or their best.", {}, kOf},
    {"topic", &P::topic, Unit::none, 0, 0, team,
     "Only deals on this topic count; empty = all.", {}},
    {"product", &P::product, Unit::none, 0, 0, team,
     "Only deals of this product count; empty = all.", {}},
    {"from", &P::from, Unit::days, 0, 1e5, team,
     "First day from which bookings count.", {}},
    {"until", &P::until, Unit::days, -1, 1e5, team,
     "Day from which bookings count no longer; -1 = always.", {}},
    {"among", &P::among, Unit::none, 0, 0, team,
     "Who competes with whom.", {}, kRivals},
    {"prizes", &P::prizes, Unit::money, 0, 1e9, team,
     "Prizes of the first, second, ... rank.", {}},
    {"ties", &P::ties, Unit::none, 0, 0, team,
     "Equal results share the prizes of their ranks, all get the best of them, or the earlier one wins.", {}, kTies},
    {"minimum", &P::minimum, Unit::share, 0, kMost, team,
     "Result needed to win anything; a result of zero never wins.", {}},
    {"in_cost", &P::in_cost, Unit::none, 0, 0, team,
     "Prizes count in the compensation cost of sales.", {}},
    {"winners", &P::winners, Unit::none, 1, 10000, team,
     "How many are recognised.", {}},
    {"points", &P::points, Unit::none, 0, 1000, team,
     "Points of recognition each winner gets.", {}},
    {"recoverable", &P::recoverable, Unit::none, 0, 0, team,
     "The advance is taken back from later incentive pay.", {}},
    {"recovery", &P::recovery, Unit::share, 0, 1, team,
     "Most of each cheque of incentive pay that goes into taking back the advance.", {}},
    {"on_exit", &P::on_exit, Unit::none, 0, 0, team,
     "What happens to an advance not yet recovered when the person leaves.", {}, kExits},
    {"advance", &P::advance, Unit::none, 0, 0, team,
     "The whole amount each period, or only what incentive pay falls short of it.", {}, kAdvances},
    {"lasts", &P::lasts, Unit::days, 0, 1e5, team,
     "Days after joining during which it is granted; 0 = always.", {}},
    {"covers", &P::covers, Unit::none, 0, 0, team,
     "What is filled up to the guarantee: incentive pay, or salary and incentive pay.", {}, kCovers},
    {"at_rate", &P::claw_rate, Unit::none, 0, 0, team,
     "Pay is taken back as it was earned, or as the deal would be paid now.", {}, kClawRates},
    {"removes_credit", &P::removes_credit, Unit::none, 0, 0, team,
     "A cancelled deal also lowers the credit of the running period.", {}},
    {"treatment", &P::treatment, Unit::none, 0, 0, team,
     "What happens to credit beyond the trigger.", {}, kTreatments},
    {"factor", &P::factor, Unit::share, 0, 1, team,
     "Share of the credit beyond the trigger that counts, or by which the quota is lifted.", {}},
    {"hold", &P::hold, Unit::days, 0, 1000, team,
     "Days a review takes before the share of the excess is credited.", {}},
    {"cliff", &P::cliff, Unit::days, 0, 1e5, team,
     "Tenure before which nothing is paid.", {}},
    {"most_years", &P::most_years, Unit::none, 0, 100, team,
     "Years of service beyond which the allowance grows no more.", {}},
    {"levels", &P::levels, Unit::money, 0, kMost, team,
     "Levels as [credit since joining, raise of the yearly salary above the entry level].", {}},
    {"fx", &P::fx_rate, Unit::none, 1e-6, 1e6, team,
     "Units of the paid currency for one of the firm's, as the plan fixes it.", {}},
    {"fx_by_day", &P::fx_rates, Unit::days, 0, 1e6, team,
     "The market's rate as [day, rate], each valid to the next; before the first: `fx`.", {}},
    {"fx_at", &P::fx_at, Unit::none, 0, 0, team,
     "The rate on the day of booking, the average of the period, or the plan's.", {}, kRatesOf},
    {"rounding", &P::rounding, Unit::none, 0, 0, team,
     "Each line is rounded to the cent, or the sum of a pay day.", {}, kRoundings},
    {"credited", &P::credited, Unit::none, 0, 0, team,
     "The event that gives the credit; `after` says how many days it follows the booking.", {}, kCredited},
    {"after", &P::after, Unit::days, 0, 1000, team,
     "Days from booking to invoice or payment.", {}},
    {"pay_lag", &P::pay_lag, Unit::days, 0, 1000, team,
     "Days from the end of the period to pay day.", {}},
    {"prorate", &P::prorate, Unit::none, 0, 0, team,
     "How a part of a period counts: wholly, by days, or by months more than half worked.", {}, kProrates},
};

using Q = QuotaSpec;

const Field<Q> kQuotaFields[] = {
    {"method", &Q::method, Unit::none, 0, 0, team,
     "How quotas are set.", {}, kMethods},
    {"amount", &Q::amount, Unit::money, 0, 1e10, team,
     "Mean quota of a seat and year; 0 = what the market is expected to give.", {}},
    {"period", &Q::period, Unit::none, 0, 0, Scope::fixed,
     "The period after which attainment is judged and a ratchet moves.", {}, kPers},
    {"growth", &Q::growth, Unit::share, -0.9, 10, team,
     "Growth of quotas from one year to the next.", {}},
    {"stretch", &Q::stretch, Unit::share, -0.9, 10, team,
     "What is asked on top of what is expected.", {}},
    {"potential_weight", &Q::potential_weight, Unit::share, 0, 1, team,
     "By potential: 0 gives every seat the same, 1 asks in proportion to its market.", {}},
    {"ramp", &Q::ramp, Unit::share, 0, 2, Scope::fixed,
     "Share of the quota asked of a newcomer in the first, second, ... month.", {}},
    {"season", &Q::season, Unit::share, 0, 1000, Scope::fixed,
     "Weights of evenly spaced parts of the year; empty = flat.", {}},
    {"ratchet.up", &Q::up, Unit::share, 0, 1, team,
     "Share of a result above quota that is added to the next quota.", "Weitzman 1980"},
    {"ratchet.down", &Q::down, Unit::share, 0, 1, team,
     "Share of a shortfall that is taken off the next quota.", "Weitzman 1980"},
    {"ratchet.step", &Q::step, Unit::money, -1e9, 1e9, team,
     "Added to the quota of each period, whatever the result.", "Weitzman 1980"},
    {"bottom_up.shading", &Q::shading, Unit::share, 0, 0.9, team,
     "How far below what they expect people name their own quota.", {}},
    {"bottom_up.correction", &Q::correction, Unit::share, 0, 1, team,
     "Share of that shading which the firm adds back.", {}},
    {"prorate", &Q::prorate, Unit::none, 0, 0, team,
     "Who is there for a part of a period has the quota of that part.", {}},
};

constexpr Text kSalaryKeys[] = {"per", "paid", "prorate"};
constexpr Text kCommissionKeys[] = {
    "per", "rate", "tiers", "tiers_are", "unit", "edge", "curve", "basis", "goal", "base_weeks",
    "threshold", "below", "multipliers", "hurdle.measure", "hurdle.at", "hurdle.goal", "hurdle.factor",
    "cap", "cap_pay", "cap_deal", "cap_rate", "excess", "split", "of", "topic", "product", "from", "until",
    "credited", "after", "pay_lag", "prorate"};
constexpr Text kBonusKeys[] = {
    "per", "at", "pays", "tiers", "unit", "edge", "curve", "basis", "goal", "base_weeks", "hurdle.measure",
    "hurdle.at", "hurdle.goal", "hurdle.factor", "cap_pay", "cap_deal", "split", "of", "topic", "product",
    "from", "until", "credited", "after", "pay_lag", "prorate"};
constexpr Text kOverrideKeys[] = {
    "per", "rate", "tiers", "tiers_are", "unit", "edge", "curve", "basis", "goal", "threshold",
    "below", "multipliers", "hurdle.measure", "hurdle.at", "hurdle.goal", "hurdle.factor", "cap",
    "cap_pay", "cap_rate", "excess", "topic", "product", "from", "until", "credited", "after", "pay_lag",
    "prorate"};
constexpr Text kSpiffKeys[] = {"per", "rate", "pays", "cap_pay", "cap_deal", "topic", "product", "from",
                               "until", "credited", "after", "pay_lag"};
constexpr Text kContestKeys[] = {"per", "among", "prizes", "ties", "unit", "goal", "base_weeks", "minimum", "in_cost",
                                 "topic", "product", "from", "until", "credited", "after", "pay_lag"};
constexpr Text kRecognitionKeys[] = {"per", "among", "winners", "ties", "unit", "goal", "base_weeks", "minimum", "points",
                                     "topic", "product", "from", "until", "credited", "after"};
constexpr Text kDrawKeys[] = {"per", "recoverable", "recovery", "on_exit", "advance", "lasts", "prorate"};
constexpr Text kGuaranteeKeys[] = {"per", "covers", "lasts", "prorate"};
constexpr Text kClawbackKeys[] = {"at_rate", "removes_credit"};
constexpr Text kWindfallKeys[] = {"per", "treatment", "factor", "hold"};
constexpr Text kServiceKeys[] = {"per", "cliff", "most_years", "prorate"};
constexpr Text kPromotionKeys[] = {"levels", "per", "paid", "topic", "product", "credited", "after",
                                   "prorate"};
constexpr Text kProfitKeys[] = {"per", "rate", "threshold", "below", "cap_pay", "split", "pay_lag",
                                "prorate"};
constexpr Text kExchangeKeys[] = {"fx", "fx_by_day", "fx_at", "rounding"};

constexpr Text kNeedsAmount[] = {"amount"};
constexpr Text kNeedsRate[] = {"rate", "tiers"};
constexpr Text kNeedsBonus[] = {"pays", "tiers"};
constexpr Text kNeedsSpiff[] = {"rate", "pays"};
constexpr Text kNeedsPrizes[] = {"prizes"};
constexpr Text kNeedsLevels[] = {"levels"};
constexpr Text kNeedsOneRate[] = {"rate"};

constexpr int kResults[] = {P::own_revenue,  P::team_revenue, P::territory_revenue, P::firm_revenue,
                            P::own_margin,   P::team_margin,  P::firm_margin,       P::new_accounts,
                            P::deals_won,    P::activity,     P::group_revenue,     P::help_given,
                            P::own_satisfaction, P::team_satisfaction, P::firm_satisfaction, P::score};
constexpr int kShared[] = {P::team_revenue, P::territory_revenue, P::firm_revenue, P::team_margin,
                           P::firm_margin,  P::group_revenue};
constexpr int kReports[] = {P::reports_revenue, P::reports_margin};
constexpr int kOwn[] = {P::own_revenue, P::own_margin, P::new_accounts, P::deals_won, P::activity,
                        P::help_given};
constexpr int kOnDeals[] = {P::own_revenue, P::own_margin, P::new_accounts, P::deals_won, P::activity};
constexpr int kRanked[] = {P::own_revenue, P::own_margin, P::new_accounts, P::deals_won, P::activity,
                           P::help_given, P::own_satisfaction, P::score};
constexpr int kProfits[] = {P::team_profit, P::firm_profit};

const KindInfo kKinds[] = {
    {"salary", "amount", "A fixed amount, whatever the result.",
     "{salary: 60000, per: year}", kSalaryKeys, kNeedsAmount, {}},
    {"commission", "measure", "A rate on a result, in bands if wished.",
     "{commission: own revenue, per: quarter, tiers: [[0%, 4%], [80%, 6%], [100%, 9%]], cap: 200%}",
     kCommissionKeys, kNeedsRate, kResults},
    {"bonus", "measure", "An amount for reaching a goal, or several for several.",
     "{bonus: team revenue, per: quarter, at: 100%, pays: 4000, split: equal}", kBonusKeys, kNeedsBonus,
     kResults},
    {"pool", "measure", "A rate on a shared result, divided among the members.",
     "{pool: team margin, per: quarter, rate: 3%, split: by credit}", kCommissionKeys, kNeedsRate, kShared},
    {"override", "measure", "A manager's rate on the result of those who report to the seat.",
     "{override: reports revenue, per: quarter, rate: 1%}", kOverrideKeys, kNeedsRate, kReports},
    {"spiff", "measure", "Extra pay on a topic or product for a while.",
     "{spiff: deals won, per: month, topic: security, from: 1q, until: 2q, pays: 500}", kSpiffKeys,
     kNeedsSpiff, kOwn},
    {"contest", "measure", "Prizes by rank.",
     "{contest: own revenue, per: quarter, among: team, prizes: [3000, 1000], ties: shared}", kContestKeys,
     kNeedsPrizes, kRanked},
    {"recognition", "measure", "Praise by rank: no money.",
     "{recognition: own revenue, per: month, among: team, winners: 1, points: 1}", kRecognitionKeys, {},
     kRanked},
    {"draw", "amount", "An advance on incentive pay.",
     "{draw: 2000, per: month, recoverable: true, recovery: 50%, lasts: 6m}", kDrawKeys, kNeedsAmount, {}},
    {"guarantee", "amount", "Pay is filled up to an amount and never taken back.",
     "{guarantee: 3000, per: month, lasts: 3m}", kGuaranteeKeys, kNeedsAmount, {}},
    {"clawback", "window", "Pay on a deal that is cancelled is taken back.",
     "{clawback: 126d, at_rate: original, removes_credit: true}", kClawbackKeys, {}, {}},
    {"windfall", "trigger", "What happens to a deal far beyond the quota.",
     "{windfall: 200%, per: quarter, treatment: share, factor: 50%}", kWindfallKeys, {}, {}},
    {"long_service", "amount", "An allowance for each full year of service.",
     "{long_service: 300, per: year, cliff: 3y, most_years: 20}", kServiceKeys, kNeedsAmount, {}},
    {"promotion", "measure", "A ladder: credit since joining raises the salary for good.",
     "{promotion: own revenue, per: quarter, levels: [[1000000, 4000], [3000000, 10000]]}", kPromotionKeys,
     kNeedsLevels, kOnDeals},
    {"profit_share", "measure", "A share of the profit: margin less pay and expenses.",
     "{profit_share: team profit, per: year, rate: 2%, split: equal}", kProfitKeys, kNeedsOneRate, kProfits},
    {"exchange", "currency", "Pay is converted into the people's currency.",
     "{exchange: EUR, fx: 0.92, fx_at: plan, rounding: line}", kExchangeKeys, {}, {}},
};
// clang-format on

}  // namespace

PayElement PayElement::of(int kind) {
  PayElement element;
  element.kind = kind;
  switch (kind) {
    case salary:
    case long_service:
      element.per = year;
      break;
    case draw:
    case guarantee:
      element.per = month;
      break;
    case pool:
      element.measure = team_revenue;
      element.split = equal;
      break;
    case override_pay:
      element.measure = reports_revenue;
      break;
    case spiff:
      element.measure = deals_won;
      break;
    case contest:
    case recognition:
      element.unit = money;
      break;
    case profit_share:
      element.measure = firm_profit;
      element.per = year;
      element.unit = money;
      element.split = equal;
      break;
    default:
      break;
  }
  return element;
}

std::span<const Field<PayElement>> PayElement::fields() { return kFields; }
std::span<const Field<QuotaSpec>> QuotaSpec::fields() { return kQuotaFields; }
std::span<const KindInfo> kinds() { return kKinds; }

}  // namespace tandem
