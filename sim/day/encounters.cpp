// SPDX-License-Identifier: Apache-2.0
#include "sim/day/encounters.h"

#include <algorithm>
#include <cmath>

#include "sim/base/counts.h"
#include "sim/base/math.h"
#include "sim/base/waiting_line.h"
#include "sim/day/accounts.h"
#include "sim/day/seats.h"

namespace tandem {

namespace {

// What a mate is to a seller: how much her good counts as own good, and what a unit of her credit
// pays the seller.
struct Regard {
  double prosociality = 0, mate_pull = 0;
};
Regard regard_of(const State& state, int seat) {
  constexpr double kStranger = 2;  // logits by which one's own good comes first
  return {math::logistic(state.people.prosociality[seat] - kStranger),
          state.people.mate_pull[seat]};
}

// Terms of a day's sales and, on a floor, of the claims that brought them.
struct DayTerms {
  rules::SaleTerms sale;
  rules::ClaimTerms claim;
  bool claims;
};
template <class Visitor>
void visit_terms(const DayTerms& t, Visitor&& visit) {
  rules::visit_terms(t.sale, visit);
  if (t.claims) rules::visit_terms(t.claim, visit);
}

// One team's day with callers or walk-ins. Holds references only; made anew for each team and day.
class TeamDay {
 public:
  TeamDay(const Firm& firm, State& state, int team)
      : firm_(firm),
        model_(firm.model),
        state_(state),
        team_(team),
        seats_(firm.model.team_seats[team]),
        territory_(firm.model.seat_territory[seats_[0]]),
        selling_(firm.model.team_selling[team]),
        market_(firm.of_territory(state, territory_)),
        policy_(policy_of(seats_[0])) {}

  void run() {
    for (const int seat : seats_) state_.counters.served[seat] = 0;
    come();
    if (policy_.pooled)
      serve_together();
    else
      serve_lines();
    see_mates();
    for (const int seat : seats_)
      if (at_work(seat)) end_day(seat);
  }

 private:
  const EncounterPolicy& policy_of(int seat) const {
    return firm_.of_seat(state_, seat).encounters(selling_);
  }
  bool at_work(int seat) const { return state_.counters.hours[seat] > 0; }
  int room(int seat) const { return Model::encounter_room(state_.counters.hours[seat], each_); }
  Block luck_of_seat(int seat) const {
    return state_.luck.block(Purpose::encounters, model_.seat_id[seat], state_.day, 0);
  }

  // How many come is the market's: neither hours nor queues nor pay move it.
  void come() {
    for (const int seat : seats_) {
      if (!model_.sells(seat)) continue;
      coming_ += policy_of(seat).per_day;
      if (!at_work(seat)) continue;
      ++present_;
      hours_ += state_.counters.hours[seat];
    }
    coming_ *= market_.potential * market_.p.marketing * demand_of_day(firm_, state_, territory_);
    free_ = Model::free_mates(policy_, present_, coming_, hours_);
    each_ = model_.encounter_hours(policy_, market_, territory_, free_);
    luck_ = state_.luck.block(Purpose::encounters, model_.team_id[team_], state_.day, 0);
    came_ = poisson_quantile(coming_, uniform53(luck_[0], luck_[1]));
    state_.today.encounters += came_;
    state_.today.counter_hours += hours_;
  }

  // A line of `servers` who together give `hours` of the day to it, spread evenly: their service
  // takes so much longer.
  WaitingLine line(double coming, int servers, double hours) const {
    if (servers == 0 || coming <= 0) return waiting_line(servers, coming, 1, policy_.patience);
    const double day = model_.calendar.hours;
    return waiting_line(servers, coming * each_ / hours * servers, each_ * servers * day / hours,
                        policy_.patience);
  }

  // A line that only grows makes people wait for half of the day in the mean, and no longer.
  void wait(double hours, int people) {
    constexpr double kMinutes = 60;
    state_.today.wait_minutes += kMinutes * people * std::min(hours, model_.calendar.hours / 2);
  }

  // One queue. A caller goes to the next free agent, so to each in proportion to the hours on the
  // phone; a walk-in to whoever catches it.
  void serve_together() {
    const WaitingLine all = line(coming_, present_, hours_);
    wait(all.wait, came_);
    const int lost = binomial_quantile(came_, all.lost, uniform32(luck_[2]));
    weigh();
    const int left = deal_out(came_ - lost);
    state_.today.abandoned += lost + left;  // nobody had time for those left
  }

  void weigh() {
    auto& weight = state_.counters.weight;
    if (selling_ == Selling::calls) {
      for (const int seat : seats_) weight[seat] = state_.counters.hours[seat];
      return;
    }
    double pull = 0, highest = -math::kInfinity;
    for (const int seat : seats_)
      if (at_work(seat)) pull += state_.people.pull[seat];
    for (const int seat : seats_) {
      if (!at_work(seat)) continue;
      const auto claim = claim_of(firm_, state_, seat, mates_pull(seat, pull));
      weight[seat] = claim.sum();
      highest = std::max(highest, weight[seat]);
      drive_ += claim.drive() / present_;
    }
    pull_ = pull;
    double sum = 0, square = 0;
    for (const int seat : seats_) {
      weight[seat] = at_work(seat) ? math::exp(weight[seat] - highest) : 0;
      sum += weight[seat];
      square += weight[seat] * weight[seat];
    }
    if (sum > 0) another_ = 1 - square / (sum * sum);
  }

  double mates_pull(int seat, double all) const {
    return present_ > 1 ? (all - state_.people.pull[seat]) / (present_ - 1) : 0;
  }

  // Deals people out among those at work by weight, as far as each has time. How many nobody had
  // time for is returned.
  int deal_out(int people) {
    Counters& counters = state_.counters;
    double weight = 0;
    int last = -1;
    for (const int seat : seats_)
      if (counters.weight[seat] > 0) weight += counters.weight[seat], last = seat;
    for (const int seat : seats_) {
      if (people == 0 || !(counters.weight[seat] > 0)) continue;
      const double share = seat == last ? 1 : std::min(1.0, counters.weight[seat] / weight);
      const int drawn = binomial_quantile(people, share, uniform32(luck_of_seat(seat)[0]));
      counters.served[seat] = std::min(drawn, room(seat));
      people -= counters.served[seat];
      weight -= counters.weight[seat];
    }
    // Those whom the chosen ones had no time for go to whoever has, from an addressed place on.
    const std::size_t n = seats_.size();
    for (std::size_t i = 0; i < n && people > 0; ++i) {
      const int seat = seats_[(luck_[3] + i) % n];
      if (!at_work(seat)) continue;
      const int more = std::min(people, room(seat) - counters.served[seat]);
      counters.served[seat] += more;
      people -= more;
    }
    return people;
  }

  // A line for each seat, where nobody helps out; those of empty seats are lost, unless colleagues
  // cover them.
  void serve_lines() {
    int lines = 0;
    for (const int seat : seats_) lines += has_line(seat);
    int people = came_, rest = lines;
    for (const int seat : seats_) {
      if (!has_line(seat)) continue;
      const Block luck = luck_of_seat(seat);
      const int mine = binomial_quantile(people, 1.0 / rest--, uniform32(luck[0]));
      people -= mine;
      const double hours = state_.counters.hours[seat];
      const WaitingLine own = line(coming_ / lines, at_work(seat) ? 1 : 0, hours);
      wait(own.wait, mine);
      const int stay = mine - binomial_quantile(mine, own.lost, uniform32(luck[1]));
      state_.counters.served[seat] = at_work(seat) ? std::min(stay, room(seat)) : 0;
      state_.today.abandoned += mine - state_.counters.served[seat];
    }
    state_.today.abandoned += people;  // there is no line at all
  }
  bool has_line(int seat) const { return at_work(seat) || !firm_.of_seat(state_, seat).p.cover; }

  // Who in the team knows what, and how often one who is free answers a claim.
  void see_mates() {
    Counters& counters = state_.counters;
    const Parameters& p = firm_.of_seat(state_, seats_[0]).p;
    if (selling_ == Selling::floor)
      discount_ = p.rivals_discount * free_ * another_ * (1 - math::exp(-std::max(0.0, drive_)));
    for (int k = 0; k < model_.topics; ++k) {
      double best = 0, next = 0;
      for (const int seat : seats_) {
        if (!at_work(seat)) continue;
        const double known = state_.people.knowledge[seat * model_.topics + k];
        next = std::max(next, std::min(known, best));
        best = std::max(best, known);
      }
      counters.best[k] = best;
      counters.next_best[k] = next;
    }
  }

  // A rep's day: hours, chance, sales and their credit.
  void end_day(int seat) {
    People& people = state_.people;
    const int served = state_.counters.served[seat];
    if (served == 0) return;
    const double used = std::min(served * each_, state_.counters.hours[seat]);
    const double* share = &model_.topic_share[territory_ * model_.topics];
    for (int k = 0; k < model_.topics; ++k)
      people.topic_hours[seat * model_.topics + k] += used * share[k];
    state_.today.busy_hours += used;
    const double match = rules::encounter_match(
        &people.knowledge[seat * model_.topics], state_.counters.best.data(),
        state_.counters.next_best.data(), share, model_.topics, market_.p.complexity, free_);
    const double competitor = std::clamp(market_.competitors + state_.rivals[territory_], 0.0, 1.0);
    const auto terms =
        rules::sale_terms(firm_.of_seat(state_, seat), market_, policy_of(seat), model_.mean_win,
                          match, people.log_ability[seat] + state_.people.skill[seat], competitor,
                          used / state_.counters.hours[seat], discount_);
    const double chance = math::logistic(terms.sum());
    const Block luck =
        state_.luck.block(Purpose::encounter_sales, model_.seat_id[seat], state_.day, 0);
    const int sales = binomial_quantile(served, chance, uniform53(luck[0], luck[1]));
    if (state_.people.present[seat])
      add_result(state_.pay, firm_.pay, Quantity::activity, Holder::seat, seat, state_.day, served);
    const std::int64_t before = people.revenue[seat];
    state_.today.sales += sales;
    if (sales > 0) sell(seat, sales);
    if (state_.notes.on)
      state_.notes.add_with({.kind = NoteKind::encounters,
                             .day = state_.day,
                             .seat = seat,
                             .number = served,
                             .sales = sales,
                             .value = whole_units(people.revenue[seat] - before),
                             .chance = chance},
                            DayTerms{terms, claim_of(firm_, state_, seat, mates_pull(seat, pull_)),
                                     selling_ == Selling::floor});
  }

  // What was sold, by product and topic: each share of a list halved until it is one entry.
  void sell(int seat, int sales) {
    const auto& products = model_.product_share;
    if (products.empty()) return sell_topics(seat, sales, -1);
    halve(seat, sales, products.data(), 0, static_cast<int>(products.size()), kProducts,
          [&](int product, int n) { sell_topics(seat, n, product); });
  }

  void sell_topics(int seat, int sales, int product) {
    if (product >= 0 && model_.product_topic[product] >= 0)
      return book(seat, sales, product, model_.product_topic[product]);
    halve(seat, sales, model_.topics_upto(territory_).data(), 0, model_.topics,
          index_of(product, 0), [&](int topic, int n) { book(seat, n, product, topic); });
  }

  template <class Each>
  void halve(int seat, int n, const double* upto, int first, int last, std::uint32_t address,
             Each each) {
    if (n == 0) return;
    if (last - first == 1) return each(first, n);
    const int middle = (first + last) / 2;
    const double before = first > 0 ? upto[first - 1] : 0, all = upto[last - 1] - before;
    const double share = all > 0 ? (upto[middle - 1] - before) / all : 1;
    const double u = state_.luck.uniform(Purpose::encounter_sales, model_.seat_id[seat], state_.day,
                                         address + static_cast<std::uint32_t>(middle));
    const int lower = binomial_quantile(n, share, u);
    halve(seat, lower, upto, first, middle, address, each);
    halve(seat, n - lower, upto, middle, last, address, each);
  }

  void book(int seat, int sales, int product, int topic) {
    const EncounterPolicy& policy = policy_of(seat);
    const double mean = product >= 0 ? model_.spec.products[product].price : policy.sale;
    const double spread = product >= 0 ? model_.spec.products[product].spread : policy.sale_spread;
    const std::uint32_t index = kValues + index_of(product, topic);
    const std::uint64_t id = model_.seat_id[seat];
    const double z =
        math::normal_quantile(state_.luck.uniform(Purpose::encounter_sales, id, state_.day, index));
    const double value = rules::value_of_sales(sales, mean, spread, z);
    const double price = market_.price * state_.price_level[territory_] * (1 - discount_);
    CreditLine line;
    line.seat = seat;
    line.deal = mix64(id + mix64(static_cast<std::uint64_t>(state_.day)) + index);
    line.day = state_.day;
    line.amount = cents(value * price);
    line.margin = line.amount - cents(value * (1 - market_.p.gross_margin));
    line.share = sales;
    line.topic = topic;
    line.product = product;
    state_.today.revenue += line.amount;
    state_.today.margin += line.margin;
    state_.today.list_value += cents(value);
    state_.today.sales_value += cents(value);
    enter_credit(firm_, state_, line);
  }

  // Addresses within a rep's day: 200 topics and 20,000 products at most.
  static constexpr std::uint32_t kProducts = 1u << 30, kValues = 1u << 31;
  static std::uint32_t index_of(int product, int topic) {
    return static_cast<std::uint32_t>(product + 1) << 8 | static_cast<std::uint32_t>(topic);
  }

  const Firm& firm_;
  const Model& model_;
  State& state_;
  const int team_;
  const std::vector<int>& seats_;
  const int territory_;
  const Selling selling_;
  const PolicySet& market_;
  const EncounterPolicy& policy_;  ///< of the team: its first seat's

  double coming_ = 0;  ///< expected today
  int came_ = 0;
  int present_ = 0;
  double hours_ = 0;  ///< of all, on phone or floor
  double each_ = 0;   ///< hours of an encounter
  Block luck_{};
  double pull_ = 0;      ///< of all at the counter
  double drive_ = 0;     ///< mean of what pay adds to a claim
  double another_ = 0;   ///< chance that two who claim are not the same
  double free_ = 0;      ///< chance that a mate who is asked has time
  double discount_ = 0;  ///< that rivals cause, on average
};

}  // namespace

rules::ClaimTerms claim_of(const Firm& firm, const State& state, int seat, double mates_pull) {
  const People& people = state.people;
  const Regard regard = regard_of(state, seat);
  return rules::claim_terms(
      firm.of_seat(state, seat), people.log_ability[seat] + state.people.skill[seat],
      people.effort[seat], people.pull[seat], regard.prosociality * mates_pull + regard.mate_pull);
}

void serve_encounters(const Firm& firm, State& state) {
  Counters& counters = state.counters;
  counters.weight.resize(firm.model.seats);
  counters.served.resize(firm.model.seats);
  counters.best.resize(firm.model.topics);
  counters.next_best.resize(firm.model.topics);
  for (int team = 0; team < firm.model.teams; ++team)
    if (firm.model.team_selling[team] != Selling::pipeline) TeamDay(firm, state, team).run();
}

}  // namespace tandem
