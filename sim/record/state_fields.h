// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>

#include "sim/record/bytes.h"
#include "sim/state/state.h"

// Every field of everything a State holds, what the hash leaves out too: stamps, what is kept from
// one choice to the next, what happened today. Only room to work in is left out. Each list names
// all members of its struct in their order, so a member that was added and forgotten here does not
// compile.
namespace tandem::record {

/// X or const X.
template <class T, class X>
concept Any = std::same_as<std::remove_const_t<T>, X>;

void fields(Any<Hazard> auto& x, auto& visit) {
  auto& [rate, left] = x;
  visit(rate, left);
}

void fields(Any<Account> auto& x, auto& visit) {
  auto& [potential, satisfaction, firm_relation, opportunity, request, churn, opportunities,
         requests, churns, segment] = x;
  visit(potential, satisfaction, firm_relation, opportunity, request, churn, opportunities,
        requests, churns, segment);
}

void fields(Any<Accounts> auto& x, auto& visit) {
  auto& [all, person_relation, server, customer_due, prospect_due, request_due, churn_due,
         market_clock, prospect_clock, day_clock, next_customer, next_prospect, next_request,
         next_churn] = x;
  visit(all, person_relation, server, customer_due, prospect_due, request_due, churn_due,
        market_clock, prospect_clock, day_clock, next_customer, next_prospect, next_request,
        next_churn);
}

void fields(Any<Deal> auto& x, auto& visit) {
  auto& [id, value, work_left, buyer_days, pass_luck, competitor, account, finder, created, product,
         second_topic, advice, partner, slot, topic, stage, fast, from_start, to_prospect, referred,
         unqualified, input, own_hours, joint_hours] = x;  // slots are given anew
  auto bits = static_cast<std::uint8_t>(static_cast<int>(stage) | fast << 3 | from_start << 4 |
                                        to_prospect << 5 | referred << 6 | unqualified << 7);
  visit(id, value, work_left, buyer_days, pass_luck, competitor, account, finder, created, product,
        second_topic, advice, partner, topic, bits, input, own_hours, joint_hours);
  if constexpr (!std::is_const_v<std::remove_reference_t<decltype(x)>>) {
    stage = static_cast<Stage>(bits & 7);
    fast = (bits >> 3 & 1) != 0;
    from_start = (bits >> 4 & 1) != 0;
    to_prospect = (bits >> 5 & 1) != 0;
    referred = (bits >> 6 & 1) != 0;
    unqualified = (bits >> 7 & 1) != 0;
  }
}

void fields(Any<Turn> auto& x, auto& visit) {
  auto& [until, idle_left, worth, waited, slot] = x;
  visit(until, idle_left, worth, waited);
}

void fields(Any<People> auto& x, auto& visit) {
  auto& [person, id, present, joins, joined, since, ramped, log_ability, learning,
         money_sensitivity, risk_aversion, loyalty, prosociality, background, knowledge, own,
         topic_hours, effort, hours, spare_hours, nurture, help_left, skill, market, level, writing,
         mentor, mentees, coverage, conflict, friction_rate, friction_left, help_given,
         appraised_credit, award_help, award_credit, fairness, recognised, rank_felt, rank_expected,
         rank_spread, rank_behind, appraised_days, warned, grade, graded, exits_near, joint_left,
         talk, overload, pull, mate_pull, next_pull, weighed, prospecting, morale, fatigue,
         pay_level, pay_reference, success, quit_rate, quit_left, paid, paid_week, revenue,
         credit_week, plan, quota_year, quota, credit_period, below_floor] = x;
  visit(person, id, present, joins, joined, since, ramped, log_ability, learning, money_sensitivity,
        risk_aversion, loyalty, prosociality, background, knowledge, own, topic_hours, effort,
        hours, spare_hours, nurture, help_left, skill, market, level, writing, mentor, mentees,
        coverage, conflict, friction_rate, friction_left, help_given, appraised_credit, award_help,
        award_credit, fairness, recognised, rank_felt, rank_expected, rank_spread, rank_behind,
        appraised_days, warned, grade, graded, exits_near, joint_left, talk, overload, pull,
        mate_pull, next_pull, weighed, prospecting, morale, fatigue, pay_level, pay_reference,
        success, quit_rate, quit_left, paid, paid_week, revenue, credit_week, plan, quota_year,
        quota, credit_period, below_floor);
}

void fields(Any<Requests> auto& x, auto& visit) {
  auto& [account, since, number, head, waiting, work_left] = x;
  visit(account, since, number, head, waiting, work_left);
}

void fields(Any<Ties> auto& x, auto& visit) {
  auto& [trust, conflict, owed, between, norm, helped, refused, example, at_stake, here] = x;
  visit(trust, conflict, owed, between, norm, helped, refused, example, at_stake, here);
}

void fields(Any<Groups> auto& x, auto& visit) {
  auto& [of, pull, next] = x;
  visit(of, pull, next);
}

void fields(Any<Merits> auto& x, auto& visit) {
  auto& [help_pull, score, satisfied, customers] = x;
  visit(help_pull, score, satisfied, customers);
}

void fields(Any<Scopes> auto& x, auto& visit) {
  auto& [in, revenue] = x;
  visit(in, revenue);
}

void fields(Any<Dispute> auto& x, auto& visit) {
  auto& [seat, mate, opened, cause, severity, left] = x;
  visit(seat, mate, opened, cause, severity, left);
}

void fields(Any<Library> auto& x, auto& visit) {
  auto& [answers, level] = x;
  visit(answers, level);
}

void fields(Any<News> auto& x, auto& visit) {
  auto& [live, written, recorded, count, on_topic, place, owner, topic, number, born, stale,
         accuracy, id, arrives, held, told, left, arisen] = x;
  visit(live, written, recorded, count, varying(on_topic), varying(place), varying(owner),
        varying(topic), varying(number), varying(born), varying(stale), varying(accuracy),
        varying(id), varying(arrives), varying(held), varying(told), varying(left),
        varying(arisen));
}

void fields(Any<Case> auto& x, auto& visit) {
  auto& [deal, priority, value, work_left, seat, asked, queued, until, round] = x;
  visit(deal, priority, value, work_left, seat, asked, queued, until, round);
}

void fields(Any<DeskRequest> auto& x, auto& visit) {
  auto& [work_left, account, since, number, priority] = x;
  visit(work_left, account, since, number, priority);
}

void fields(Any<Departments> auto& x, auto& visit) {
  auto& [cases, waiting, requests, trust, in_time, missed] = x;
  visit(varying(cases), waiting, varying(requests), varying(trust), varying(in_time),
        varying(missed));
}

void fields(Any<Question> auto& x, auto& visit) {
  auto& [seat, due, deal, slot, stage] = x;  // where the slot is wrong, the deal is looked for
  visit(seat, due, deal, stage);
}

void fields(Any<Intent> auto& x, auto& visit) {
  auto& [kind, slot, seat, mate, deal, priority, value] = x;  // the slot as of a question
  visit(kind, seat, mate, deal, priority, value);
}

void fields(Any<Today::Closed> auto& x, auto& visit) {
  auto& [deal, seat, ending] = x;
  visit(deal, seat, ending);
}

void fields(Any<Today::Exit> auto& x, auto& visit) {
  auto& [seat, person, dismissed, joined, paid, revenue] = x;
  visit(seat, person, dismissed, joined, paid, revenue);
}

void fields(Any<Today::Attained> auto& x, auto& visit) {
  auto& [seat, person, attainment] = x;
  visit(seat, person, attainment);
}

void fields(Any<Today> auto& x, auto& visit) {
  auto& [closed, exits, joined, attained, ramp_days, opportunities, requests, answered, complaints,
         response_days, customers_lost, customers_won, lost_with_leavers, deals_lost_with_leavers,
         topic_shifts, asked, helped, refused, help_hours, promotions, disputes, settled,
         dispute_days, missed, duplicated, repeated_hours, items_used, item_age, unique_items,
         unique_shared, cross_team, offers, accepted, strays, referrals, inputs_asked,
         inputs_refused, inputs_late, inputs_ready, input_days, inputs_made, inputs_back,
         desk_answered, request_hours, leads, unqualified, encounters, abandoned, sales,
         wait_minutes, counter_hours, busy_hours, sales_value, revenue, list_value, margin, pay,
         hiring_cost, training_cost, dispute_cost, department_cost, hours, soft_limits] = x;
  visit(varying(closed), varying(exits), varying(joined), varying(attained), varying(ramp_days),
        opportunities, requests, answered, complaints, response_days, customers_lost, customers_won,
        lost_with_leavers, deals_lost_with_leavers, topic_shifts, asked, helped, refused,
        help_hours, promotions, disputes, settled, dispute_days, missed, duplicated, repeated_hours,
        items_used, item_age, unique_items, unique_shared, cross_team, offers, accepted, strays,
        referrals, inputs_asked, inputs_refused, inputs_late, inputs_ready, input_days, inputs_made,
        inputs_back, desk_answered, request_hours, leads, unqualified, encounters, abandoned, sales,
        wait_minutes, counter_hours, busy_hours, sales_value, revenue, list_value, margin, pay,
        hiring_cost, training_cost, dispute_cost, department_cost, hours, soft_limits);
}

void fields(Any<CreditLine> auto& x, auto& visit) {
  auto& [seat, deal, day, amount, margin, share, kind, topic, product, new_account] = x;
  visit(seat, deal, day, amount, margin, share, kind, topic, product, new_account);
}

void fields(Any<BookedLine> auto& x, auto& visit) {
  auto& [line, counted, reviewed, review_due, lift, due, person, seat_only, cancelled] = x;
  visit(line, counted, reviewed, review_due, lift, due, person, seat_only, cancelled);
}

void fields(Any<PayLine> auto& x, auto& visit) {
  auto& [seat, slot, kind, amount, local, earned, paid, credit, attainment, points, fx, in_cost] =
      x;
  visit(seat, slot, kind, amount, local, earned, paid, credit, attainment, points, fx, in_cost);
}

void fields(Any<PayQueue<BookedLine>> auto& x, auto& visit) {
  auto& [items, head] = x;
  visit(varying(items), head);
  if constexpr (std::same_as<std::remove_cvref_t<decltype(visit)>, Reader>)
    if (head > items.size()) visit.fail();
}

void fields(Any<PaidPeriod> auto& x, auto& visit) {
  auto& [index, credit, paid, reversed_credit, reversed_paid] = x;
  visit(index, credit, paid, reversed_credit, reversed_paid);
}

void fields(Any<PayBook> auto& x, auto& visit) {
  auto& [seats, teams, territories, slots, periods, settled, meter_first, totals, removed,
         booked_fx, last_credit, offset, paid, carried, opened, base, base_weeks, history,
         incentive, all_pay, draw_balance, ladder, raise, lift, person, team_first, team_members,
         territory_first, territory_members, group_first, group_members, team_quota,
         territory_quota, reports_quota, group_quota, firm_quota, deferred, reviews, memory,
         waiting, next_payday, drawn, recovered, forgiven,
         // room to work in, but the last one:
         weights, parts, order, remainders, scores, exact_local] = x;
  visit(seats, teams, territories, slots, periods, settled, meter_first, totals, removed, booked_fx,
        last_credit, offset, paid, carried, opened, base, base_weeks, history, incentive, all_pay,
        draw_balance, ladder, raise, lift, person, team_first, team_members, territory_first,
        territory_members, group_first, group_members, team_quota, territory_quota, reports_quota,
        group_quota, firm_quota, deferred, varying(reviews), memory, varying(waiting), next_payday,
        drawn, recovered, forgiven, exact_local);
}

void fields(Any<Rival> auto& x, auto& visit) {
  auto& [mean, sd] = x;
  visit(mean, sd);
}

void fields(Any<Contests> auto& x, auto& visit) {
  auto& [week, sightings, seen] = x;
  visit(week, sightings, seen);
}

void fields(Any<Tally> auto& x, auto& visit) {
  auto& [meter, cost, index, offset, days, base] = x;
  visit(meter, cost, index, offset, days, base);
}

// Of a curve the segments in use.
void fields(Any<Curve> auto& x, auto& visit) {
  auto& [segments, at, level, slope] = x;
  visit(segments);
  if constexpr (std::same_as<std::remove_cvref_t<decltype(visit)>, Reader>)
    if (segments < 0 || segments > Curve::kMost) return visit.fail();
  for (int j = 0; j < segments; ++j) {
    const auto i = static_cast<std::size_t>(j);
    visit(at[i], level[i], slope[i]);
  }
}

void fields(Any<Pull> auto& x, auto& visit) {
  auto& [holder, quantity, period, last, payday, tally, per_credit, curve, own, others] = x;
  visit(holder, quantity, period, last, payday, tally, per_credit, curve, own, others);
}

// Of a seat's pulls those in use.
void fields(Any<SeatPulls> auto& x, auto& visit) {
  auto& [part, n, against, until, built, sighting] = x;
  visit(n, against, until, built, sighting);
  if constexpr (std::same_as<std::remove_cvref_t<decltype(visit)>, Layout>) visit(part);
  if constexpr (std::same_as<std::remove_cvref_t<decltype(visit)>, Reader>)
    if (n < 0 || n > kPulls) return visit.fail();
  for (int i = 0; i < n; ++i) visit(part[static_cast<std::size_t>(i)]);
}

void fields(Any<PoolWeights> auto& x, auto& visit) {
  auto& [eldest, sum, first] = x;
  visit(varying(eldest), varying(sum), varying(first));
}

void fields(Any<Pulls> auto& x, auto& visit);

/// Reaches what classes keep to themselves.
struct Inside {
  static void of(Any<Deals> auto& x, auto& visit) {
    auto& [turns, slots, count, stride] = x;
    using Visit = std::remove_cvref_t<decltype(visit)>;
    visit(count, stride);
    if constexpr (std::same_as<Visit, Layout>) visit(slots, turns);
    if constexpr (std::same_as<Visit, Shape> || std::same_as<Visit, Layout>) return;
    if constexpr (std::same_as<Visit, Reader>)
      if (!make_room(x, visit)) return visit.fail();
    for (int seat = 0; seat < x.seats(); ++seat)
      for (std::size_t i = 0; i < x.turns(seat).size(); ++i) {
        auto& deal = x.of(seat)[i];
        visit(deal, x.turns(seat)[i]);
        if constexpr (std::same_as<Visit, Reader>) deal.slot = x.turns(seat)[i].slot;
      }
  }

  static void of(Any<ContestField::Knots> auto& x, auto& visit) {
    auto& [at, n, beats] = x;
    visit(at, n, varying(beats));
  }

  static void of(Any<ContestField> auto& x, auto& visit) {
    auto& [outside, inside, means, all_but_first] = x;  // the last one is room to work in
    of(outside, visit);
    of(inside, visit);
    visit(varying(means));
  }

 private:
  /// Lists for as many deals as were counted, if they can be.
  static bool make_room(Deals& x, const Reader& in) {
    constexpr std::size_t kMostDeals = std::size_t{1} << 26;  // 5 GB
    if (!in.ok() || x.stride_ > Deals::kMost) return false;
    for (const int n : x.count_)
      if (n < 0 || static_cast<std::size_t>(n) > x.stride_) return false;
    if (x.count_.size() * x.stride_ > kMostDeals) return false;
    x.turns_.clear();
    x.slots_.clear();
    x.make_rows(x.count_.size(), x.stride_);
    return true;
  }
};

void fields(Any<Deals> auto& x, auto& visit) { Inside::of(x, visit); }
void fields(Any<ContestField> auto& x, auto& visit) { Inside::of(x, visit); }

void fields(Any<Pulls> auto& x, auto& visit) {
  auto& [seat, changes, seat_changed, team_changed, territory_changed, firm_changed, weights,
         weighed, weighed_on, kept, fields_sighting, rivals] =
      x;  // the last one is room to work in
  visit(seat, changes, seat_changed, team_changed, territory_changed, firm_changed, weights,
        weighed, weighed_on, varying(kept), fields_sighting);
}

void fields(Any<Undone> auto& x, auto& visit) {
  auto& [kind, entity, part, day] = x;
  visit(kind, entity, part, day);
}

void fields(Any<State> auto& x, auto& visit) {
  auto& [seed, replication, future, luck, day, epoch, people, accounts, deals, requests, pay, ties,
         groups, merits, scopes, library, news, departments, disputes, questions, shift_left,
         shifts, demand, rivals, price_level, working_share, intents, today, pay_lines, contests,
         pulls, room, counters, notes, undone] =
      x;  // room and counters are room to work in, notes are those of yesterday, for a journal
  visit(seed, replication, future, day, epoch, people, accounts, deals, requests, pay, ties, groups,
        merits, scopes, library, news, departments, varying(disputes), varying(questions),
        shift_left, shifts, demand, rivals, price_level, working_share, varying(intents), today,
        varying(pay_lines), contests, pulls, varying(undone));
  if constexpr (!std::is_const_v<std::remove_reference_t<decltype(x)>>)
    luck = luck_of(seed, replication, future);
}

}  // namespace tandem::record
