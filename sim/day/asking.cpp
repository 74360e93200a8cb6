// SPDX-License-Identifier: Apache-2.0
#include "sim/day/asking.h"

#include <algorithm>

#include "sim/base/math.h"
#include "sim/day/accounts.h"
#include "sim/day/co_selling.h"
#include "sim/day/groups.h"
#include "sim/day/library.h"
#include "sim/day/merits.h"
#include "sim/day/news.h"
#include "sim/day/ties.h"
#include "sim/rules/help.h"
#include "sim/rules/sharing.h"

namespace tandem {

namespace {

// Whom the rep would ask: the colleague in whom trust times what could be of use is most.
struct Best {
  int mate = -1;
  double useful = 0, score = 0;  ///< what of the colleague's knowledge is expected to fit
};
Best best_colleague(const Firm& firm, const State& state, int seat, const Deal& deal,
                    double known) {
  const Model::Circle& circle = circle_of(firm, seat);
  const double fits = 1 - firm.of_seat(state, seat).p.need_to_differ;
  const int topics = firm.model.topics;
  const float* const trust = &state.ties.trust[Ties::place(circle, seat, circle.first)];
  const std::uint8_t* const here = &state.people.present[circle.first];
  const double* first = &state.people.knowledge[circle.first * topics + deal.topic];
  const double* second = first + (deal.second_topic >= 0 ? deal.second_topic - deal.topic : 0);
  Best best;
  if (known >= fits) return best;  // nobody's knowledge is above 1
  for (int i = 0; i < circle.size; ++i, first += topics, second += topics) {
    const double useful = fits * ((*first + *second) / 2);  // known_of() the mate
    const double score = trust[i] * (useful - known);
    if (score > best.score && here[i] != 0 && circle.first + i != seat)
      best = {circle.first + i, useful, score};
  }
  return best;
}

// Credit that a match better by `gap` is expected to bring in the deal's present stage.
double credit_of_match(const Firm& firm, const State& state, int seat, const Deal& deal,
                       double gap) {
  const PolicySet& own = firm.of_seat(state, seat);
  const int stage = static_cast<int>(deal.stage);
  const double price = firm.of_account(state, deal.account).price;
  return deal.value * price * own.win_ahead[stage] * (1 - own.nominal_pass[stage]) * own.p.w_match *
         own.p.reliance * gap;
}

void consider(const Firm& firm, State& state, int seat, const Deal& deal) {
  const PolicySet& own = firm.of_seat(state, seat);
  const People& people = state.people;
  const double on_it = deal.partner < 0 ? known_of(firm, state, seat, deal)
                                        : known_by_two(firm, state, seat, deal.partner, deal);
  const double known = std::max(on_it, double(deal.advice));  // what was found in writing
  const Best best = best_colleague(firm, state, seat, deal, known);
  if (best.mate < 0) return;
  const Model::Circle& circle = circle_of(firm, seat);
  const double credit = credit_of_match(firm, state, seat, deal, best.useful - known);

  rules::AskCase ask;
  ask.known = known;
  ask.known_by_mate = best.useful;
  const double own_hour = hour_pay(firm, state, seat);
  ask.gain = credit * (std::max(people.pull[seat], 0.0) + own.p.standing) / own_hour;
  ask.cost = own.p.chat_search * hour_worth(firm, state, seat) / own_hour;
  ask.trust = state.ties.trust[Ties::place(circle, seat, best.mate)];
  ask.ranked = firm.ranks_shown[people.plan[seat]];
  const auto why = rules::ask_terms(own, ask);
  const auto stage = static_cast<std::uint32_t>(deal.stage);
  const Block luck = state.luck.block(Purpose::asking, deal.id, 0, stage);
  if (!decides(state, NoteKind::asked, seat, best.mate, deal, uniform32(luck[0]), why)) return;
  ++state.today.asked;

  const int mate = best.mate;
  const PolicySet& theirs = firm.of_seat(state, mate);
  const std::size_t tie = Ties::place(circle, mate, seat);
  rules::HelpCase help = readiness(firm, state, mate, state.ties.trust[tie]);
  help.owed = state.ties.owed[tie];
  help.conflict = state.ties.conflict[tie];
  const double their_hour = hour_pay(firm, state, mate);
  help.pays = worth_of_mates_credit(state, mate, seat) * credit / their_hour;
  help.paid = theirs.ask_hours * pay_of_help(state, mate) / their_hour;
  help.forgone = theirs.ask_hours * hour_worth(firm, state, mate) / their_hour;
  const auto terms = rules::help_terms(theirs, help);
  const double u = state.luck.uniform(Purpose::helping, deal.id ^ people.id[mate], 0, stage);
  const bool helps = decides(state, NoteKind::helped, mate, seat, deal, u, terms);
  const double differs = 2 * own.p.need_to_differ * uniform32(luck[1]);
  const double value = helps ? rules::advice_value(known_of(firm, state, mate, deal), differs) : -1;
  state.intents.push_back({Intent::answer, deal.slot, seat, mate, deal.id,
                           std::uint64_t{luck[2]} << 32 | luck[3], static_cast<float>(value)});
}

// Asks memory for what the next questions will need: the seat's deals, then what its mates know and how
// far they are trusted.
void look_ahead(const Firm& firm, State& state, const Question* now) {
  if (firm.model.seats <= kLargeFirm) return;
  constexpr std::ptrdiff_t kDeals = 12, kMates = 4;
  const std::ptrdiff_t left = state.questions.data() + state.questions.size() - now;
  if (kDeals < left && now[kDeals].due <= state.day)
    state.deals.prefetch(now[kDeals].seat, now[kDeals].slot);
  if (kMates >= left || now[kMates].due > state.day) return;
  const Deal* const deal = deal_of(state, now[kMates]);
  if (deal == nullptr) return;
  __builtin_prefetch(&firm.model.account[deal->account]);
  const Model::Circle& circle = circle_of(firm, now[kMates].seat);
  const int topics = firm.model.topics;
  constexpr int kNumbers = 64 / sizeof(double);  // in a line of the cache
  for (int i = 0; i < circle.size * topics; i += kNumbers)
    __builtin_prefetch(&state.people.knowledge[circle.first * topics + i]);
  __builtin_prefetch(&state.ties.trust[Ties::place(circle, now[kMates].seat, circle.first)]);
}

}  // namespace

rules::HelpCase readiness(const Firm& firm, const State& state, int seat, double trust) {
  rules::HelpCase of;
  of.trust = trust;
  of.prosociality = state.people.prosociality[seat];
  of.norm = state.ties.norm[firm.model.seat_team[seat]];
  of.fatigue = state.people.fatigue[seat];
  return of;
}

rules::HelpCase telling(const Firm& firm, const State& state, int seat, double trust) {
  rules::HelpCase of = readiness(firm, state, seat, trust);
  of.pays = state.people.mate_pull[seat] * firm.model.seat_credit[seat] *
            firm.of_seat(state, seat).p.help_yield / hour_pay(firm, state, seat);
  return of;
}

double hour_pay(const Firm& firm, const State& state, int seat) {
  const Calendar& calendar = firm.model.calendar;
  return std::max(state.people.pay_level[seat], 1.0) / (calendar.year * calendar.hours);
}

double hour_worth(const Firm& firm, const State& state, int seat) {
  const PolicySet& own = firm.of_seat(state, seat);
  return (std::max(state.people.pull[seat], 0.0) + own.p.standing) * firm.model.seat_credit[seat] /
         firm.model.calendar.hours;
}

void think_of_asking(const Firm& firm, State& state, int seat, const Deal& deal) {
  const Parameters& p = firm.of_seat(state, seat).p;
  const bool asks = p.helping_on && p.chat_on, seeks = co_sells(p);
  if (!asks && !seeks && !p.kb_on) return;
  state.questions.push_back(
      {seat, state.day + math::whole(p.chat_latency), deal.id, deal.slot, deal.stage});
}

void ask_colleagues(const Firm& firm, State& state) {
  if (firm.reaches_all) survey_teams(firm, state);
  std::size_t kept = 0;
  for (const Question& question : state.questions) {
    look_ahead(firm, state, &question);
    if (question.due > state.day) {
      state.questions[kept++] = question;
      continue;
    }
    if (!state.people.present[question.seat]) continue;
    Deal* const deal = deal_of(state, question);
    if (deal == nullptr || deal->stage != question.stage) continue;
    const Parameters& p = firm.of_seat(state, question.seat).p;
    if (p.kb_on) {
      look_up(firm, state, question.seat, *deal);
      if (firm.reaches_all) survey_again(firm, state, question.seat, deal->topic);
      read_news(state, question.seat, *deal);
    }
    if (p.helping_on && p.chat_on) consider(firm, state, question.seat, *deal);
    seek_partner(firm, state, question.seat, *deal);
  }
  state.questions.resize(kept);
}

void take_answer(const Firm& firm, State& state, const Intent& intent) {
  const int seat = intent.seat, mate = intent.mate;
  const PolicySet& own = firm.of_seat(state, seat);
  const double hours = firm.of_seat(state, mate).ask_hours;
  Deal* const deal = deal_of(state, intent);
  if (deal == nullptr) return;  // handed over today
  deal->work_left += static_cast<float>(own.p.chat_search);
  if (intent.value < 0) {
    ++state.today.refused;
    return note_favour(firm, state, seat, mate, false);
  }
  double& left = state.people.help_left[mate];
  if (left < hours) return;  // willing, and no time: nobody's fault
  left -= hours;
  state.people.talk[mate] += hours;
  give_help(firm, state, mate, hours);
  state.people.talk[seat] += own.p.chat_search;
  ++state.today.helped;
  state.today.help_hours += hours;
  deal->advice = intent.value;
  answer_with_news(state, seat, mate, *deal);

  const int topics = firm.model.topics;
  double* mine = &state.people.knowledge[seat * topics];
  const double* theirs = &state.people.knowledge[mate * topics];
  const Model::Circle& circle = circle_of(firm, seat);
  const double taken = own.p.learn_asking * own.p.chat_hours *
                       state.ties.trust[Ties::place(circle, seat, mate)] *
                       rules::common_ground(mine, theirs, topics);
  mine[deal->topic] = rules::after_sharing(mine[deal->topic], theirs[deal->topic], taken);
  if (deal->second_topic >= 0) {
    double& other = mine[deal->second_topic];
    other = rules::after_sharing(other, theirs[deal->second_topic], taken);
  }
  note_favour(firm, state, seat, mate, true);
}

}  // namespace tandem
