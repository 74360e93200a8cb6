// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "sim/base/check.h"
#include "sim/plan/settling.h"

// Sums that several people divide, and prizes by rank.
namespace tandem::settling {

namespace {

__extension__ using Wide = unsigned __int128;

}  // namespace

void share_out(PayBook& book, Money total, std::span<const Money> weights) {
  const std::size_t n = weights.size();
  CHECK(n > 0 || total == 0, "a sum cannot be split among nobody");
  book.parts.assign(n, 0);
  if (n == 0) return;
  Wide sum = 0;
  for (const Money weight : weights) {
    CHECK(weight >= 0, "a weight of a split cannot be negative");
    sum += static_cast<std::uint64_t>(weight);
  }
  const bool even = sum == 0;
  if (even) sum = n;
  const Money sign = total < 0 ? -1 : 1;
  const Wide size = static_cast<std::uint64_t>(total * sign);
  Wide left = size;
  book.remainders.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    const Wide share = size * (even ? 1 : static_cast<std::uint64_t>(weights[i]));
    const Wide part = share / sum;
    book.remainders[i] = static_cast<std::uint64_t>(share % sum >> (sum >> 64 ? 32 : 0));
    book.parts[i] = static_cast<Money>(part);
    left -= part;
  }
  if (left > 0) {
    const auto cents_left = static_cast<std::ptrdiff_t>(left);
    book.order.resize(n);
    std::iota(book.order.begin(), book.order.end(), 0);
    const auto greater = [&](int a, int b) {
      const auto ra = book.remainders[static_cast<std::size_t>(a)];
      const auto rb = book.remainders[static_cast<std::size_t>(b)];
      return ra != rb ? ra > rb : a < b;
    };
    std::nth_element(book.order.begin(), book.order.begin() + cents_left, book.order.end(),
                     greater);
    for (std::ptrdiff_t i = 0; i < cents_left; ++i)
      ++book.parts[static_cast<std::size_t>(book.order[static_cast<std::size_t>(i)])];
  }
  for (Money& part : book.parts) part *= sign;
}

void settle_pool(PayBook& book, const Firm& firm, int plan, const CompiledElement& element,
                 int group, int until, std::span<const int> only, std::vector<PayLine>& out) {
  const PayElement& e = element.says;
  const auto all = members(book, meter_of(firm, element.meter).holder, group);
  const auto takes_part = [&](int seat) {
    return firm.roster.plan[static_cast<std::size_t>(seat)] == plan && present(firm.roster, seat);
  };
  // The pool has run since the first of its members had the plan.
  int eldest = -1;
  book.weights.clear();
  for (const int seat : all) {
    if (!takes_part(seat)) continue;
    if (eldest < 0 ||
        book.opened[book.at(seat, element.slot)] < book.opened[book.at(eldest, element.slot)]) {
      eldest = seat;
    }
    book.weights.push_back(pool_weight(book, firm, seat, element, until));
  }
  if (eldest < 0) return;
  Standing s = standing(book, firm, eldest, element, until);
  s.terms.share = 1;
  const Money total = rounded(payout(e, s.terms, s.x));
  share_out(book, total, book.weights);
  std::size_t i = 0;
  for (const int seat : all) {
    if (!takes_part(seat)) continue;
    const Money part = book.parts[i++];
    const std::size_t cell = book.at(seat, element.slot);
    if (only.empty()) book.offset[cell] = 0;
    if (part == 0 || (!only.empty() && std::find(only.begin(), only.end(), seat) == only.end()))
      continue;
    PayLine line;
    line.seat = seat;
    line.slot = element.slot;
    line.kind = e.kind;
    line.amount = part;
    line.earned = until;
    line.credit = s.x / 100;
    line.attainment = s.attainment;
    line.fx = exchange_rate(book, firm, seat, &element, s.first, until);
    earn(book, firm, line, e.pay_lag, out);
  }
}

void settle_contest(PayBook& book, const Firm& firm, int plan, const CompiledElement& element,
                    std::span<const int> group, int day, std::vector<PayLine>& out) {
  const PayElement& e = element.says;
  const bool prizes = e.kind == PayElement::contest;
  const std::size_t places = prizes ? e.prizes.size() : static_cast<std::size_t>(e.winners);

  // Who may win, by result; book.scores is indexed by seat.
  book.order.clear();
  book.scores.resize(static_cast<std::size_t>(book.seats));
  for (const int seat : group) {
    if (firm.roster.plan[static_cast<std::size_t>(seat)] != plan || !present(firm.roster, seat))
      continue;
    const Standing s = standing(book, firm, seat, element, day);
    book.offset[book.at(seat, element.slot)] = 0;
    const double x = s.x - s.terms.removed;
    if (!(x > 0) || x < edge_of(e, s.terms, e.minimum) - s.terms.removed) continue;
    book.scores[static_cast<std::size_t>(seat)] =
        e.unit == PayElement::attainment ? s.attainment : x;
    book.order.push_back(seat);
  }
  const auto score = [&](int seat) { return book.scores[static_cast<std::size_t>(seat)]; };
  const auto since = [&](int seat) {
    return e.ties == PayElement::earlier_first
               ? book.last_credit[static_cast<std::size_t>(
                     book.meter_first[static_cast<std::size_t>(element.meter)] + seat)]
               : 0;
  };
  std::sort(book.order.begin(), book.order.end(), [&](int a, int b) {
    if (score(a) != score(b)) return score(a) > score(b);
    if (since(a) != since(b)) return since(a) < since(b);
    return a < b;
  });

  for (std::size_t i = 0; i < book.order.size() && i < places;) {
    std::size_t j = i + 1;
    while (j < book.order.size() && score(book.order[j]) == score(book.order[i]) &&
           since(book.order[j]) == since(book.order[i]))
      ++j;
    const std::size_t tied = j - i, won = std::min(j, places) - i;
    Money sum = 0;
    for (std::size_t k = i; prizes && k < i + won; ++k) sum += rounded(100 * e.prizes[k]);
    double points = prizes ? 0 : e.points;
    if (e.ties == PayElement::all_win) {
      if (prizes) sum = rounded(100 * e.prizes[i]) * static_cast<Money>(tied);
    } else {
      points *= static_cast<double>(won) / static_cast<double>(tied);
    }
    const Money low = sum / static_cast<Money>(tied);
    const auto extra = static_cast<std::size_t>(sum - low * static_cast<Money>(tied));
    for (std::size_t k = i; k < j; ++k) {
      const int seat = book.order[k];
      PayLine line;
      line.seat = seat;
      line.slot = element.slot;
      line.kind = e.kind;
      line.amount = low + (k - i < extra ? 1 : 0);
      line.points = points;
      line.earned = day;
      line.credit = static_cast<double>(book.total(element.meter, seat)) / element.days / 100;
      line.attainment = e.unit == PayElement::attainment ? score(seat) : 0;
      line.in_cost = e.in_cost;
      line.fx = exchange_rate(book, firm, seat, &element, day, day);
      earn(book, firm, line, e.pay_lag, out);
    }
    i = j;
  }
}

}  // namespace tandem::settling
