// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <limits>
#include <optional>

#include "sim/base/gamma.h"
#include "sim/base/math.h"
#include "sim/day/accounts.h"
#include "sim/day/asking.h"
#include "sim/day/co_selling.h"
#include "sim/day/departments.h"
#include "sim/day/disputes.h"
#include "sim/day/encounters.h"
#include "sim/day/news.h"
#include "sim/day/seats.h"
#include "sim/day/stops.h"
#include "sim/rules/departments.h"
#include "sim/rules/help.h"
#include "sim/rules/leaving.h"
#include "sim/rules/market.h"
#include "sim/rules/selling.h"

namespace tandem {

namespace {

constexpr double kNoWork = 1e-9;                                    // hours: less is nothing
constexpr int kForEver = std::numeric_limits<std::int16_t>::max();  // days

// One seat's working day. Holds references only; made anew for each seat and day.
class WorkingDay {
 public:
  WorkingDay(const Firm& firm, State& state, int seat)
      : firm_(firm),
        model_(firm.model),
        state_(state),
        own_(firm.of_seat(state, seat)),
        seat_(seat),
        memory_(rules::remembered(own_, state.deals.count(seat), state.people.coverage[seat])),
        patience_(own_.p.idle_death ? static_cast<int>(own_.p.idle_after) : kForEver) {}

  void run() {
    if (model_.seat_selling[seat_] != Selling::pipeline && model_.sells(seat_)) return stand_by();
    const double* hours = &state_.people.hours[seat_ * kActivities];
    const double share = state_.working_share;
    const double free = keep_for_mates(hours[4] * share);
    const double spare = sell(after_promises(hours[0] * share + free));
    const double spare_care = serve(hours[2] * share);
    state_.people.spare_hours[seat_] += spare;
    state_.people.nurture[seat_] += spare_care;
    state_.today.hours[0] += hours[0] * share + free - spare;
    state_.today.hours[1] += hours[1] * share + spare;
    state_.today.hours[2] += hours[2] * share;
    state_.today.hours[3] += hours[3] * share;
    state_.today.hours[5] += hours[5] * share;
  }

  // Hours kept for colleagues add up over a week at most; the rest is free again, for deals.
  double keep_for_mates(double hours) {
    double& left = state_.people.help_left[seat_];
    const double most = std::max(left, hours * model_.calendar.week);
    const double kept = std::min(hours, most - left);
    left += kept;
    state_.today.hours[4] += kept;
    return hours - kept;
  }

 private:
  // Hours promised to colleagues' deals come first: those kept for colleagues, then up to half of the
  // day's for deals, which are returned without them.
  double after_promises(double hours) {
    double& promised = state_.people.joint_left[seat_];
    if (promised <= 0) return hours;
    double& kept = state_.people.help_left[seat_];
    const double first = std::min(promised, kept);
    kept -= first;
    promised -= first;
    const double then = std::min(promised, hours / 2);
    promised -= then;
    return hours - then;
  }

  // Callers and walk-ins come later: theirs are the hours of new business, and those of care that no
  // request takes.
  void stand_by() {
    const double* hours = &state_.people.hours[seat_ * kActivities];
    const double share = state_.working_share;
    const double spare_care = serve(hours[2] * share);
    const double free = keep_for_mates(hours[4] * share);
    const double counter = after_promises((hours[0] + hours[1]) * share + spare_care + free);
    state_.counters.hours[seat_] = counter;
    state_.today.hours[0] += counter;
    state_.today.hours[2] += hours[2] * share - spare_care;
    state_.today.hours[3] += hours[3] * share;
    state_.today.hours[5] += hours[5] * share;
  }

  // Hours go to the open deals in their order; what is left over is returned.
  double sell(double hours) {
    for (int first = 0; first < state_.deals.count(seat_);) {
      const auto turns = state_.deals.turns(seat_, first);
      int over = 0;  // those behind a deal that is over have moved up
      for (std::uint64_t up = due(turns, state_.day); up != 0; up &= up - 1) {
        const int place = std::countr_zero(up) - over;
        Turn& turn = turns[static_cast<std::size_t>(place)];
        const bool goes_on = hours > 0 || turn.with_buyer() ? advance(first + place, turn, hours)
                                                            : wait(first + place, turn);
        if (!goes_on) ++over;
      }
      first += static_cast<int>(turns.size()) - over;
    }
    return hours;
  }

  // One deal's day: answers that are due, hours as far as they go, through as many stages as the
  // day allows. False if the deal is over.
  bool advance(int i, Turn& turn, double& hours) {
    Deal& deal = deal_at(i);
    double limit = own_.p.daily_limit;
    for (;;) {
      if (turn.with_buyer()) {
        if (turn.until > state_.day) return true;
        if (deal.input == Input::waited_for)
          go_without_input(firm_, state_, seat_, deal, turn);
        else if (!answer(i, deal, turn))
          return false;
        if (turn.with_buyer()) return true;  // the next stage waits for an input
      }
      const double given = std::min({hours, double(deal.work_left), limit});
      spend(deal, given);
      hours -= given;
      limit -= given;
      if (deal.work_left > kNoWork) return limit < own_.p.daily_limit || wait(i, turn);
      turn.until = state_.day + math::whole(deal.buyer_days);
    }
  }

  void spend(Deal& deal, double hours) {
    deal.work_left -= static_cast<float>(hours);
    double* row = &state_.people.topic_hours[seat_ * model_.topics];
    const double part = deal.second_topic >= 0 ? hours / 2 : hours;
    row[deal.topic] += part;
    if (deal.second_topic >= 0) row[deal.second_topic] += part;
  }

  // The buyer answers: on to the next stage, won, or lost. False if the deal is over.
  bool answer(int i, Deal& deal, Turn& turn) {
    const double product = deal.product >= 0 ? model_.spec.products[deal.product].win : 0;
    const double relation = (memory_ * state_.accounts.person_relation[deal.account] +
                             state_.accounts[deal.account].firm_relation) /
                            2;
    auto terms = rules::pass_terms(own_, market(deal), deal, turn.waited, product,
                                   rules::with_advice(own_, match(deal), deal.advice), relation,
                                   state_.people.log_ability[seat_] + state_.people.skill[seat_]);
    const NewsOnDeal news = news_on(firm_, state_, seat_, deal);
    terms.news = news.term;
    if (news.age >= 0) ++state_.today.items_used, state_.today.item_age += news.age;
    if (deal.input != Input::not_needed)
      terms.support = rules::support_term(own_, deal.input == Input::there);
    bool yes = rules::passes(deal, terms);
    const bool last = deal.stage == Stage::negotiate;
    const auto kind = [&] {
      return !yes ? NoteKind::lost : last ? NoteKind::won : NoteKind::passed;
    };
    const int part = static_cast<int>(deal.stage) + 1;
    if (state_.undoes(kind(), deal.id, part)) yes = !yes;
    if (state_.notes.on) {
      Note note = note_on(kind(), state_.day, seat_, deal);
      note.part = part;
      note.item = news.number;
      note.chance = math::logistic(terms.sum());
      note.luck = uniform32(deal.pass_luck);
      state_.notes.add_with(note, terms);
    }
    if (!yes) return end(i, Ending::lost);
    if (last) return win(i);
    deal.stage = static_cast<Stage>(static_cast<int>(deal.stage) + 1);
    rules::begin_stage(own_, market(deal), state_.luck, deal);
    deal.advice = -1;
    share_work(firm_, state_, seat_, deal);
    think_of_asking(firm_, state_, seat_, deal);
    turn.until = Turn::kRep;
    turn.waited = 0;
    deal.input = Input::not_needed;
    if (deal.stage == Stage::propose) seek_input(firm_, state_, seat_, deal, turn);
    return true;
  }

  // A day without an hour for this deal: slow answers lose, and neglected deals die.
  bool wait(int i, Turn& turn) {
    if (turn.waited < patience_) {
      ++turn.waited;
      return true;
    }
    if (patience_ == kForEver) return true;
    if (turn.waited < kForEver) ++turn.waited;
    if (turn.idle_left <= 0)
      turn.idle_left =
          static_cast<float>(rules::threshold(state_.luck, Purpose::idle_death, deal_at(i).id, 0));
    turn.idle_left -= static_cast<float>(own_.p.idle_rate);
    return turn.idle_left > 0 || die(i, turn);
  }

  bool die(int i, Turn& turn) {
    const Deal& deal = deal_at(i);
    if (state_.undoes(NoteKind::idle, deal.id)) {
      turn.idle_left = static_cast<float>(
          rules::threshold(state_.luck, Purpose::idle_death, deal.id, state_.day + 1));
      return true;
    }
    if (state_.notes.on) {
      Note note = note_on(NoteKind::idle, state_.day, seat_, deal);
      note.chance = turn.waited;  // days
      state_.notes.add(note);
    }
    return end(i, Ending::idle);
  }

  bool end(int i, Ending ending) {
    state_.today.closed.push_back({deal_at(i), seat_, ending});
    state_.deals.close(seat_, i);
    return false;
  }

  bool win(int i) {
    const Deal& deal = deal_at(i);
    const PolicySet& where = market(deal);
    Accounts& accounts = state_.accounts;
    const int a = deal.account;
    const double price = where.price * state_.price_level[model_.account[a].territory];
    const Money amount = cents(deal.value * price);
    const Money margin = amount - cents(deal.value * (1 - where.p.gross_margin));
    state_.today.revenue += amount;
    state_.today.list_value += cents(deal.value);
    state_.today.margin += margin;
    Account& account = accounts[a];
    const bool new_account = account.segment == Segment::prospect;
    raise(account.satisfaction, where.p.win_gain);
    raise(accounts.person_relation[a], where.p.win_gain);
    raise(account.firm_relation, where.p.win_gain);
    if (new_account) {
      set_segment(firm_, state_, a, Segment::regular);
      ++state_.today.customers_won;
    } else {
      refresh_account(firm_, state_, a);
    }
    enter_credit(deal, amount, margin, new_account);
    return end(i, Ending::won);
  }

  // The credit of a win: to the one who worked on it, split with who found it and who helped to sell.
  void enter_credit(const Deal& deal, Money amount, Money margin, bool new_account) {
    const CreditParts parts = credit_parts(firm_, state_, seat_, deal);
    const auto n = static_cast<std::size_t>(parts.n);
    CreditLine lines[4];
    for (std::size_t i = 0; i <= n; ++i) {
      lines[i].seat = i < n ? parts.seat[i] : parts.extra;
      lines[i].deal = deal.id;
      lines[i].day = state_.day;
      lines[i].topic = deal.topic;
      lines[i].product = deal.product;
      lines[i].new_account = new_account;
    }
    if (n > 1 && parts.seat[n - 2] == deal.partner)
      compare_split(firm_, state_, seat_, deal, parts.share[n - 2]);
    split_credit(state_.pay, amount, margin, {parts.share, n}, {lines, n});
    bool two_teams = false;
    for (std::size_t i = 0; i < n; ++i) {
      if (n == 1) lines[i].kind = CreditKind::direct;
      tandem::enter_credit(firm_, state_, lines[i]);
      two_teams = two_teams || model_.seat_team[lines[i].seat] != model_.seat_team[seat_];
    }
    if (parts.extra >= 0) {
      lines[n].kind = CreditKind::overlay;
      lines[n].amount = amount;
      lines[n].margin = margin;
      tandem::enter_credit(firm_, state_, lines[n]);
      two_teams = two_teams || model_.seat_team[parts.extra] != model_.seat_team[seat_];
    }
    state_.today.cross_team += two_teams;
  }

  // Requests are answered in the order they came; the hours that no request takes are returned.
  double serve(double hours) {
    Requests& queue = state_.requests;
    while (queue.waiting[seat_] > 0 && hours > kNoWork) {
      const int place = seat_ * Requests::kMost + queue.head[seat_];
      const int a = queue.account[place];
      const std::uint64_t id = model_.account[a].id;
      std::optional<Block> drawn;
      const auto words = [&] {
        if (!drawn) drawn = state_.luck.block(Purpose::service_work, id, 0, queue.number[place]);
        return *drawn;
      };
      if (queue.work_left[seat_] <= 0)
        queue.work_left[seat_] = market_of(a).p.request_work * erlang(2, words());
      const double given = std::min(hours, queue.work_left[seat_]);
      queue.work_left[seat_] -= given;
      hours -= given;
      state_.today.request_hours += given;
      if (queue.work_left[seat_] > kNoWork) break;
      const int k = topic_of_request(model_, a, uniform32(words()[3]));
      answer_request(firm_, state_, a, seat_, queue.number[place],
                     state_.people.knowledge[seat_ * model_.topics + k],
                     state_.day - queue.since[place]);
      queue.work_left[seat_] = 0;
      queue.head[seat_] = (queue.head[seat_] + 1) % Requests::kMost;
      --queue.waiting[seat_];
    }
    return hours;
  }

  double match(const Deal& deal) const {
    return deal.partner < 0 ? known_of(firm_, state_, seat_, deal)
                            : known_by_two(firm_, state_, seat_, deal.partner, deal);
  }

  Deal& deal_at(int i) { return state_.deals.of(seat_)[static_cast<std::size_t>(i)]; }
  static void raise(double& share, double part) { share += part * (1 - share); }
  const PolicySet& market_of(int account) const { return firm_.of_account(state_, account); }
  const PolicySet& market(const Deal& deal) const { return market_of(deal.account); }

  const Firm& firm_;
  const Model& model_;
  State& state_;
  const PolicySet& own_;
  const int seat_;
  const double memory_;  ///< share of relations that the rep has in mind
  const int patience_;   ///< days without an hour before neglect may end a deal
};

// Asks memory for what the next seats will need, as far as today is already known: turns, then the
// deals whose day it is, then their accounts and those that wait for service. A small firm lies in the
// caches.
class Ahead {
 public:
  Ahead(const Firm& firm, State& state)
      : firm_(firm), state_(state), needed_(firm.model.seats > kLargeFirm) {}

  void look(int seat) {
    if (!needed_) return;
    state_.deals.prefetch_turns(seat + 3 * kStep);
    ask_for_deals(seat + 2 * kStep);
    ask_for_requests(seat + 2 * kStep);
    ask_for_accounts(seat + kStep);
  }

 private:
  void ask_for_deals(int seat) {
    if (seat >= state_.deals.seats()) return;
    constexpr int kWorkedOn = 2;  // so many deals that wait get an hour on most days
    const auto turns = state_.deals.turns(seat, 0);
    const auto of = state_.deals.of(seat);
    std::uint64_t& answered = answered_[seat % kKept] = 0;
    int waiting = 0;
    for (std::uint64_t up = due(turns, state_.day); up != 0; up &= up - 1) {
      const int i = std::countr_zero(up);
      if (turns[static_cast<std::size_t>(i)].with_buyer())
        answered |= up & -up;
      else if (++waiting > kWorkedOn)
        continue;
      __builtin_prefetch(&of[i]);
    }
  }

  int first_request(int seat) const { return seat * Requests::kMost + state_.requests.head[seat]; }
  void ask_for_requests(int seat) {
    const Requests& queue = state_.requests;
    if (seat >= state_.deals.seats() || queue.waiting[seat] == 0) return;
    __builtin_prefetch(&queue.account[first_request(seat)]);
    __builtin_prefetch(&queue.number[first_request(seat)]);
    __builtin_prefetch(&queue.since[first_request(seat)]);
  }

  void ask_for_accounts(int seat) {
    if (seat >= state_.deals.seats() || seat < 2 * kStep) return;
    const auto of = state_.deals.of(seat);
    for (std::uint64_t due = answered_[seat % kKept]; due != 0; due &= due - 1)
      prefetch_account(firm_, state_, of[std::countr_zero(due)].account);
    if (state_.requests.waiting[seat] == 0) return;
    const int a = state_.requests.account[first_request(seat)];
    prefetch_account(firm_, state_, a);
    prefetch_dates(state_, a);
  }

  const Firm& firm_;
  State& state_;
  const bool needed_;
  static constexpr int kStep = 4;  ///< seats for which memory has time to answer
  static constexpr int kKept = 2 * kStep;
  std::uint64_t answered_[kKept] =
      {};  ///< of seats whose deals were asked for, by number modulo kKept
};

}  // namespace

void work(const Firm& firm, State& state) {
  if (firm.model.encounters) state.counters.hours.assign(firm.model.seats, 0);
  take_in_news(firm, state);
  prepare_inputs(firm, state);
  answer_at_desk(firm, state);
  Ahead ahead(firm, state);
  for (int seat = 0; seat < firm.model.seats; ++seat) {
    ahead.look(seat);
    WorkingDay(firm, state, seat).run();
  }
  if (firm.model.encounters) serve_encounters(firm, state);
}

}  // namespace tandem
