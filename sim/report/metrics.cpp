// SPDX-License-Identifier: Apache-2.0
#include "sim/report/metrics.h"

#include <array>
#include <cmath>

namespace tandem {

namespace {

using Value = std::optional<double>;

Value ratio(double numerator, double denominator) {
  return denominator > 0 ? Value(numerator / denominator) : std::nullopt;
}
// Events a year for each one present on average.
Value yearly(double events, double present, const Sums& s) {
  return ratio(events * s.samples * s.year_days, present * s.days);
}
double all_hours(const Sums& s) {
  double sum = 0;
  for (const double hours : s.hours) sum += hours;
  return sum;
}

// Money spent on selling.
double selling_cost(const Sums& s) {
  return s.pay + s.hiring_cost + s.training_cost + s.dispute_cost + s.department_cost;
}

struct Row {
  MetricInfo info;
  Value (*of)(const Sums&, double gini);
};

// Every metric: declared here and nowhere else. Fields: id, title, unit, definition, group, which
// way it is better for the firm, weekly series.
constexpr bool kWeekly = true, kRunOnly = false;
constexpr Better kMore = Better::more, kLess = Better::less, kNeither = Better::neither;
constexpr Row kRows[] = {
    {{"revenue", "Revenue", "money", "Money paid for deals won, after premium and discount.",
      "firm", kMore, kWeekly},
     [](const Sums& s, double) { return Value(s.revenue); }},
    {{"margin", "Margin", "money", "Revenue less the cost of what was sold.", "firm", kMore,
      kWeekly},
     [](const Sums& s, double) { return Value(s.margin); }},
    {{"profit", "Profit", "money",
      "Margin less compensation and the cost of hiring, courses, mediators and other departments.",
      "firm", kMore, kWeekly},
     [](const Sums& s, double) { return Value(s.margin - selling_cost(s)); }},
    {{"compensation", "Compensation", "money",
      "All pay of sales people: fixed and incentive, as paid out.", "firm", kNeither, kWeekly},
     [](const Sums& s, double) { return Value(s.pay); }},
    {{"ccos", "Compensation cost of sales", "share", "Compensation over revenue.", "firm", kLess,
      kRunOnly},
     [](const Sums& s, double) { return ratio(s.pay, s.revenue); }},
    {{"selling_cost", "Selling cost", "money",
      "Compensation and the cost of hiring, courses, mediators and other departments.", "firm",
      kNeither, kWeekly},
     [](const Sums& s, double) { return Value(selling_cost(s)); }},
    {{"selling_cost_share", "Selling cost of revenue", "share", "Selling cost over revenue.",
      "firm", kLess, kRunOnly},
     [](const Sums& s, double) { return ratio(selling_cost(s), s.revenue); }},
    {{"hiring_cost", "Hiring cost", "money", "Money spent on filling empty seats.", "firm", kLess,
      kWeekly},
     [](const Sums& s, double) { return Value(s.hiring_cost); }},
    {{"training_cost", "Training cost", "money", "Money spent on courses.", "firm", kNeither,
      kWeekly},
     [](const Sums& s, double) { return Value(s.training_cost); }},
    {{"department_cost", "Cost of departments", "money",
      "Money spent on technical support, service desk and marketing.", "firm", kNeither, kWeekly},
     [](const Sums& s, double) {
       return s.department_cost > 0 ? Value(s.department_cost) : Value();
     }},
    {{"opportunities", "Opportunities", "count",
      "Opportunities that arose, callers and walk-ins included.", "firm", kMore, kWeekly},
     [](const Sums& s, double) { return Value(s.opportunities); }},
    {{"deals_won", "Deals won", "count", "Deals won, sales to callers and walk-ins included.",
      "firm", kMore, kWeekly},
     [](const Sums& s, double) { return Value(s.won + s.sales); }},
    {{"deal_value", "Value of a won deal", "money",
      "Mean list value of the deals won, sales to callers and walk-ins included.", "firm", kNeither,
      kRunOnly},
     [](const Sums& s, double) { return ratio(s.won_value + s.sales_value, s.won + s.sales); }},
    {{"win_rate", "Win rate", "share", "Deals won over deals closed (won, lost, died of neglect).",
      "firm", kMore, kWeekly},
     [](const Sums& s, double) { return ratio(s.won, s.won + s.lost + s.idle); }},
    {{"failed_opportunities", "Opportunities that came to nothing", "share",
      "Opportunities that nobody took up, deals lost and deals that died waiting for their rep, "
      "over these and the deals won.",
      "firm", kLess, kWeekly},
     [](const Sums& s, double) {
       const double failed = s.missed + s.lost + s.idle;
       return ratio(failed, failed + s.won);
     }},
    {{"cycle_days", "Sales cycle", "d",
      "Mean working days from the opportunity to the win, of deals won.", "firm", kLess, kWeekly},
     [](const Sums& s, double) { return ratio(s.cycle_days, s.won); }},
    {{"backlog", "Open deals a seat", "count", "Open deals over seats, mean of week ends.", "firm",
      kNeither, kWeekly},
     [](const Sums& s, double) { return ratio(s.backlog, s.seats); }},
    {{"pipeline", "Pipeline", "money", "List value of open deals, mean of week ends.", "firm",
      kNeither, kWeekly},
     [](const Sums& s, double) { return ratio(s.pipeline, s.samples); }},
    {{"neglect", "Neglected deals", "share",
      "Deals that died waiting for their rep, over deals closed.", "firm", kLess, kWeekly},
     [](const Sums& s, double) { return ratio(s.idle, s.won + s.lost + s.idle); }},
    {{"discount", "Discount", "share",
      "1 - revenue over list value, of deals won (a premium is negative).", "firm", kLess,
      kRunOnly},
     [](const Sums& s, double) {
       return s.list_value > 0 ? Value(1 - s.revenue / s.list_value) : std::nullopt;
     }},
    {{"revenue_per_opportunity", "Revenue an opportunity", "money",
      "Revenue over opportunities that arose.", "firm", kMore, kRunOnly},
     [](const Sums& s, double) { return ratio(s.revenue, s.opportunities); }},
    {{"revenue_per_hour", "Revenue an hour", "money", "Revenue over hours worked.", "firm", kMore,
      kRunOnly},
     [](const Sums& s, double) { return ratio(s.revenue, all_hours(s)); }},
    {{"marketing_leads", "Leads of marketing", "count",
      "Opportunities that marketing's money brought.", "firm", kMore, kWeekly},
     [](const Sums& s, double) { return s.leads > 0 ? Value(s.leads) : Value(); }},
    {{"unqualified_leads", "Leads that do not fit", "share",
      "Marketing's leads that do not fit, over all of them.", "firm", kLess, kWeekly},
     [](const Sums& s, double) { return ratio(s.unqualified, s.leads); }},
    {{"encounters", "Callers and walk-ins", "count", "Callers and walk-ins that came.", "firm",
      kMore, kWeekly},
     [](const Sums& s, double) { return s.counter_hours > 0 ? Value(s.encounters) : Value(); }},
    {{"abandoned", "Left unserved", "share",
      "Callers and walk-ins who gave up waiting or for whom nobody had time, over all that came.",
      "firm", kLess, kWeekly},
     [](const Sums& s, double) { return ratio(s.abandoned, s.encounters); }},
    {{"wait_minutes", "Wait", "min",
      "Mean minutes a caller or walk-in waits, those who give up included.", "firm", kLess,
      kWeekly},
     [](const Sums& s, double) { return ratio(s.wait_minutes, s.encounters); }},
    {{"conversion", "Conversion", "share", "Sales over callers and walk-ins served.", "firm", kMore,
      kWeekly},
     [](const Sums& s, double) { return ratio(s.sales, s.encounters - s.abandoned); }},
    {{"occupancy", "Occupancy", "share",
      "Hours with callers and walk-ins over hours on the phone or the floor.", "firm", kNeither,
      kWeekly},
     [](const Sums& s, double) { return ratio(s.busy_hours, s.counter_hours); }},
    {{"sales_per_hour", "Sales an hour", "none",
      "Sales to callers and walk-ins over hours on the phone or the floor.", "firm", kMore,
      kWeekly},
     [](const Sums& s, double) { return ratio(s.sales, s.counter_hours); }},
    {{"turnover", "Turnover", "share", "Leavers over average headcount, a year.", "people", kLess,
      kRunOnly},
     [](const Sums& s, double) { return yearly(s.quits + s.dismissals, s.people, s); }},
    {{"voluntary_turnover", "Voluntary turnover", "share", "Quits over average headcount, a year.",
      "people", kLess, kRunOnly},
     [](const Sums& s, double) { return yearly(s.quits, s.people, s); }},
    {{"vacancy", "Empty seats", "share", "Empty seats over seats, mean of week ends.", "people",
      kLess, kWeekly},
     [](const Sums& s, double) {
       return s.seats > 0 ? Value(1 - s.people / s.seats) : std::nullopt;
     }},
    {{"tenure", "Tenure", "d", "Mean working days since joining, of people present.", "people",
      kNeither, kRunOnly},
     [](const Sums& s, double) { return ratio(s.tenure, s.people); }},
    {{"ramp_days", "Ramp", "d",
      "Working days until a newcomer knows four fifths of what it will know alone of the "
      "territory's topics, of those who got there.",
      "people", kLess, kRunOnly},
     [](const Sums& s, double) { return ratio(s.ramp_days, s.ramped); }},
    {{"attainment", "Attainment", "share", "Mean of credit over quota, of whole quota periods.",
      "people", kMore, kRunOnly},
     [](const Sums& s, double) { return ratio(s.attainment, s.judged); }},
    {{"share_at_quota", "Share at quota", "share",
      "Quota periods with attainment of 100 % or more over all whole ones.", "people", kMore,
      kRunOnly},
     [](const Sums& s, double) { return ratio(s.at_quota, s.judged); }},
    {{"pay_gini", "Gini of pay", "share",
      "Gini coefficient of pay a day among people employed 63 days or more.", "people", kNeither,
      kRunOnly},
     [](const Sums&, double gini) { return std::isnan(gini) ? std::nullopt : Value(gini); }},
    {{"effort", "Effort", "none", "Mean chosen effort; 1 is a full day.", "people", kNeither,
      kWeekly},
     [](const Sums& s, double) { return ratio(s.effort, s.people); }},
    {{"morale", "Morale", "share", "Mean morale of people present.", "people", kMore, kWeekly},
     [](const Sums& s, double) { return ratio(s.morale, s.people); }},
    {{"fatigue", "Fatigue", "share", "Mean fatigue of people present.", "people", kLess, kWeekly},
     [](const Sums& s, double) { return ratio(s.fatigue, s.people); }},
    {{"fairness", "Fairness as felt", "none",
      "Mean felt fairness of appraisal and pay, from -1 to 1.", "people", kMore, kWeekly},
     [](const Sums& s, double) { return ratio(s.fairness, s.people); }},
    {{"promotions", "Promotions", "share", "Promotions over average headcount, a year.", "people",
      kNeither, kRunOnly},
     [](const Sums& s, double) { return yearly(s.promotions, s.people, s); }},
    {{"hours_deals", "Hours on deals", "h", "Hours a person and day on open deals, phone or floor.",
      "people", kNeither, kWeekly},
     [](const Sums& s, double) { return ratio(s.hours[0] * s.samples, s.people * s.days); }},
    {{"hours_prospecting", "Hours of prospecting", "h", "Hours a person and day for new business.",
      "people", kNeither, kWeekly},
     [](const Sums& s, double) { return ratio(s.hours[1] * s.samples, s.people * s.days); }},
    {{"hours_care", "Hours of care", "h", "Hours a person and day for the care of accounts.",
      "people", kNeither, kWeekly},
     [](const Sums& s, double) { return ratio(s.hours[2] * s.samples, s.people * s.days); }},
    {{"hours_requests", "Hours on requests", "h",
      "Hours of care a person and day that customers' requests take.", "people", kNeither, kWeekly},
     [](const Sums& s, double) { return ratio(s.request_hours * s.samples, s.people * s.days); }},
    {{"hours_helping", "Hours kept for mates", "h",
      "Hours a person and day kept for colleagues' questions and deals.", "people", kNeither,
      kWeekly},
     [](const Sums& s, double) { return ratio(s.hours[4] * s.samples, s.people * s.days); }},
    {{"hours_recording", "Hours of recording", "h", "Hours a person and day of entering facts.",
      "people", kNeither, kWeekly},
     [](const Sums& s, double) { return ratio(s.hours[5] * s.samples, s.people * s.days); }},
    {{"hours_learning", "Hours of learning", "h", "Hours a person and day for own learning.",
      "people", kNeither, kWeekly},
     [](const Sums& s, double) { return ratio(s.hours[3] * s.samples, s.people * s.days); }},
    {{"knowledge", "Knowledge", "share", "Mean knowledge over people present and topics.",
      "collaboration", kMore, kWeekly},
     [](const Sums& s, double) { return ratio(s.knowledge, s.people); }},
    {{"knowledge_spread", "Spread of knowledge", "share",
      "Standard deviation of knowledge among people, mean over topics.", "collaboration", kNeither,
      kWeekly},
     [](const Sums& s, double) { return ratio(s.knowledge_spread, s.samples); }},
    {{"trust", "Trust", "share", "Mean trust of people present in their mates.", "collaboration",
      kMore, kWeekly},
     [](const Sums& s, double) { return ratio(s.trust, s.ties); }},
    {{"sharing_norm", "Sharing norm", "share",
      "How usual it is to help, mean over teams and week ends.", "collaboration", kMore, kWeekly},
     [](const Sums& s, double) { return ratio(s.norm, s.samples); }},
    {{"questions", "Questions to mates", "count", "Questions put to a mate, a person and day.",
      "collaboration", kNeither, kWeekly},
     [](const Sums& s, double) { return ratio(s.asked * s.samples, s.people * s.days); }},
    {{"help_given", "Questions answered", "share", "Questions answered over questions put.",
      "collaboration", kMore, kWeekly},
     [](const Sums& s, double) { return ratio(s.helped, s.asked); }},
    {{"help_refused", "Questions refused", "share",
      "Questions that the mate would not answer, over questions put.", "collaboration", kLess,
      kWeekly},
     [](const Sums& s, double) { return ratio(s.refused, s.asked); }},
    {{"help_hours", "Hours of help", "h", "Hours a person and day given to mates.", "collaboration",
      kNeither, kWeekly},
     [](const Sums& s, double) { return ratio(s.help_hours * s.samples, s.people * s.days); }},
    {{"co_sold_share", "Deals won by two", "share", "Deals won with a co-seller over deals won.",
      "collaboration", kNeither, kWeekly},
     [](const Sums& s, double) { return ratio(s.co_sold, s.won); }},
    {{"cross_team_wins", "Deals won by two teams", "share",
      "Deals won by people of two teams, as co-sellers or by referral, over deals won.",
      "collaboration", kMore, kWeekly},
     [](const Sums& s, double) { return ratio(s.cross_team, s.won); }},
    {{"referred_share", "Opportunities passed on", "share",
      "Opportunities passed on over those that another team knows more about.", "collaboration",
      kMore, kRunOnly},
     [](const Sums& s, double) { return ratio(s.referrals, s.strays); }},
    {{"offers_accepted", "Offers accepted", "share",
      "Changes that people accepted over those that were offered to them.", "people", kNeither,
      kRunOnly},
     [](const Sums& s, double) { return ratio(s.accepted, s.offers); }},
    {{"coverage", "Facts on record", "share", "Mean share of account facts on record.",
      "collaboration", kMore, kWeekly},
     [](const Sums& s, double) { return ratio(s.coverage, s.people); }},
    {{"written", "Written answers", "share",
      "Share of questions that find an answer in the knowledge base, mean over topics.",
      "collaboration", kMore, kWeekly},
     [](const Sums& s, double) { return ratio(s.written, s.samples); }},
    {{"items_reach", "Reach of news", "share",
      "People who hold an item of news over people who need it, over items and week ends.",
      "collaboration", kMore, kWeekly},
     [](const Sums& s, double) { return ratio(s.item_holders, s.item_needers); }},
    {{"unique_shared", "What one alone knows, told", "share",
      "Items held by one person present that came up in a meeting, over all of them.",
      "collaboration", kMore, kRunOnly},
     [](const Sums& s, double) { return ratio(s.unique_shared, s.unique_items); }},
    {{"item_age", "Age of news", "d",
      "Mean working days since an item of news arose, as a stage that turns on it is decided by "
      "who holds it.",
      "collaboration", kLess, kRunOnly},
     [](const Sums& s, double) { return ratio(s.item_age, s.items_used); }},
    {{"support_days", "Wait for support", "d",
      "Mean working days from asking technical support for an input until it is there.",
      "collaboration", kLess, kWeekly},
     [](const Sums& s, double) { return ratio(s.input_days, s.inputs_ready); }},
    {{"support_ready", "Inputs in time", "share",
      "Inputs that were there when the proposal went out, over those there or missing.",
      "collaboration", kMore, kWeekly},
     [](const Sums& s, double) {
       return ratio(s.inputs_ready, s.inputs_ready + s.inputs_refused + s.inputs_late);
     }},
    {{"support_refused", "Inputs kept back", "share",
      "Inputs that technical support kept back, over those asked for.", "collaboration", kLess,
      kWeekly},
     [](const Sums& s, double) { return ratio(s.inputs_refused, s.inputs_asked); }},
    {{"support_rework", "Inputs that came back", "share",
      "Inputs that were not what was needed, over those made.", "collaboration", kLess, kWeekly},
     [](const Sums& s, double) { return ratio(s.inputs_back, s.inputs_made); }},
    {{"support_trust", "Trust with support", "share",
      "Mean trust between teams and technical support.", "collaboration", kMore, kWeekly},
     [](const Sums& s, double) { return ratio(s.support_trust, s.support_readings); }},
    {{"disputes", "Disputes", "count", "Disputes begun, a hundred people and year.",
      "collaboration", kLess, kRunOnly},
     [](const Sums& s, double) { return yearly(100 * s.disputes, s.people, s); }},
    {{"dispute_days", "Days to settle", "d",
      "Mean working days from a dispute's beginning to its end.", "collaboration", kLess, kRunOnly},
     [](const Sums& s, double) { return ratio(s.dispute_days, s.settled); }},
    {{"open_disputes", "Open disputes", "count", "Open disputes, mean of week ends.",
      "collaboration", kLess, kWeekly},
     [](const Sums& s, double) { return ratio(s.open_disputes, s.samples); }},
    {{"duplicate_work", "Duplicate work", "share",
      "Opportunities that two took up, over opportunities.", "collaboration", kLess, kWeekly},
     [](const Sums& s, double) { return ratio(s.duplicated, s.opportunities + s.missed); }},
    {{"missed_leads", "Opportunities missed", "share",
      "Opportunities that nobody took up, over opportunities.", "collaboration", kLess, kWeekly},
     [](const Sums& s, double) { return ratio(s.missed, s.opportunities + s.missed); }},
    {{"repeated_hours", "Hours of work done again", "h",
      "Hours of selling work that was done already: by another who took up the same opportunity, "
      "or by who had the deal before and kept no records.",
      "collaboration", kLess, kWeekly},
     [](const Sums& s, double) { return Value(s.repeated_hours); }},
    {{"repeated_cost", "Cost of work done again", "money",
      "Hours of work done again times compensation an hour worked.", "collaboration", kLess,
      kRunOnly},
     [](const Sums& s, double) { return ratio(s.repeated_hours * s.pay, all_hours(s)); }},
    {{"satisfaction", "Satisfaction", "share", "Mean satisfaction of customers.", "customers",
      kMore, kWeekly},
     [](const Sums& s, double) { return ratio(s.satisfaction, s.customers); }},
    {{"retention", "Retention", "share",
      "1 - customers lost over average customers, a year; not below 0.", "customers", kMore,
      kRunOnly},
     [](const Sums& s, double) -> Value {
       const Value lost = yearly(s.customers_lost, s.customers, s);
       return lost ? Value(std::fmax(0.0, 1 - *lost)) : std::nullopt;
     }},
    {{"customers", "Customers a seat", "count", "Customers over seats, mean of week ends.",
      "customers", kMore, kWeekly},
     [](const Sums& s, double) { return ratio(s.customers, s.seats); }},
    {{"customers_won", "Customers won", "count", "Prospects that became customers.", "customers",
      kMore, kWeekly},
     [](const Sums& s, double) { return Value(s.customers_won); }},
    {{"accounts_lost_with_leavers", "Lost with leavers", "count",
      "Customers who went with somebody who left.", "customers", kLess, kRunOnly},
     [](const Sums& s, double) { return Value(s.lost_with_leavers); }},
    {{"deals_lost_with_leavers", "Deals lost with leavers", "count",
      "Open deals that went with somebody who left.", "customers", kLess, kRunOnly},
     [](const Sums& s, double) { return Value(s.deals_lost_with_leavers); }},
    {{"response_days", "Response", "d", "Mean working days from a service request to its answer.",
      "customers", kLess, kWeekly},
     [](const Sums& s, double) { return ratio(s.response_days, s.answered); }},
    {{"desk_share", "Answered by the desk", "share",
      "Requests that the service desk answered, over all answered.", "customers", kNeither,
      kWeekly},
     [](const Sums& s, double) {
       return s.desk_answered > 0 ? ratio(s.desk_answered, s.answered) : std::nullopt;
     }},
    {{"complaints", "Complaints", "count",
      "Service requests answered by somebody who knows too little (service.poor_answer) or after "
      "more than 10 working days, a hundred customers and year.",
      "customers", kLess, kRunOnly},
     [](const Sums& s, double) { return yearly(100 * s.complaints, s.customers, s); }},
};

constexpr auto kCount = std::size(kRows);

}  // namespace

std::span<const MetricInfo> metrics() {
  static const auto infos = [] {
    std::array<MetricInfo, kCount> all;
    for (std::size_t i = 0; i < kCount; ++i) all[i] = kRows[i].info;
    return all;
  }();
  return infos;
}

const MetricInfo& info(Metric metric) { return metrics()[static_cast<std::size_t>(metric)]; }

std::optional<Metric> find_metric(std::string_view id) {
  for (std::size_t m = 0; m < kCount; ++m) {
    if (metrics()[m].id == id) return static_cast<Metric>(m);
  }
  return std::nullopt;
}

std::optional<double> value_of(Metric metric, const Sums& sums, double pay_gini) {
  return kRows[static_cast<std::size_t>(metric)].of(sums, pay_gini);
}

}  // namespace tandem
