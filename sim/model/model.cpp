// SPDX-License-Identifier: Apache-2.0
#include "sim/model/model.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/base/check.h"
#include "sim/base/counts.h"
#include "sim/base/hash.h"
#include "sim/base/math.h"
#include "sim/base/waiting_line.h"
#include "sim/model/epochs.h"

namespace tandem {

namespace {

using std::size_t;

void build_calendar(Model& model) {
  const Parameters& p = model.spec.parameters;
  model.calendar = {p.week_days, p.month_days, p.quarter_days, p.year_days, p.day_hours};
  model.days = static_cast<int>(model.spec.horizon);
  model.warm_up = p.warm_up;
}

int topic_index(const Spec& spec, const std::string& name) {
  for (size_t k = 0; k < spec.topics.size(); ++k)
    if (spec.topics[k].name == name) return static_cast<int>(k);
  return -1;
}

void build_market(Model& model) {
  const Spec& spec = model.spec;
  const Parameters& p = spec.parameters;
  model.topics = static_cast<int>(spec.topics.size());
  for (const TopicSpec& topic : spec.topics) {
    model.topic_id.push_back(stable_id({"topic", topic.name}));
    model.shift_rate.push_back(topic.shift_rate >= 0 ? topic.shift_rate / p.year_days : -1);
  }
  double share = 0;
  for (const ProductSpec& product : spec.products) share += product.share;
  double upto = 0;
  for (const ProductSpec& product : spec.products) {
    upto += product.share / share;
    model.mean_win += product.share / share * product.win;
    model.product_share.push_back(upto);
    model.product_log_mean.push_back(math::log(product.price) -
                                     product.spread * product.spread / 2);
    model.product_topic.push_back(topic_index(spec, product.topic));
  }
}

void build_territories(Model& model) {
  const Spec& spec = model.spec;
  model.territories = static_cast<int>(spec.territories.size());
  for (const TerritorySpec& territory : spec.territories) {
    model.territory_id.push_back(stable_id({"territory", territory.name}));
    std::vector<double> row(static_cast<size_t>(model.topics), territory.mix.empty() ? 1.0 : 0.0);
    for (const auto& [name, share] : territory.mix)
      row[static_cast<size_t>(topic_index(spec, name))] = share;
    double sum = 0, upto = 0;
    for (const double share : row) sum += share;
    double same = 0;
    for (const double share : row) same += share / sum * (share / sum);
    model.second_share.push_back(std::max(0.0, 1 - same));
    for (const double share : row) {
      model.topic_share.push_back(share / sum);
      model.topic_upto.push_back(upto += share / sum);
    }
    double mean = 0;
    for (const double factor : territory.season)
      mean += factor / static_cast<double>(territory.season.size());
    for (int day = 0; day < model.calendar.year; ++day) {
      const size_t part = static_cast<size_t>(day) * territory.season.size() /
                          static_cast<size_t>(model.calendar.year);
      model.season.push_back(territory.season.empty() || mean <= 0 ? 1.0
                                                                   : territory.season[part] / mean);
    }
  }
}

Role role_of(std::string_view name) {
  return static_cast<Role>(std::ranges::find(roles(), name) - roles().begin());
}

bool has_accounts(Role role) { return role <= Role::farmer; }

void build_seats(Model& model) {
  const Spec& spec = model.spec;
  model.teams = static_cast<int>(spec.teams.size());
  model.team_seats.resize(spec.teams.size());
  model.team_closers.resize(spec.teams.size());
  model.team_specialists.resize(spec.teams.size());
  model.team_manager.assign(spec.teams.size(), -1);
  model.territory_seats.resize(spec.territories.size());
  for (size_t t = 0; t < spec.teams.size(); ++t) {
    const TeamSpec& team = spec.teams[t];
    model.team_name.push_back(team.name);
    model.team_id.push_back(stable_id({"team", team.name}));
    model.team_selling.push_back(static_cast<Selling>(team.selling));
    model.encounters = model.encounters || model.team_selling.back() != Selling::pipeline;
    int territory = 0;
    for (int r = 0; r < model.territories; ++r)
      if (spec.territories[static_cast<size_t>(r)].name == team.territory) territory = r;
    bool feeds_closers = false;  // someone must bring the deals that closers close
    for (const auto& [role, number] : team.seats)
      feeds_closers = feeds_closers || (number >= 1 && has_accounts(role_of(role)));
    for (const auto& [role, number] : team.seats)
      for (int n = 1; n <= static_cast<int>(number); ++n) {
        const int seat = model.seats++;
        model.seat_id.push_back(stable_id({"seat", team.name, role, std::to_string(n)}));
        model.seat_name.push_back(team.name + "/" + role + "/" + std::to_string(n));
        model.seat_team.push_back(static_cast<int>(t));
        model.seat_territory.push_back(territory);
        model.seat_selling.push_back(model.team_selling.back());
        const bool lone_closer = role_of(role) == Role::closer && !feeds_closers;
        model.seat_role.push_back(lone_closer ? Role::generalist : role_of(role));
        model.team_seats[t].push_back(seat);
        model.territory_seats[static_cast<size_t>(territory)].push_back(seat);
        if (model.seat_role.back() == Role::closer) model.team_closers[t].push_back(seat);
        if (model.seat_role.back() == Role::specialist) ++model.team_specialists[t];
        if (model.seat_role.back() == Role::manager && model.team_manager[t] < 0)
          model.team_manager[t] = seat;
      }
  }
}

// Teams stand one after the other among the seats; a large one falls into even circles.
void build_circles(Model& model) {
  std::size_t ties = 0;
  for (int team = 0; team < model.teams; ++team) {
    const auto& seats = model.team_seats[static_cast<size_t>(team)];
    const auto n = static_cast<int>(seats.size());
    const int parts = (n + Model::kCircle - 1) / Model::kCircle;
    for (int part = 0; part < parts; ++part) {
      const int begin = n * part / parts, end = n * (part + 1) / parts;
      for (int i = begin; i < end; ++i)
        model.seat_circle.push_back(static_cast<int>(model.circles.size()));
      const auto size = static_cast<std::size_t>(end - begin);
      model.circles.push_back({team, seats.front() + begin, end - begin, ties});
      ties += size * size;
    }
  }
}

void build_near_teams(Model& model) {
  const auto territory = [&](int team) {
    return model
        .seat_territory[static_cast<size_t>(model.team_seats[static_cast<size_t>(team)].front())];
  };
  for (int team = 0; team < model.teams; ++team) {
    std::vector<int> others;
    const int from = std::max(0, team - 4 * Model::kNear),
              to = std::min(model.teams, team + 4 * Model::kNear + 1);
    for (int other = from; other < to; ++other)
      if (other != team) others.push_back(other);
    std::ranges::stable_sort(others, {}, [&](int other) {
      return std::pair(territory(other) != territory(team), std::abs(other - team));
    });
    others.resize(Model::kNear, -1);
    model.near_teams.insert(model.near_teams.end(), others.begin(), others.end());
  }
}

bool serves(Role role, Segment segment) {
  if (!has_accounts(role)) return false;
  if (role == Role::hunter) return segment == Segment::prospect;
  if (role == Role::farmer) return segment != Segment::prospect;
  return true;
}

// Accounts are numbered within their territory; the first are key customers, then regular ones,
// then prospects, and each kind is dealt out evenly among the seats that serve it. Teams on calls or
// a shop floor look after accounts where no other team does.
void build_accounts(Model& model) {
  struct Draft {
    std::uint64_t id;
    int number, territory, seat;
    Segment segment;
  };
  std::vector<Draft> drafts;
  const Parameters& p = model.spec.parameters;
  for (int r = 0; r < model.territories; ++r) {
    const TerritorySpec& territory = model.spec.territories[static_cast<size_t>(r)];
    const int keys = static_cast<int>(std::floor(territory.accounts * p.key_share + 0.5));
    const int regulars =
        static_cast<int>(std::floor(territory.accounts * (p.key_share + p.regular_share) + 0.5));
    std::vector<int> seats = model.territory_seats[static_cast<size_t>(r)];
    const auto has_pipeline = [&](int seat) {
      return model.seat_selling[static_cast<size_t>(seat)] == Selling::pipeline;
    };
    if (std::ranges::any_of(seats, has_pipeline))
      std::erase_if(seats, [&](int seat) { return !has_pipeline(seat); });
    size_t next = 0;
    for (int n = 0; n < territory.accounts; ++n) {
      const Segment segment = n < keys       ? Segment::key
                              : n < regulars ? Segment::regular
                                             : Segment::prospect;
      int owner = -1;
      for (size_t tried = 0; tried < seats.size() && owner < 0; ++tried, ++next) {
        const int seat = seats[next % seats.size()];
        if (!has_pipeline(seat) || serves(model.seat_role[static_cast<size_t>(seat)], segment))
          owner = seat;
      }
      drafts.push_back({stable_id({"account", territory.name, std::to_string(n + 1)}),
                        static_cast<int>(drafts.size()) + 1, r, owner, segment});
    }
  }
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    return static_cast<unsigned>(a.seat) < static_cast<unsigned>(b.seat);  // -1 last
  });
  model.accounts = static_cast<int>(drafts.size());
  model.book_first.assign(static_cast<size_t>(model.seats) + 1, 0);
  for (const Draft& draft : drafts) {
    model.account.push_back({draft.id, draft.territory, draft.seat});
    model.account_number.push_back(draft.number);
    model.account_segment.push_back(draft.segment);
    if (draft.seat >= 0) ++model.book_first[static_cast<size_t>(draft.seat) + 1];
  }
  for (size_t i = 1; i < model.book_first.size(); ++i)
    model.book_first[i] += model.book_first[i - 1];
}

// Names of the table become places; a deal without an account goes to the seat's accounts in turn,
// where the seat has none to its territory's.
void build_open_deals(Model& model) {
  if (model.spec.open_deals.empty()) return;
  std::map<std::uint64_t, int> account_of;
  std::map<std::string, int> seat_of;
  for (int a = 0; a < model.accounts; ++a) account_of[model.account[static_cast<size_t>(a)].id] = a;
  for (int i = 0; i < model.seats; ++i) seat_of[model.seat_name[static_cast<size_t>(i)]] = i;
  int turn = 0;
  for (const OpenDealSpec& row : model.spec.open_deals) {
    Model::OpenDeal deal;
    deal.seat = seat_of.at(row.seat);
    deal.stage = static_cast<Stage>(row.stage);
    deal.value = row.value;
    deal.age = math::whole(row.age);
    for (size_t p = 0; p < model.spec.products.size(); ++p)
      if (model.spec.products[p].name == row.product) deal.product = static_cast<int>(p);
    const auto seat = static_cast<size_t>(deal.seat);
    const int first = model.book_first[seat], own = model.book_first[seat + 1] - first;
    if (!row.account.empty()) {
      const size_t slash = row.account.rfind('/');
      deal.account = account_of.at(
          stable_id({"account", row.account.substr(0, slash), row.account.substr(slash + 1)}));
    } else if (own > 0) {
      deal.account = first + turn++ % own;
    } else {
      for (int a = 0; a < model.accounts; ++a)
        if (model.account[static_cast<size_t>(a)].territory == model.seat_territory[seat])
          deal.account = a;
    }
    model.open_deals.push_back(deal);
  }
}

// Specialists are paid on the deals that they are asked to join: about half of those that need two
// topics, all of their mates' credit where it is given twice, a part where it is split.
void expect_of_specialists(Model& model) {
  const Epoch& epoch = model.epochs.front();
  for (int t = 0; t < model.teams; ++t) {
    const auto team = static_cast<size_t>(t);
    if (model.team_specialists[team] == 0) continue;
    double credit = 0, variance = 0;
    for (const int seat : model.team_seats[team]) {
      const PolicySet& set =
          model.sets[static_cast<size_t>(epoch.seat_set[static_cast<size_t>(seat)])];
      const double joined =
          0.5 * set.p.complexity * set.partner_credit / model.team_specialists[team];
      credit += joined * model.seat_credit[static_cast<size_t>(seat)];
      variance += joined * set.partner_credit * model.seat_credit_var[static_cast<size_t>(seat)];
    }
    for (const int seat : model.team_seats[team]) {
      if (model.seat_role[static_cast<size_t>(seat)] != Role::specialist) continue;
      model.seat_credit[static_cast<size_t>(seat)] = credit;
      model.seat_credit_var[static_cast<size_t>(seat)] = variance;
    }
  }
}

// What a team's callers or walk-ins are expected to bring each of its seats: those who find
// somebody in time, in the hours that conscience alone gives, times the chance of a sale in the
// middle.
void expect_encounters(Model& model, size_t team, std::vector<double>& busy_hours) {
  const Epoch& epoch = model.epochs.front();
  const std::vector<int>& seats = model.team_seats[team];
  const auto territory = static_cast<size_t>(model.seat_territory[static_cast<size_t>(seats[0])]);
  const PolicySet& market = model.sets[static_cast<size_t>(epoch.territory_set[territory])];
  const auto own_set = [&](int seat) -> const PolicySet& {
    return model.sets[static_cast<size_t>(epoch.seat_set[static_cast<size_t>(seat)])];
  };
  const auto phone_hours = [&](int seat) {
    const PolicySet& own = own_set(seat);
    if (!model.sells(seat)) return 0.0;
    return model.calendar.hours * own.p.conscience *
           (own.time[0] + own.time[1] + own.time[2] + own.time[4]);
  };
  double coming = 0, hours = 0;
  for (const int seat : seats) {
    if (!model.sells(seat)) continue;
    coming += own_set(seat).encounters(model.team_selling[team]).per_day;
    hours += phone_hours(seat);
  }
  coming *= market.potential * market.p.marketing;
  if (hours <= 0) return;
  const PolicySet& first = own_set(seats[0]);
  const EncounterPolicy& policy = first.encounters(model.team_selling[team]);
  const double n = static_cast<double>(seats.size());
  const double free = Model::free_mates(policy, static_cast<int>(seats.size()), coming, hours);
  const double each = model.encounter_hours(policy, market, static_cast<int>(territory), free);
  const double servers = policy.pooled ? n : 1;
  const double use = coming * each / hours;
  const WaitingLine line = waiting_line(static_cast<int>(servers), use * servers,
                                        each * n * model.calendar.hours / hours, policy.patience);
  int room = 0;
  for (const int seat : seats) room += Model::encounter_room(phone_hours(seat), each);
  const double together = poisson_mean_upto(coming * (1 - line.lost), room);
  for (const int seat : seats) {
    const auto i = static_cast<size_t>(seat);
    const PolicySet& own = own_set(seat);
    const double share = policy.pooled
                             ? together * phone_hours(seat) / hours
                             : poisson_mean_upto(coming * (1 - line.lost) / n,
                                                 Model::encounter_room(phone_hours(seat), each));
    const double logit = own.encounters(model.team_selling[team]).base + model.mean_win -
                         own.p.w_competitor * market.competitors + market.price_logit -
                         own.p.w_haste * std::min(1.0, together * each / hours);
    const double sales = share * math::logistic(logit);
    model.seat_credit[i] = sales * model.sale_mean(seat, own, market) * market.price;
    model.seat_credit_var[i] =
        sales * model.sale_square(seat, own, market) * market.price * market.price;
    model.seat_served[i] = share;
    busy_hours[i] = share * each;
  }
}

// What a seat's market gives at the start: the r and s2 of MODEL section 6, and hours a week by
// topic.
void build_expectations(Model& model) {
  const Epoch& epoch = model.epochs.front();
  const auto seats = static_cast<size_t>(model.seats);
  model.seat_credit.assign(seats, 0);
  model.seat_credit_var.assign(seats, 0);
  model.seat_served.assign(seats, 0);
  std::vector<double> busy_hours(seats, 0);  // a day, with callers and walk-ins
  std::vector<double> handed(static_cast<size_t>(model.teams), 0), handed_var(handed);
  for (size_t i = 0; i < seats; ++i) {
    if (model.seat_selling[i] != Selling::pipeline) continue;
    const PolicySet& own = model.sets[static_cast<size_t>(epoch.seat_set[i])];
    const auto team = static_cast<size_t>(model.seat_team[i]);
    const bool hands_over = model.seat_role[i] == Role::hunter && !model.team_closers[team].empty();
    for (int a = model.book_first[i]; a < model.book_first[i + 1]; ++a) {
      const auto account = static_cast<size_t>(a);
      const PolicySet& market = model.sets[static_cast<size_t>(
          epoch.territory_set[static_cast<size_t>(model.account[account].territory)])];
      const double wins = market.opportunity[static_cast<size_t>(model.account_segment[account])] *
                          market.potential * own.win_ahead[0];
      const double credit = wins * model.deal_mean(market) * market.price;
      const double square = wins * model.deal_square(market) * market.price * market.price;
      const double kept = hands_over ? own.p.handover_credit : 1.0;
      model.seat_credit[i] += kept * credit;
      model.seat_credit_var[i] += kept * kept * square;
      if (hands_over)
        handed[team] += (1 - kept) * credit, handed_var[team] += (1 - kept) * (1 - kept) * square;
    }
  }
  expect_of_specialists(model);
  for (size_t t = 0; t < handed.size(); ++t)
    for (const int seat : model.team_closers[t]) {
      const auto closers = static_cast<double>(model.team_closers[t].size());
      model.seat_credit[static_cast<size_t>(seat)] += handed[t] / closers;
      model.seat_credit_var[static_cast<size_t>(seat)] += handed_var[t] / closers;
    }
  for (size_t t = 0; t < model.team_seats.size(); ++t)
    if (model.team_selling[t] != Selling::pipeline) expect_encounters(model, t, busy_hours);
  for (const double credit : model.seat_credit) model.mean_credit += credit / model.seats;
  for (size_t i = 0; i < seats; ++i) {
    const PolicySet& own = model.sets[static_cast<size_t>(epoch.seat_set[i])];
    double week = model.calendar.week * model.calendar.hours * own.time[0];
    if (model.seat_selling[i] != Selling::pipeline) week = model.calendar.week * busy_hours[i];
    const size_t row = static_cast<size_t>(model.seat_territory[i] * model.topics);
    for (int k = 0; k < model.topics; ++k)
      model.seat_topic_hours.push_back(week * model.topic_share[row + static_cast<size_t>(k)]);
  }
}

}  // namespace

double Model::deal_mean(const PolicySet& market) const {
  if (spec.products.empty()) return market.p.deal_size;
  double mean = 0, share = 0;
  for (const ProductSpec& product : spec.products)
    mean += product.share * product.price, share += product.share;
  return mean / share;
}

double Model::deal_square(const PolicySet& market) const {
  const auto square = [](double size, double spread) {
    return size * size * math::exp(spread * spread);
  };
  if (spec.products.empty()) return square(market.p.deal_size, market.p.deal_spread);
  double mean = 0, share = 0;
  for (const ProductSpec& product : spec.products)
    mean += product.share * square(product.price, product.spread), share += product.share;
  return mean / share;
}

double Model::sale_mean(int seat, const PolicySet& own, const PolicySet& market) const {
  const Selling selling = seat_selling[static_cast<size_t>(seat)];
  if (selling == Selling::pipeline || !spec.products.empty()) return deal_mean(market);
  return own.encounters(selling).sale;
}

double Model::sale_square(int seat, const PolicySet& own, const PolicySet& market) const {
  const Selling selling = seat_selling[static_cast<size_t>(seat)];
  if (selling == Selling::pipeline || !spec.products.empty()) return deal_square(market);
  const EncounterPolicy& policy = own.encounters(selling);
  return policy.sale * policy.sale * math::exp(policy.sale_spread * policy.sale_spread);
}

std::shared_ptr<const Model> build(Spec spec) {
  auto model = std::make_shared<Model>();
  model->spec = std::move(spec);
  build_calendar(*model);
  build_market(*model);
  build_territories(*model);
  build_seats(*model);
  build_circles(*model);
  build_near_teams(*model);
  build_accounts(*model);
  build_open_deals(*model);
  build_epochs(*model);
  build_expectations(*model);
  CHECK(model->seats > 0, "a firm needs a seat");
  return model;
}

}  // namespace tandem
