// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "sim/base/check.h"
#include "sim/plan/exchange.h"
#include "sim/plan/quota.h"
#include "sim/plan/settling.h"

// Credit lines in: what each adds to which meter, today or later.
namespace tandem {

namespace settling {

/// How many deals a line stands for: a part of one counts as one.
double deals_of(const CreditLine& line) { return std::max(1.0, line.share); }

/// What a line adds to a meter: for the seat itself after windfall rules, for groups as booked.
Money value_of(const Meter& meter, const BookedLine& b) {
  const CreditLine& line = b.line;
  const bool seat = meter.holder == Holder::seat;
  Money value = 0;
  switch (meter.quantity) {
    case Quantity::revenue:
      value = seat ? b.counted : line.amount;
      break;
    case Quantity::margin:
      value = line.margin;
      if (seat && b.counted != line.amount) {
        value = rounded(static_cast<double>(line.margin) * static_cast<double>(b.counted) /
                        static_cast<double>(line.amount));
      }
      break;
    case Quantity::deals:
      return b.seat_only ? 0 : static_cast<Money>(std::nearbyint(100 * line.share));
    case Quantity::new_accounts:
      return line.new_account && !b.seat_only ? static_cast<Money>(std::nearbyint(100 * line.share))
                                              : 0;
    default:  // comes of no deal
      return 0;
  }
  if (meter.cap_deal <= 0) return value;
  const Money cap = rounded(static_cast<double>(meter.cap_deal) * deals_of(line));
  return std::clamp(value, -cap, cap);
}

bool holds(const PayBook& book, const Firm& firm, const BookedLine& b) {
  return present(firm.roster, b.line.seat) &&
         book.person[static_cast<std::size_t>(b.line.seat)] == b.person;
}

void enter(PayBook& book, const Firm& firm, std::size_t m, const BookedLine& b, int sign) {
  const CreditLine& line = b.line;
  const Meter& meter = firm.plans.meters[m];
  const auto i = static_cast<std::size_t>(line.seat);
  int index = 0;
  if (meter.holder == Holder::seat) {
    if (!holds(book, firm, b)) return;
    index = line.seat;
  } else {
    const bool doubled = line.kind == CreditKind::overlay || line.kind == CreditKind::rollup;
    if (doubled || b.seat_only) return;
    index = meter.holder == Holder::reports ? firm.roster.manager[i]
                                            : holder_index(firm.roster, meter.holder, line.seat);
    if (index < 0) return;
  }
  const Money value = sign * value_of(meter, b);
  if (value == 0) return;
  const auto place = static_cast<std::size_t>(book.meter_first[m] + index);
  book.totals[place] += value;
  if (sign > 0) book.last_credit[place] = b.due;
  if (!book.booked_fx.empty() && meter.holder == Holder::seat) {
    book.booked_fx[place] +=
        static_cast<double>(value) * market_rate(plan_of(firm, line.seat), line.day);
  }
}

namespace {

void apply(PayBook& book, const Firm& firm, const BookedLine& b, int lag) {
  for (std::size_t m = 0; m < firm.plans.meters.size(); ++m) {
    const Meter& meter = firm.plans.meters[m];
    if ((meter.after == lag || b.seat_only) &&
        meter.counts(b.line.topic, b.line.product, b.line.day))
      enter(book, firm, m, b, 1);
  }
}

}  // namespace

void release(PayBook& book, const Firm& firm, int day) {
  for (std::size_t k = 1; k < book.deferred.size(); ++k) {
    auto& queue = book.deferred[k];
    while (!queue.empty() && queue.front().due <= day) {
      if (!queue.front().cancelled) apply(book, firm, queue.front(), firm.plans.lags[k]);
      queue.pop();
    }
  }
  if (book.reviews.empty()) return;
  std::size_t kept = 0;
  for (const BookedLine& review : book.reviews) {
    if (review.due > day) {
      book.reviews[kept++] = review;
    } else if (!review.cancelled) {
      apply(book, firm, review, 0);
    }
  }
  book.reviews.resize(kept);
}

namespace {

/// Windfall: a deal (of several in one line: their mean) whose credit exceeds `trigger` times the quota of the period.
void treat_windfall(PayBook& book, const Firm& firm, BookedLine& b) {
  const CompiledPlan& plan = plan_of(firm, b.line.seat);
  if (plan.windfall < 0) return;
  const PayElement& e = plan.elements[static_cast<std::size_t>(plan.windfall)].says;
  const auto i = static_cast<std::size_t>(b.line.seat);
  const Period per = period_of(e.per);
  const int first = firm.calendar.first_day(per, b.line.day);
  const int last = firm.calendar.last_day(per, b.line.day);
  const double quota = static_cast<double>(firm.roster.quota[i]) *
                       season_share(firm.plans.quota, firm.calendar, first, last);
  const Money limit = rounded(e.trigger * quota * deals_of(b.line));
  if (!(quota > 0) || b.line.amount <= limit) return;
  const Money excess = b.line.amount - limit;
  const Money part = rounded(e.factor * static_cast<double>(excess));
  switch (e.treatment) {
    case PayElement::cap_it:
      b.counted = limit;
      break;
    case PayElement::share_it:
      b.counted = limit + part;
      break;
    case PayElement::lift_quota:
      b.lift = part;
      book.lift[i] += part;
      break;
    default: {
      b.counted = limit;
      BookedLine review = b;
      review.counted = part;
      review.seat_only = true;
      review.due = b.line.day + static_cast<int>(std::nearbyint(e.hold));
      book.reviews.push_back(review);
      b.reviewed = part;
      b.review_due = review.due;
      break;
    }
  }
}

}  // namespace

void book_now(PayBook& book, const Firm& firm, BookedLine& b) {
  if (present(firm.roster, b.line.seat)) treat_windfall(book, firm, b);
  apply(book, firm, b, 0);
}

}  // namespace settling

void credit(PayBook& book, const PayPlans& plans, const PayRoster& roster, const Calendar& calendar,
            const CreditLine& line) {
  CHECK(line.day > book.settled, "credit for a day that has been settled");
  const settling::Firm firm{plans, roster, calendar};
  const auto i = static_cast<std::size_t>(line.seat);
  BookedLine b;
  b.line = line;
  b.counted = line.amount;
  b.due = line.day;
  b.person = book.person[i];
  settling::book_now(book, firm, b);
  for (std::size_t k = 1; k < plans.lags.size(); ++k) {
    BookedLine later = b;
    later.due = line.day + plans.lags[k];
    book.deferred[k].push(later);
  }
  if (plans.claw_window < 0) return;
  while (!book.memory.empty() && line.day - book.memory.front().line.day > plans.claw_window)
    book.memory.pop();
  book.memory.push(b);
}

void split_credit(PayBook& book, Money amount, Money margin, std::span<const double> shares,
                  std::span<CreditLine> lines) {
  CHECK(shares.size() == lines.size() && !shares.empty(), "a split needs one line per share");
  double sum = 0;
  for (const double share : shares) {
    CHECK(share >= 0, "a share of a deal cannot be negative");
    sum += share;
  }
  CHECK(std::abs(sum - 1) < 1e-9, "the shares of a split deal must add up to 100 %");
  // Weights in units of 2^-40 of the deal: exact for every share a person writes.
  book.weights.clear();
  for (const double share : shares)
    book.weights.push_back(static_cast<Money>(std::nearbyint(share * 0x1p40)));
  const auto part_out = [&](Money total, auto member) {
    settling::share_out(book, total, book.weights);
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i].*member = book.parts[i];
  };
  part_out(amount, &CreditLine::amount);
  part_out(margin, &CreditLine::margin);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    lines[i].share = shares[i];
    lines[i].kind = lines.size() == 1 ? CreditKind::direct : CreditKind::split;
  }
}

}  // namespace tandem
