// SPDX-License-Identifier: Apache-2.0
#include "sim/model/policy_set.h"

#include "sim/base/math.h"

namespace tandem {

namespace {

// MODEL section 4: what lies ahead of a deal whose terms are all middling.
void derive_selling(PolicySet& set) {
  const Parameters& p = set.p;
  const double work[] = {p.qualify_work, p.discover_work, p.propose_work, p.negotiate_work};
  const double buyer[] = {p.qualify_buyer, p.discover_buyer, p.propose_buyer, p.negotiate_buyer};
  const double base[] = {p.qualify_base, p.discover_base, p.propose_base, p.negotiate_base};
  set.price = (1 + p.premium) * (1 - p.discount);
  set.deal_log_mean = math::log(p.deal_size) - p.deal_spread * p.deal_spread / 2;
  set.price_logit = -p.w_premium * p.premium + p.w_discount * p.discount;
  for (int s = kStages - 1; s >= 0; --s) {
    set.work[s] = work[s];
    set.buyer[s] = buyer[s];
    set.base[s] = base[s];
    const double price = s == kStages - 1 ? set.price_logit : 0;
    set.nominal_pass[s] = math::logistic(base[s] - p.w_competitor * 0.4 + price);
    const bool last = s == kStages - 1;
    set.win_ahead[s] = set.nominal_pass[s] * (last ? 1.0 : set.win_ahead[s + 1]);
    set.work_ahead[s] = work[s] + (last ? 0.0 : set.nominal_pass[s] * set.work_ahead[s + 1]);
    set.days_ahead[s] = buyer[s] + 1 + (last ? 0.0 : set.days_ahead[s + 1]);
  }
}

void derive_encounters(PolicySet& set) {
  const Parameters& p = set.p;
  set.calls = {p.calls_per_day, p.calls_handling, p.calls_patience, p.calls_asking,
               p.calls_base,    p.calls_sale,     p.calls_spread,   p.calls_queue == 0};
  set.floor = {p.floor_per_day, p.floor_handling, p.floor_patience, p.floor_asking,
               p.floor_base,    p.floor_sale,     p.floor_spread,   true};
}

// MODEL section 3 and EVIDENCE A4. With M activities of cost kappa_a and cross term g, the sum of
// efforts is S / (kappa_a + (M - 1) g). kappa_a is set so that one linear rate b on all credit
// gives conscience + r b / kappa in total, whatever the substitution; standing worths are set so
// that b = 0 gives conscience in the target split.
void derive_hours(PolicySet& set) {
  const Parameters& p = set.p;
  const double recording = p.crm_on ? p.crm_discipline * p.crm_entry : 0;
  const double time[kActivities] = {p.time_deals,
                                    p.time_prospecting,
                                    p.time_care,
                                    p.time_learning,
                                    p.helping_on ? p.time_helping : 0,
                                    recording};
  const double owed[kActivities] = {p.return_deals,   p.return_prospecting,
                                    p.return_care,    p.return_learning,
                                    p.return_helping, p.return_recording * recording};
  double all_time = 0, all_owed = 0;
  int there = 0;
  for (int m = 0; m < kActivities; ++m) {
    set.does[m] = time[m] > 0;
    there += set.does[m];
    all_time += time[m];
    all_owed += set.does[m] ? owed[m] : 0;
  }
  double sum = 0;
  for (int m = 0; m < kActivities; ++m) {
    set.time[m] = time[m] / all_time;
    set.returns[m] = set.does[m] && all_owed > 0 ? owed[m] / all_owed / set.time[m] : 0;
    sum += set.returns[m];
  }
  if (sum <= 0) sum = 1;
  set.activity_cost = p.effort_cost * sum / (1 + (there - 1) * p.substitution);
  set.activity_cross = p.substitution * set.activity_cost;
  for (int m = 0; m < kActivities; ++m)
    set.conscience_worth[m] =
        p.conscience *
        ((set.activity_cost - set.activity_cross) * set.time[m] + set.activity_cross);
  const double parts[] = {0, 1 - p.owner_share, p.partner_hours, 1, 1};
  set.partner_credit = parts[p.co_credit];
  set.ask_hours = p.chat_hours + p.chat_interruption;
}

void derive_rates(PolicySet& set, const Calendar& calendar) {
  const Parameters& p = set.p;
  const double year = calendar.year;
  const double opportunity[] = {p.key_rate, p.regular_rate, p.prospect_rate};
  const double requests[] = {p.key_requests, p.regular_requests, p.prospect_requests};
  for (int s = 0; s < kSegments; ++s) {
    set.opportunity[s] = opportunity[s] * p.marketing / year;
    set.requests[s] = p.service ? requests[s] / year : 0;
  }
  set.churn = p.churn_on ? p.churn / year : 0;
  set.cover_limit = p.cover_limit * (p.roles_on ? 1 - p.roles_cover * p.clarity : 1);
  set.clarity_hours = p.roles_on ? p.roles_hours * p.clarity * p.clarity / calendar.week : 0;
  set.friction = p.conflict_on ? p.conflict_rate / year : 0;
  set.quit = p.quitting ? p.quit_rate / year : 0;
}

void derive_departments(PolicySet& set, const Calendar& calendar) {
  const Parameters& p = set.p;
  set.has_support = p.support_on && p.support_staff > 0;
  set.has_desk = p.desk_on && p.desk_staff > 0;
  const bool advertises = p.marketing_on && p.marketing_money > 0;
  set.liaison_hours =
      ((set.has_support ? p.support_liaison : 0) + (advertises ? p.marketing_liaison : 0)) /
      calendar.week;
}

}  // namespace

PolicySet derive(const Parameters& parameters, const QuotaSpec& quota, int plan,
                 const Calendar& calendar) {
  PolicySet set{};
  set.p = parameters;
  set.quota = quota;
  set.plan = plan;
  derive_selling(set);
  derive_encounters(set);
  derive_hours(set);
  derive_rates(set, calendar);
  derive_departments(set, calendar);
  return set;
}

double leads_bought(const Parameters& market, double accounts) {
  const double half = market.leads_half * accounts;
  return half > 0 ? market.leads_most * market.marketing_money / (market.marketing_money + half)
                  : 0;
}

}  // namespace tandem
