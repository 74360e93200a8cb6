// SPDX-License-Identifier: Apache-2.0
#include "sim/day/co_selling.h"

#include <algorithm>
#include <span>

#include "sim/base/math.h"
#include "sim/day/asking.h"
#include "sim/day/disputes.h"
#include "sim/day/groups.h"
#include "sim/day/merits.h"
#include "sim/day/ties.h"
#include "sim/rules/help.h"
#include "sim/rules/sharing.h"

namespace tandem {

namespace {

constexpr double kMostPromised = 20;  // hours: who owes more joins no further deal

bool may_join(const Firm& firm, const State& state, int mate) {
  return firm.model.seat_role[mate] != Role::manager &&
         state.people.joint_left[mate] < kMostPromised;
}

// Knowledge of a deal's topics by two: the better one's of each topic.
double better_known(const double* mine, const double* theirs, const Deal& deal) {
  const double first = std::max(mine[deal.topic], theirs[deal.topic]);
  if (deal.second_topic < 0) return first;
  return (first + std::max(mine[deal.second_topic], theirs[deal.second_topic])) / 2;
}

// Whose knowledge would help most, as far as they are trusted, and who has time: a mate, or by policy
// one of a near team, who is trusted as the team is. -1: nobody.
int best_partner(const Firm& firm, const State& state, int seat, const Deal& deal, double known) {
  const PolicySet& own = firm.of_seat(state, seat);
  const int topics = firm.model.topics;
  const double* const knowledge = state.people.knowledge.data();
  int best = -1;
  double most = 0;
  const auto gain = [&](const double* theirs) {
    return better_known(&knowledge[seat * topics], theirs, deal) - known;
  };
  const auto enough = [&](double gained, double trust) {
    return gained >= own.p.co_needed && gained * trust > most;
  };
  const auto look_at = [&](int other, double trust) {
    const double gained = gain(&knowledge[other * topics]);
    if (enough(gained, trust) && state.people.present[other] && may_join(firm, state, other))
      most = gained * trust, best = other;
  };
  const Model::Circle& circle = circle_of(firm, seat);
  for (const int mate : circle.seats())
    if (mate != seat) look_at(mate, state.ties.trust[Ties::place(circle, seat, mate)]);
  if (own.p.co_scope != Parameters::reach_all) return best;
  const int first = firm.model.seat_team[seat] * Model::kNear;
  for (int place = first; place < first + Model::kNear; ++place) {
    const int team = firm.model.near_teams[place];
    if (team < 0) continue;
    const double trust = state.ties.between[place];
    if (!enough(gain(&state.room.best_known[team * topics]), trust)) continue;
    for (const int other : firm.model.team_seats[team]) look_at(other, trust);
  }
  return best;
}

// The co-seller's part of a deal's credit.
double part_of(const Firm& firm, const State& state, int seat, int mate) {
  const PolicySet& own = firm.of_seat(state, seat);
  const bool split =
      own.p.co_credit == Parameters::overlay && firm.model.seat_role[mate] != Role::specialist;
  return split ? 1 - own.p.owner_share : own.partner_credit;
}

// What the owner gives up for it.
double given_up(const Firm& firm, const State& state, int seat, int mate) {
  const Parameters& p = firm.of_seat(state, seat).p;
  const bool on_top =
      p.co_credit == Parameters::double_credit ||
      (p.co_credit == Parameters::overlay && firm.model.seat_role[mate] == Role::specialist);
  return on_top ? 0 : part_of(firm, state, seat, mate);
}

// The co-seller's part of so many hours of work.
double promised_hours(const PolicySet& own, double work) {
  return own.p.partner_hours * (1 + own.p.co_overhead) * work;
}

// By how much of its credit a deal gets surer by a unit of match, over the stages ahead.
double surer_by_match(const PolicySet& own, Stage stage) {
  double surer = 0;
  for (auto s = static_cast<std::size_t>(stage); s < kStages; ++s) surer += 1 - own.nominal_pass[s];
  return surer;
}

}  // namespace

double known_by_two(const Firm& firm, const State& state, int seat, int mate, const Deal& deal) {
  return better_known(&state.people.knowledge[seat * firm.model.topics],
                      &state.people.knowledge[mate * firm.model.topics], deal);
}

void survey_teams(const Firm& firm, State& state) {
  const int topics = firm.model.topics;
  std::vector<double>& best = state.room.best_known;
  best.assign(static_cast<std::size_t>(firm.model.teams * topics), 0);
  for (int seat = 0; seat < firm.model.seats; ++seat) {
    const double* const known = &state.people.knowledge[seat * topics];
    double* const row = &best[firm.model.seat_team[seat] * topics];
    for (int k = 0; k < topics; ++k) row[k] = std::max(row[k], known[k]);
  }
}

void survey_again(const Firm& firm, State& state, int seat, int topic) {
  double& best = state.room.best_known[firm.model.seat_team[seat] * firm.model.topics + topic];
  best = std::max(best, state.people.knowledge[seat * firm.model.topics + topic]);
}

void seek_partner(const Firm& firm, State& state, int seat, const Deal& deal) {
  const PolicySet& own = firm.of_seat(state, seat);
  const People& people = state.people;
  if (!co_sells(own.p) || deal.partner >= 0 || deal.fast) return;
  const PolicySet& market = firm.of_account(state, deal.account);
  const bool fit =
      deal.second_topic >= 0 || deal.value > own.p.co_size * firm.model.deal_mean(market);
  if (!fit) return;
  const double known = known_of(firm, state, seat, deal);
  const int mate = best_partner(firm, state, seat, deal, known);
  if (mate < 0) return;

  // What both expect: the deal's credit, and how much surer it gets over the stages ahead.
  const double gap = known_by_two(firm, state, seat, mate, deal) - known;
  const auto stage = static_cast<std::size_t>(deal.stage);
  const double credit = deal.value * market.price * own.win_ahead[stage];
  const double gained = credit * own.p.w_match * gap * surer_by_match(own, deal.stage);
  const double own_hour = hour_pay(firm, state, seat);
  const double worth = std::max(people.pull[seat], 0.0) + own.p.standing;
  rules::AskCase ask;
  ask.known = known;
  ask.known_by_mate = known + gap;
  ask.gain = worth * gained / own_hour;
  ask.cost = (std::max(people.pull[seat], 0.0) * given_up(firm, state, seat, mate) * credit +
              own.p.co_overhead * own.work_ahead[stage] * hour_worth(firm, state, seat)) /
             own_hour;
  ask.trust = trust_in(firm, state, seat, mate);
  ask.ranked = firm.ranks_shown[people.plan[seat]] != 0;
  const auto why = rules::ask_terms(own, ask);
  const Block luck =
      state.luck.block(Purpose::co_selling, deal.id, 0, static_cast<std::uint32_t>(deal.stage));
  if (!decides(state, NoteKind::sought, seat, mate, deal, uniform32(luck[0]), why)) return;

  const PolicySet& theirs = firm.of_seat(state, mate);
  const double their_hour = hour_pay(firm, state, mate);
  const double part = part_of(firm, state, seat, mate);
  rules::HelpCase help = readiness(firm, state, mate, trust_in(firm, state, mate, seat));
  help.conflict = conflict_with(firm, state, mate, seat);
  help.pays = (std::max(people.pull[mate], 0.0) * part * (credit + gained) +
               worth_of_mates_credit(state, mate, seat) * gained) /
              their_hour;
  const double hours = promised_hours(own, own.work_ahead[stage]);
  help.paid = hours * pay_of_help(state, mate) / their_hour;
  help.forgone = hours * hour_worth(firm, state, mate) / their_hour;
  const auto terms = rules::help_terms(theirs, help);
  const double u = state.luck.uniform(Purpose::co_selling, deal.id ^ people.id[mate], 0, 4);
  const bool joins = decides(state, NoteKind::joined_deal, mate, seat, deal, u, terms);
  const auto priority = std::uint64_t{luck[2]} << 32 | luck[3];
  state.intents.push_back(
      {Intent::co_sell, deal.slot, seat, mate, deal.id, priority, joins ? 1.0F : -1.0F});
}

void take_partner(const Firm& firm, State& state, const Intent& intent) {
  const int seat = intent.seat, mate = intent.mate;
  Deal* const deal = deal_of(state, intent);
  if (deal == nullptr) return;
  if (!may_join(firm, state, mate)) {  // too many want the same colleague
    const double u = state.luck.uniform(Purpose::dispute, deal->id, 0, 3);
    if (u < firm.of_seat(state, seat).p.conflict_support)
      open_dispute(firm, state, seat, mate, Cause::support);
    return;
  }
  const bool mates = firm.model.seat_circle[seat] == firm.model.seat_circle[mate];
  if (mates) note_favour(firm, state, seat, mate, intent.value > 0);
  if (intent.value < 0) return;
  deal->partner = mate;
  share_work(firm, state, seat, *deal);
}

void share_work(const Firm& firm, State& state, int seat, Deal& deal) {
  if (deal.partner < 0) return;
  const PolicySet& own = firm.of_seat(state, seat);
  const int mate = deal.partner;
  if (!state.people.present[mate]) {  // has left: the owner goes on alone
    deal.partner = -1;
    return;
  }
  const double hours = promised_hours(own, deal.work_left);
  state.people.joint_left[mate] += hours;
  give_help(firm, state, mate, hours);
  deal.work_left *= static_cast<float>((1 - own.p.partner_hours) * (1 + own.p.co_overhead));
  const auto quarters = [](double before, double more) {
    return static_cast<std::uint8_t>(std::min(255, math::whole(before + 4 * more)));
  };
  deal.joint_hours = quarters(deal.joint_hours, hours);
  deal.own_hours = quarters(deal.own_hours, deal.work_left);

  // Joint work teaches both.
  const int topics = firm.model.topics;
  double* mine = &state.people.knowledge[seat * topics];
  double* theirs = &state.people.knowledge[mate * topics];
  const double ground = rules::common_ground(mine, theirs, topics);
  const double mine_taken =
      own.p.learn_co_selling * hours * ground * trust_in(firm, state, seat, mate);
  const double theirs_taken =
      own.p.learn_co_selling * hours * ground * trust_in(firm, state, mate, seat);
  const auto learn = [&](int k) {
    const double before = mine[k];
    mine[k] = rules::after_sharing(mine[k], theirs[k], mine_taken);
    theirs[k] = rules::after_sharing(theirs[k], before, theirs_taken);
  };
  learn(deal.topic);
  if (deal.second_topic >= 0) learn(deal.second_topic);
}

CreditParts credit_parts(const Firm& firm, const State& state, int seat, const Deal& deal) {
  CreditParts parts;
  const auto add = [&](int who, double share) {
    parts.seat[parts.n] = who;
    parts.share[parts.n++] = share;
  };
  double left = 1;
  if (deal.finder != seat) {
    const Parameters& p = firm.of_seat(state, deal.finder).p;
    const double kept = deal.referred ? p.referral_credit : p.handover_credit;
    if (kept > 0) add(deal.finder, kept);
    left -= kept;
  }
  if (deal.partner >= 0 && deal.partner != deal.finder && left > 0) {
    const Parameters& p = firm.of_seat(state, seat).p;
    double part = given_up(firm, state, seat, deal.partner);
    if (p.co_credit == Parameters::by_hours) {
      const double all = double(deal.own_hours) + deal.joint_hours;
      part = all > 0 ? deal.joint_hours / all : 0;
    }
    if (part > 0) add(deal.partner, left * part);
    left *= 1 - part;
    if (part_of(firm, state, seat, deal.partner) > 0 &&
        given_up(firm, state, seat, deal.partner) == 0)
      parts.extra = deal.partner;
  }
  if (left > 0 || parts.n == 0) add(seat, left);
  return parts;
}

int pass_on(const Firm& firm, State& state, int seat, Deal& deal) {
  const Model& model = firm.model;
  const PolicySet& own = firm.of_seat(state, seat);
  const PolicySet& market = firm.of_account(state, deal.account);
  if (market.p.strays <= 0) return seat;
  const Block luck = state.luck.block(Purpose::stray, deal.id, 0, 0);
  if (uniform32(luck[0]) >= market.p.strays) return seat;
  ++state.today.strays;
  // Another team's kind of deal: a topic of its territory.
  const auto near =
      std::span(model.near_teams)
          .subspan(static_cast<std::size_t>(model.seat_team[seat] * Model::kNear), Model::kNear);
  const auto others = Model::kNear - std::ranges::count(near, -1);
  if (others == 0) return seat;
  const int team = near[luck[1] % static_cast<std::uint32_t>(others)];
  const int their_territory = model.seat_territory[model.team_seats[team].front()];
  deal.topic =
      static_cast<std::uint8_t>(pick(model.topics_upto(their_territory), uniform32(luck[2])));
  deal.second_topic = -1;
  if (!own.p.referral_on || !own.p.helping_on) return seat;

  int taker = -1;
  for (const int other : model.team_seats[team])
    if (state.people.present[other] && model.has_accounts(other) &&
        (taker < 0 || known_of(firm, state, other, deal) > known_of(firm, state, taker, deal)))
      taker = other;
  if (taker < 0) return seat;
  const double gap = known_of(firm, state, taker, deal) - known_of(firm, state, seat, deal);
  const double hour = hour_pay(firm, state, seat);
  const double credit = deal.value * market.price * own.win_ahead[0];
  const double theirs =
      credit * std::max(0.0, 1 + own.p.w_match * gap * surer_by_match(own, deal.stage));
  rules::HelpCase of = readiness(firm, state, seat, trust_in(firm, state, seat, taker));
  // Passing on keeps a part of a surer deal; keeping it takes hours that other deals could use.
  const double pull = std::max(state.people.pull[seat], 0.0);
  of.pays = pull * own.p.referral_credit * theirs / hour;
  const double kept =
      (pull + own.p.standing) * credit - own.work_ahead[0] * hour_worth(firm, state, seat);
  of.forgone = std::max(0.0, kept) / hour;
  const auto terms = rules::help_terms(own, of);
  if (!decides(state, NoteKind::referred, seat, taker, deal, uniform32(luck[3]), terms))
    return seat;
  ++state.today.referrals;
  deal.referred = true;
  return taker;
}

}  // namespace tandem
