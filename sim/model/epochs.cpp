// SPDX-License-Identifier: Apache-2.0
#include "sim/model/epochs.h"

#include <algorithm>
#include <map>
#include <utility>

#include "sim/model/policy_set.h"

namespace tandem {

namespace {

// Writes a number into whichever kind of member a field is.
template <class S>
void put(S& target, const Field<S>& field, double value) {
  if (const auto number = std::get_if<double S::*>(&field.member)) target.** number = value;
  if (const auto choice = std::get_if<int S::*>(&field.member))
    target.** choice = static_cast<int>(value);
  if (const auto flag = std::get_if<bool S::*>(&field.member)) target.** flag = value != 0;
}

class EpochBuilder {
 public:
  explicit EpochBuilder(Model& model) : model_(model) {
    model_.plans = model_.spec.plans;
    if (model_.plans.empty()) model_.plans.emplace_back();
    for (const ChangeSpec& change : model_.spec.changes) {
      plan_of_change_.push_back(change.plan ? static_cast<int>(model_.plans.size()) : -1);
      if (change.plan) model_.plans.push_back({change.note, *change.plan});
    }
    for (std::size_t c = 0; c < model_.spec.changes.size(); ++c)
      if (model_.spec.changes[c].personal()) model_.personal.push_back(static_cast<int>(c));
    std::ranges::stable_sort(model_.personal, {}, [this](int c) { return at(c).at; });
  }

  void build() {
    for (const int day : dates()) {
      Epoch epoch;
      epoch.from = day;
      const std::vector<int> active = active_on(day);
      epoch.firm_set = set_for(0, -1, general(matching(active, "", "", "")));
      for (int r = 0; r < model_.territories; ++r) {
        const TerritorySpec& territory = model_.spec.territories[static_cast<std::size_t>(r)];
        epoch.territory_set.push_back(
            set_for(0, r, general(matching(active, "", territory.name, ""))));
      }
      const bool some = std::ranges::any_of(active, [this](int c) { return at(c).personal(); });
      for (int i = 0; i < model_.seats; ++i) {
        const std::vector<int> covering = covering_seat(i, active);
        epoch.seat_set.push_back(set_for(plan_of_seat(i), -1, general(covering)));
        if (some) add_variants(epoch, plan_of_seat(i), covering);
      }
      model_.epochs.push_back(std::move(epoch));
    }
  }

 private:
  const ChangeSpec& at(int c) const { return model_.spec.changes[static_cast<std::size_t>(c)]; }

  // Those for everybody.
  std::vector<int> general(std::vector<int> changes) const {
    std::erase_if(changes, [this](int c) { return at(c).personal(); });
    return changes;
  }

  // A set for each choice among the changes for some people, the k-th of them being bit k.
  void add_variants(Epoch& epoch, int plan, const std::vector<int>& covering) {
    std::vector<int> optional;
    std::uint64_t asked = 0;
    for (std::size_t k = 0; k < model_.personal.size(); ++k)
      if (std::ranges::count(covering, model_.personal[k]) > 0) {
        optional.push_back(model_.personal[k]);
        asked |= std::uint64_t{1} << k;
      }
    epoch.asked.push_back(asked);
    epoch.first.push_back(static_cast<int>(epoch.variants.size()));
    for (std::size_t choice = 0; choice < std::size_t{1} << optional.size(); ++choice) {
      std::vector<int> changes = covering;
      std::erase_if(changes, [&](int c) {
        const auto place = std::ranges::find(optional, c);
        return place != optional.end() && (choice >> (place - optional.begin()) & 1) == 0;
      });
      epoch.variants.push_back(set_for(plan, -1, changes));
    }
  }

  std::vector<int> dates() const {
    std::vector<int> days{std::min(0, -model_.warm_up)};
    for (const ChangeSpec& change : model_.spec.changes) {
      days.push_back(static_cast<int>(change.at));
      if (change.until >= 0) days.push_back(static_cast<int>(change.until));
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
  }

  std::vector<int> active_on(int day) const {
    std::vector<int> active;
    for (std::size_t c = 0; c < model_.spec.changes.size(); ++c) {
      const ChangeSpec& change = model_.spec.changes[c];
      const bool over = change.until >= 0 && day >= static_cast<int>(change.until);
      if (day >= static_cast<int>(change.at) && !over) active.push_back(static_cast<int>(c));
    }
    return active;
  }

  // The active changes whose scope covers this team, territory and role; an empty name is covered
  // only by `all`.
  std::vector<int> matching(const std::vector<int>& active, std::string_view team,
                            std::string_view territory, std::string_view role) const {
    std::vector<int> found;
    const auto covers = [](const std::string& scope, std::string_view name) {
      return scope.empty() || scope == name;
    };
    for (const int c : active) {
      const ChangeSpec& change = model_.spec.changes[static_cast<std::size_t>(c)];
      if (covers(change.team, team) && covers(change.territory, territory) &&
          covers(change.role, role))
        found.push_back(c);
    }
    return found;
  }

  const TeamSpec& team_of(int seat) const {
    const int team = model_.seat_team[static_cast<std::size_t>(seat)];
    return model_.spec.teams[static_cast<std::size_t>(team)];
  }

  std::vector<int> covering_seat(int seat, const std::vector<int>& active) const {
    const auto i = static_cast<std::size_t>(seat);
    const auto territory = static_cast<std::size_t>(model_.seat_territory[i]);
    return matching(active, team_of(seat).name, model_.spec.territories[territory].name,
                    roles()[static_cast<std::size_t>(model_.seat_role[i])]);
  }

  int plan_of_seat(int seat) const {
    const TeamSpec& team = team_of(seat);
    int plan = 0;
    for (std::size_t p = 1; p < model_.spec.plans.size(); ++p)
      if (!team.plan.empty() && model_.spec.plans[p].name == team.plan) plan = static_cast<int>(p);
    return plan;
  }

  int set_for(int plan, int territory, const std::vector<int>& changes) {
    const auto [place, fresh] =
        known_.try_emplace({plan, territory, changes}, static_cast<int>(model_.sets.size()));
    if (!fresh) return place->second;
    Parameters parameters = model_.spec.parameters;
    QuotaSpec quota = model_.spec.quota;
    TerritorySpec place_spec;
    if (territory >= 0) place_spec = model_.spec.territories[static_cast<std::size_t>(territory)];
    for (const int c : changes) {
      const ChangeSpec& change = model_.spec.changes[static_cast<std::size_t>(c)];
      for (const auto& [field, value] : change.parameters) put(parameters, *field, value);
      for (const auto& [field, value] : change.quota) put(quota, *field, value);
      for (const auto& [field, value] : change.territory_fields) put(place_spec, *field, value);
      if (change.plan) plan = plan_of_change_[static_cast<std::size_t>(c)];
    }
    PolicySet set = derive(parameters, quota, plan, model_.calendar);
    set.potential = place_spec.potential;
    set.competitors = place_spec.competitors;
    if (territory >= 0 && parameters.marketing_on)
      set.leads = leads_bought(parameters, place_spec.accounts);
    model_.sets.push_back(set);
    return place->second;
  }

  Model& model_;
  std::vector<int> plan_of_change_;
  std::map<std::tuple<int, int, std::vector<int>>, int> known_;
};

}  // namespace

void build_epochs(Model& model) { EpochBuilder(model).build(); }

}  // namespace tandem
