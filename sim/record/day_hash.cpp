// SPDX-License-Identifier: Apache-2.0
#include "sim/record/day_hash.h"

#include "sim/base/hash.h"
#include "sim/state/state.h"
#include "tandem/record.h"

namespace tandem {

namespace {

/// One hash for each field that the state's hash covers, over all agents that have it.
struct FieldHashes {
  std::vector<std::string> names;
  std::vector<Hasher> hashers;

  explicit FieldHashes(const State& state) {
    visit_state(state, [&](std::string_view name, const auto& field) {
      start(name);
      hashers.back().add(field);
    });
    start(record::kContestField);
    for (const Rival& rival : state.contests.seen)
      hashers.back().add(rival.mean), hashers.back().add(rival.sd);
    start("groups");
    hashers.back().add(state.groups.of);
    hashers.back().add(state.groups.pull);
    visit_merits(state.merits, [&](std::string_view name, const auto& field) {
      start(name);
      hashers.back().add(field);
    });
    start("changes people are in");
    hashers.back().add(state.scopes.in);
    hashers.back().add(state.scopes.revenue);
    add_accounts(state);
    add_deals(state);
    visit_news(state.news, [&](std::string_view name, const auto& field) {
      start(name);
      hashers.back().add(field);
    });
    add_departments(state);
    start(record::kPayBookField);
    add_to(hashers.back(), state.pay);
  }

 private:
  void start(std::string_view name) {
    names.emplace_back(name);
    hashers.emplace_back();
  }

  void add_accounts(const State& state) {
    const std::size_t first = hashers.size();
    const Account like;
    visit_account(
        like, [&](std::string_view name, const auto&) { start("account, " + std::string(name)); });
    for (const Account& account : state.accounts.all) {
      std::size_t i = first;
      visit_account(account, [&](std::string_view, const auto& field) { hashers[i++].add(field); });
    }
  }

  void add_deals(const State& state) {
    start("open deals");
    const std::size_t count = hashers.size() - 1, first = hashers.size();
    const Deal like;
    const Turn turn;
    visit_deal(like, turn,
               [&](std::string_view name, const auto&) { start("deal, " + std::string(name)); });
    for (int seat = 0; seat < state.deals.seats(); ++seat) {
      hashers[count].add(state.deals.count(seat));
      const auto deals = state.deals.of(seat);
      const auto turns = state.deals.turns(seat);
      for (std::size_t d = 0; d < deals.size(); ++d) {
        std::size_t i = first;
        visit_deal(deals[d], turns[d],
                   [&](std::string_view, const auto& field) { hashers[i++].add(field); });
      }
    }
  }

  void add_departments(const State& state) {
    const auto& departments = state.departments;
    visit_departments(departments, [&](std::string_view name, const auto& field) {
      start(name);
      hashers.back().add(field);
    });
    const auto add = [&](std::string_view, const auto& field) { hashers.back().add(field); };
    start("cases at technical support");
    for (const Case& each : departments.cases) visit_case(each, add);
    start("requests at the desk");
    for (const DeskRequest& request : departments.requests) visit_desk_request(request, add);
    start("deal, what departments bring");
    for (int seat = 0; seat < state.deals.seats(); ++seat)
      for (std::size_t d = 0; d < state.deals.of(seat).size(); ++d)
        visit_deal_of_departments(state.deals.of(seat)[d], add);
  }
};

}  // namespace

DayHash day_hash(const World& world) {
  DayHash out{world.hash(), {}};
  const FieldHashes all(world.state());
  for (const Hasher& hasher : all.hashers)
    out.fields.push_back(static_cast<std::uint16_t>(hasher.value()));
  return out;
}

const std::vector<std::string>& hashed_fields() {
  static const std::vector<std::string> names = FieldHashes(State{}).names;
  return names;
}

}  // namespace tandem
