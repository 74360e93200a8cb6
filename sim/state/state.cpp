// SPDX-License-Identifier: Apache-2.0
#include "sim/state/state.h"

#include <type_traits>
#include <vector>

#include "sim/base/hash.h"

namespace tandem {

void Today::clear() {
  closed.clear();
  exits.clear();
  joined.clear();
  attained.clear();
  ramp_days.clear();
  opportunities = requests = answered = complaints = customers_lost = lost_with_leavers =
      deals_lost_with_leavers = customers_won = topic_shifts = 0;
  asked = helped = refused = promotions = disputes = settled = dispute_days = missed = duplicated =
      cross_team = offers = accepted = strays = referrals = 0;
  items_used = unique_items = unique_shared = 0;
  item_age = 0;
  response_days = help_hours = repeated_hours = 0;
  revenue = list_value = margin = pay = hiring_cost = training_cost = dispute_cost =
      department_cost = 0;
  inputs_asked = inputs_refused = inputs_late = inputs_ready = inputs_made = inputs_back = 0;
  desk_answered = leads = unqualified = 0;
  input_days = request_hours = 0;
  encounters = abandoned = sales = sales_value = 0;
  wait_minutes = counter_hours = busy_hours = 0;
  for (double& h : hours) h = 0;
  soft_limits = 0;
}

std::uint64_t hash_of(const State& state) {
  Hasher hasher;
  const auto add = [&](std::string_view, const auto& field) { hasher.add(field); };
  visit_state(state, add);
  for (const Rival& rival : state.contests.seen) hasher.add(rival.mean), hasher.add(rival.sd);
  for (const Account& account : state.accounts.all) visit_account(account, add);
  for (int seat = 0; seat < state.deals.seats(); ++seat) {
    hasher.add(state.deals.count(seat));
    for (std::size_t i = 0; i < state.deals.of(seat).size(); ++i) {
      const Deal& deal = state.deals.of(seat)[i];
      const Turn& turn = state.deals.turns(seat)[i];
      visit_deal(deal, turn, add);
      visit_deal_of_departments(deal, add);
    }
  }
  for (const int group : state.groups.of) hasher.add(group);
  for (const std::uint64_t in : state.scopes.in) hasher.add(in);
  for (const std::int64_t revenue : state.scopes.revenue) hasher.add(revenue);
  for (const double pull : state.groups.pull) hasher.add(pull);
  visit_merits(state.merits, [&](std::string_view, const auto& row) {
    if (!row.empty()) hasher.add(row);
  });
  for (const Dispute& dispute : state.disputes) {
    hasher.add(dispute.seat), hasher.add(dispute.mate), hasher.add(dispute.opened);
    hasher.add(dispute.severity), hasher.add(dispute.left);
  }
  for (const Question& question : state.questions) {
    hasher.add(question.seat), hasher.add(question.due), hasher.add(question.deal);
    hasher.add(static_cast<int>(question.stage));
  }
  if (state.news.begun()) visit_news(state.news, add);
  if (!state.departments.trust.empty()) visit_departments(state.departments, add);
  for (const Case& each : state.departments.cases) visit_case(each, add);
  for (const DeskRequest& request : state.departments.requests) visit_desk_request(request, add);
  add_to(hasher, state.pay);
  return hasher.value();
}

namespace {

template <class T>
std::string text_of(const T& value) {
  if constexpr (std::is_enum_v<T>)
    return std::to_string(static_cast<int>(value));
  else
    return std::to_string(value);
}

// The fields of two states in step; remembers the first that differs.
class Comparison {
 public:
  Comparison(const State& a, const State& b) : a_(a) {
    collect(a, theirs_a_);
    collect(b, theirs_b_);
  }

  std::string run() {
    for (std::size_t i = 0; i < theirs_a_.size() && i < theirs_b_.size(); ++i)
      if (theirs_a_[i].bits != theirs_b_[i].bits)
        return "day " + std::to_string(a_.day) + ", " + theirs_a_[i].agent + ", " +
               theirs_a_[i].field + ": " + theirs_a_[i].text + " and " + theirs_b_[i].text;
    if (theirs_a_.size() != theirs_b_.size())
      return "day " + std::to_string(a_.day) + ", number of open deals";
    return {};
  }

 private:
  struct Entry {
    std::string agent, field, text;
    std::uint64_t bits;
  };

  template <class T>
  static std::uint64_t bits_of(const T& value) {
    Hasher hasher;
    hasher.add(value);
    return hasher.value();
  }

  // Which agent entry i of an array of n belongs to: whose number of entries divides n.
  static std::string agent_of(const State& s, std::size_t i, std::size_t n) {
    const std::size_t seats = s.people.person.size(), accounts = s.accounts.all.size();
    const std::size_t territories = s.demand.size(), topics = s.shift_left.size();
    if (n == accounts) return "account " + std::to_string(i + 1);
    if (n == territories && n != seats) return "territory " + std::to_string(i + 1);
    if (n == topics && n != seats) return "topic " + std::to_string(i + 1);
    if (seats > 0 && n % seats == 0) return "seat " + std::to_string(i / (n / seats) + 1);
    return "entry " + std::to_string(i + 1);
  }

  static void collect(const State& s, std::vector<Entry>& out) {
    const auto list = [&](std::string_view name, const auto& field) {
      if constexpr (requires { field.size(); }) {
        for (std::size_t i = 0; i < field.size(); ++i)
          out.push_back({agent_of(s, i, field.size()), std::string(name), text_of(field[i]),
                         bits_of(field[i])});
      } else {
        out.push_back({"firm", std::string(name), text_of(field), bits_of(field)});
      }
    };
    visit_state(s, list);
    if (s.news.begun()) visit_news(s.news, list);
    if (!s.departments.trust.empty()) visit_departments(s.departments, list);
    for (const Case& each : s.departments.cases)
      visit_case(each, [&](std::string_view name, const auto& field) {
        list("case at technical support, " + std::string(name), field);
      });
    for (const DeskRequest& request : s.departments.requests)
      visit_desk_request(request, [&](std::string_view name, const auto& field) {
        list("request at the desk, " + std::string(name), field);
      });
    for (const Rival& rival : s.contests.seen)
      list("likely result in a contest", rival.mean), list("spread of it", rival.sd);
    for (std::size_t a = 0; a < s.accounts.all.size(); ++a)
      visit_account(s.accounts.all[a], [&](std::string_view name, const auto& field) {
        out.push_back({"account " + std::to_string(a + 1), std::string(name), text_of(field),
                       bits_of(field)});
      });
    for (int seat = 0; seat < s.deals.seats(); ++seat)
      for (std::size_t i = 0; i < s.deals.of(seat).size(); ++i) {
        const Deal& deal = s.deals.of(seat)[i];
        const Turn& turn = s.deals.turns(seat)[i];
        const auto add = [&](std::string_view name, const auto& field) {
          out.push_back({"seat " + std::to_string(seat + 1) + ", deal " + hex16(deal.id),
                         std::string(name), text_of(field), bits_of(field)});
        };
        visit_deal(deal, turn, add);
        visit_deal_of_departments(deal, add);
      }
    if (!s.groups.of.empty()) list("group", s.groups.of);
    if (!s.scopes.in.empty()) list("changes one is in", s.scopes.in);
    if (!s.groups.of.empty()) list("pull of the group's credit", s.groups.pull);
    visit_merits(s.merits, list);
    for (const Question& question : s.questions) list("question on a deal", question.deal);
    Hasher pay;
    add_to(pay, s.pay);
    list("book of pay", pay.value());
  }

  const State& a_;
  std::vector<Entry> theirs_a_, theirs_b_;
};

}  // namespace

std::string first_difference(const State& a, const State& b) {
  if (hash_of(a) == hash_of(b)) return {};
  return Comparison(a, b).run();
}

}  // namespace tandem
