// SPDX-License-Identifier: Apache-2.0
#include "sim/plan/pay_curve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "sim/plan/settling.h"

namespace tandem {

namespace {

using settling::Firm;

constexpr double kFar = std::numeric_limits<double>::infinity();

/// Straight pieces in cents: piece i covers [from[i], from[i + 1]) and is level + slope (x - from).
struct Pieces {
  static constexpr std::size_t kRoom = 64;
  std::array<double, kRoom> from, level, slope;  // up to `count`
  std::size_t count = 0;

  void add(double at, double value, double rise) {
    CHECK(count < kRoom, "a curve of pay has too many pieces");
    from[count] = at;
    level[count] = value;
    slope[count++] = rise;
  }
  [[nodiscard]] double until(std::size_t i) const { return i + 1 < count ? from[i + 1] : kFar; }
};

/// The lower of the pieces and the line a + b x (sign 1), or the higher of the two (sign -1).
Pieces limited(const Pieces& p, double a, double b, double sign) {
  Pieces out;
  for (std::size_t i = 0; i < p.count; ++i) {
    const double low = p.from[i], high = p.until(i);
    const auto add = [&](double at, bool line) {
      if (line) {
        out.add(at, a + b * at, b);
      } else {
        out.add(at, p.level[i] + p.slope[i] * (at - low), p.slope[i]);
      }
    };
    // gap(x) = limit - piece, a straight line; who wins is decided inside each part, where rounding
    // at its ends does not matter.
    const auto gap = [&](double x) {
      return sign * (a + b * x - (p.level[i] + p.slope[i] * (x - low)));
    };
    const double rise = sign * (b - p.slope[i]);
    const double crossing = rise != 0 ? low - gap(low) / rise : kFar;
    const double end = high < kFar ? high : std::max(low, crossing < kFar ? crossing : low) + 1e6;
    if (crossing > low + 1e-3 && crossing < high - 1e-3) {
      add(low, gap(low + (crossing - low) / 2) < 0);
      add(crossing, gap(crossing + (end - crossing) / 2) < 0);
    } else {
      add(low, gap(low + (end - low) / 2) < 0);
    }
  }
  return out;
}

/// The straight pieces of a function that is straight between the element's edges.
template <class Pay>
Pieces straight_pieces(const PayElement& e, const PayTerms& terms, Pay pay) {
  const Edges edge = edges(e, terms);
  Pieces out;
  const auto piece = [&](double low, double high) {
    const double near = low + (high - low) * 0.25, far = low + (high - low) * 0.75;
    const double rise = (pay(far) - pay(near)) / (far - near);
    out.add(low, pay(near) - rise * (near - low), rise);
  };
  const double first = edge.at[0];
  out.add(first - 100, pay(first - 100), 0);  // below the first edge nothing is paid
  for (int i = 0; i < edge.count; ++i) {
    const double low = edge.at[static_cast<std::size_t>(i)];
    const double high =
        i + 1 < edge.count ? edge.at[static_cast<std::size_t>(i) + 1] : low + 1e6 + std::abs(low);
    // A result exactly on an edge may belong to the band below: half a cent decides.
    const double shift = e.edge == PayElement::lower ? 0.5 : 0;
    piece(low + shift, high);
  }
  return out;
}

/// Bands at their own rates and steps of a bonus need no sampling: the common case, ten times as
/// fast.
bool is_plain(const PayElement& e) {
  if (e.curve != PayElement::step) return false;
  if (e.kind == PayElement::bonus) return true;
  return e.kind != PayElement::spiff && e.tiers_are == PayElement::marginal &&
         e.multipliers.empty();
}

Pieces plain_pieces(const PayElement& e, const PayTerms& terms) {
  Pieces out;
  out.count = 0;
  out.add(-100, 0, 0);
  const double shift = e.edge == PayElement::lower ? 0.5 : 0;
  if (e.kind == PayElement::bonus) {
    const auto step = [&](double edge, double pays) {
      const double at = edge_of(e, terms, edge);
      if (at < kFar) out.add(at + shift, terms.hurdle * pays * 100 * terms.part, 0);
    };
    if (e.tiers.empty()) step(e.at, e.pays);
    for (const auto& [edge, pays] : e.tiers) step(edge, pays);
    return out;
  }
  const double least = e.threshold > 0 ? edge_of(e, terms, e.threshold) : 0;
  const double most = e.cap > 0 ? edge_of(e, terms, e.cap) : kFar;
  const bool back = e.below == PayElement::paid_on_reaching;
  const std::size_t n = std::max<std::size_t>(1, e.tiers.size());
  double pay = 0, low = e.tiers.empty() ? 0 : edge_of(e, terms, e.tiers[0].first);
  for (std::size_t i = 0; i < n && low < kFar; ++i) {
    const double next = i + 1 < n ? edge_of(e, terms, e.tiers[i + 1].first) : kFar;
    const double high = std::min(next, most);
    const double rate = terms.hurdle * (e.tiers.empty() ? e.rate : e.tiers[i].second);
    double from = low;
    if (from < least) {
      from = std::min(least, high);
      if (back) pay += rate * (from - low);
    }
    if (from < high) {
      const double at = from == least && least > 0 ? from + shift : from;
      out.add(at, pay + rate * (at - from), rate);
      if (high < kFar) pay += rate * (high - from);
    }
    low = next;
  }
  if (most < kFar && out.count > 1) out.add(most, pay, 0);
  return out;
}

Curve to_curve(const Pieces& p) {
  Curve curve;
  curve.segments = 0;
  for (std::size_t i = 0; i < p.count; ++i) {
    const double from = p.from[i] / 100, level = p.level[i] / 100, slope = p.slope[i];
    if (curve.segments > 0) {
      const int before = curve.segments - 1;
      const double reached = curve.line_at(before, from);
      const double bend = slope - curve.slope[static_cast<std::size_t>(before)];
      // What is the same to a millionth of a cent is one piece.
      if (std::abs(level - reached) < 1e-8 && std::abs(bend) < 1e-12 * (1 + std::abs(slope)))
        continue;
      if (curve.segments == Curve::kMost) break;  // beyond, the last slope goes on
    }
    const auto next = static_cast<std::size_t>(curve.segments++);
    curve.at[next] = from;
    curve.level[next] = level;
    curve.slope[next] = slope;
  }
  return curve;
}

/// For the best of the members: own results below the best of the others change nothing.
Curve flat_below(const Curve& curve, double from) {
  Curve out = Curve::line(0, curve(from), from);
  bool first = true;
  for (int j = curve.segment(from); j < curve.segments; ++j) {
    const auto i = static_cast<std::size_t>(j);
    const double at = first ? from : curve.at[i];
    if (!first && out.segments == Curve::kMost) break;
    const auto next = static_cast<std::size_t>(out.segments++);
    out.at[next] = at;
    out.level[next] = curve.line_at(j, at);
    out.slope[next] = curve.slope[i];
    first = false;
  }
  return out;
}

}  // namespace

Curve pay_curve(const PayElement& e, const PayTerms& terms, double paid) {
  Pieces p = is_plain(e)
                 ? plain_pieces(e, terms)
                 : straight_pieces(e, terms, [&](double x) { return uncapped(e, terms, x); });
  if (e.cap_rate > 0) p = limited(limited(p, 0, e.cap_rate, 1), 0, 0, -1);
  for (std::size_t i = 0; i < p.count; ++i) p.level[i] += terms.carried;
  if (e.cap_pay > 0) p = limited(p, e.cap_pay * 100 * terms.part, 0, 1);
  if (paid != 0) {
    p = limited(p, paid / terms.share, 0, -1);
    for (std::size_t i = 0; i < p.count; ++i) p.level[i] -= paid / terms.share;
  }
  for (std::size_t i = 0; i < p.count; ++i) {
    p.level[i] *= terms.share;
    p.slope[i] *= terms.share;
  }
  return to_curve(p);
}

bool has_view(const CompiledElement& element) { return pays_by_result(element.says); }

void refresh(PoolWeights& weights, const PayBook& book, const PayPlans& plans,
             const PayRoster& roster, const Calendar& calendar, int day) {
  const Firm firm{plans, roster, calendar};
  weights.first.assign(plans.plans.size() * static_cast<std::size_t>(book.slots), -1);
  weights.sum.clear();
  weights.eldest.clear();
  for (std::size_t p = 0; p < plans.plans.size(); ++p) {
    for (const CompiledElement& element : plans.plans[p].elements) {
      if (!has_view(element) || element.says.split == PayElement::each) continue;
      const Holder holder = settling::meter_of(firm, element.meter).holder;
      const auto start = weights.sum.size();
      weights.first[p * static_cast<std::size_t>(book.slots) +
                    static_cast<std::size_t>(element.slot)] = static_cast<int>(start);
      weights.sum.resize(start + static_cast<std::size_t>(settling::groups(book, holder)), 0);
      weights.eldest.resize(weights.sum.size(), -1);
      const int end = calendar.last_day(element.per, day);
      for (int seat = 0; seat < book.seats; ++seat) {
        if (roster.plan[static_cast<std::size_t>(seat)] != static_cast<int>(p) ||
            !settling::present(roster, seat))
          continue;
        const auto place =
            start + static_cast<std::size_t>(settling::holder_index(roster, holder, seat));
        weights.sum[place] += settling::pool_weight(book, firm, seat, element, end);
        int& eldest = weights.eldest[place];
        if (eldest < 0 ||
            book.opened[book.at(seat, element.slot)] < book.opened[book.at(eldest, element.slot)])
          eldest = seat;
      }
    }
  }
}

namespace {

/// Where the person's group stands in PoolWeights.
std::size_t pool_place(const PayBook& book, const Firm& firm, int seat,
                       const CompiledElement& element, const PoolWeights& weights) {
  const auto plan = static_cast<std::size_t>(firm.roster.plan[static_cast<std::size_t>(seat)]);
  const Holder holder = settling::meter_of(firm, element.meter).holder;
  const int start = weights.first[plan * static_cast<std::size_t>(book.slots) +
                                  static_cast<std::size_t>(element.slot)];
  return static_cast<std::size_t>(start + settling::holder_index(firm.roster, holder, seat));
}

/// A person's share of a divided sum.
double share_of(const PayBook& book, const Firm& firm, int seat, const CompiledElement& element,
                int end, const PoolWeights& weights) {
  const auto plan = static_cast<std::size_t>(firm.roster.plan[static_cast<std::size_t>(seat)]);
  const Holder holder = settling::meter_of(firm, element.meter).holder;
  const int group = settling::holder_index(firm.roster, holder, seat);
  const Money sum = weights.sum[pool_place(book, firm, seat, element, weights)];
  if (sum > 0) {
    return static_cast<double>(settling::pool_weight(book, firm, seat, element, end)) /
           static_cast<double>(sum);
  }
  int count = 0;
  for (const int member : settling::members(book, holder, group)) {
    count += firm.roster.plan[static_cast<std::size_t>(member)] == static_cast<int>(plan) &&
                     settling::present(firm.roster, member)
                 ? 1
                 : 0;
  }
  return 1.0 / std::max(1, count);
}

/// Averages and bests as a function of the person's own result.
void by_own_result(PayView& out, const PayBook& book, const Firm& firm, int seat,
                   const CompiledElement& element, int end, double goal) {
  const PayElement& e = element.says;
  const Holder holder = settling::meter_of(firm, element.meter).holder;
  const bool judged = e.unit == PayElement::attainment;
  double others = 0, best = 0;
  int count = 1;
  bool any = false;
  for (const int member :
       settling::members(book, holder, settling::holder_index(firm.roster, holder, seat))) {
    if (member == seat || !settling::present(firm.roster, member)) continue;
    const auto one = settling::member_result(book, firm, member, element, end);
    const double value = judged ? (one.goal > 0 ? one.x / one.goal * goal : 0) : one.x;
    others += value;
    best = any ? std::max(best, value) : value;
    any = true;
    ++count;
  }
  const auto own = settling::member_result(book, firm, seat, element, end);
  // Shared result = offset + rate x own result (all in whole units).
  const double rate = judged ? (own.goal > 0 ? goal / own.goal : 0) : 1;
  out.holder = Holder::seat;
  out.meter = element.own;
  out.tally = {element.own, -1, seat, 0, element.days, 0};
  out.x = own.x / 100;
  out.goal = own.goal / 100;
  if (!(rate > 0)) {
    out.curve = Curve::line(
        0, out.curve((e.gathered == PayElement::average ? others / count : best) / 100));
  } else if (e.gathered == PayElement::average) {
    out.curve = out.curve.along(others / count / 100, rate / count);
  } else {
    out.curve = out.curve.along(0, rate);
    if (any) out.curve = flat_below(out.curve, best / rate / 100);
  }
}

}  // namespace

PayView view(const PayBook& book, const PayPlans& plans, const PayRoster& roster,
             const Calendar& calendar, int seat, const CompiledElement& element, int day,
             const PoolWeights& weights) {
  const Firm firm{plans, roster, calendar};
  const PayElement& e = element.says;
  const Meter& meter = settling::meter_of(firm, element.meter);
  PayView out;
  out.slot = element.slot;
  out.holder = meter.holder;
  out.quantity = meter.quantity;
  out.meter = element.meter;
  out.period = element.per;
  out.last = calendar.last_day(element.per, day);
  out.payday = out.last + static_cast<int>(std::nearbyint(e.pay_lag));
  const bool divided = e.split != PayElement::each;
  const int whose = divided ? weights.eldest[pool_place(book, firm, seat, element, weights)] : seat;
  settling::Standing s = settling::standing(book, firm, whose, element, out.last);
  if (divided) s.terms.share = share_of(book, firm, seat, element, out.last, weights);
  if (e.split == PayElement::by_credit) {
    std::swap(out.share, s.terms.share);
    const Money sum = weights.sum[pool_place(book, firm, seat, element, weights)];
    out.others = whole_units(sum - settling::pool_weight(book, firm, seat, element, out.last));
  }
  out.tally = {element.meter,
               element.cost,
               settling::holder_index(roster, meter.holder, seat),
               book.offset[book.at(whose, element.slot)],
               element.days,
               s.base};
  out.x = out.tally.result(book);
  out.goal = s.terms.goal / 100;
  const bool to_date = e.basis == PayElement::year_to_date;
  out.curve = pay_curve(e, s.terms,
                        to_date ? static_cast<double>(book.paid[book.at(seat, element.slot)]) : 0);
  out.open = !settling::lacks_base(book, element, whose);
  if (!out.open) out.curve = Curve::line(0);
  if (e.gathered != PayElement::total)
    by_own_result(out, book, firm, seat, element, out.last, s.terms.goal);
  return out;
}

ContestView contest_view(const PayBook& book, const PayPlans& plans, const PayRoster& roster,
                         const Calendar& calendar, int seat, const CompiledElement& element,
                         int day) {
  const Firm firm{plans, roster, calendar};
  const PayElement& e = element.says;
  ContestView out;
  out.quantity = settling::meter_of(firm, element.meter).quantity;
  out.meter = element.meter;
  out.last = calendar.last_day(element.per, day);
  out.payday = out.last + static_cast<int>(std::nearbyint(e.pay_lag));
  const settling::Standing s = settling::standing(book, firm, seat, element, out.last);
  out.open = !settling::lacks_base(book, element, seat);
  out.tally = {element.meter, -1,    seat, book.offset[book.at(seat, element.slot)],
               element.days,  s.base};
  if (e.unit == PayElement::attainment && s.terms.goal > 0) out.per_score = s.terms.goal / 100;
  const double least = edge_of(e, s.terms, e.minimum);
  out.minimum = e.minimum > 0 && least < kFar ? least / 100 / out.per_score : 0;
  return out;
}

bool stays(const CompiledPlan& plan, const CompiledElement& element) {
  return element.hurdle < 0 && element.says.gathered == PayElement::total &&
         element.says.split != PayElement::by_credit && plan.windfall < 0 && plan.clawback < 0;
}

double target_pay(std::span<const PayElement> plan, double quota, const Calendar& calendar,
                  int members, double margin) {
  double year = 0;
  for (const PayElement& e : plan) {
    const double periods = static_cast<double>(calendar.year) / calendar.length(period_of(e.per));
    const bool shared = holder_of(e.measure) != Holder::seat;
    double pay = 0;
    if (e.kind == PayElement::salary) {
      pay = e.amount * periods;
    } else if (e.kind == PayElement::contest) {
      double sum = 0;
      for (const double prize : e.prizes) sum += prize;
      pay = sum / members * periods;
    } else if (e.kind == PayElement::profit_share) {
      const double profit = std::max(0.0, quota * margin) * members / periods;
      PayTerms terms;
      terms.share = e.split == PayElement::each ? 1 : 1.0 / members;
      pay = payout(e, terms, 100 * profit) / 100 * periods;
    } else if (pays_by_result(e) && (e.kind != PayElement::spiff || e.rate > 0)) {
      const bool total = shared && e.gathered == PayElement::total;
      const bool revenue = quantity_of(e.measure) == Quantity::revenue;
      double goal = e.goal > 0 ? e.goal : quota / periods * (total ? members : 1);
      if (e.goal == 0 && !revenue) goal *= margin;
      PayTerms terms;
      terms.goal = std::nearbyint(100 * goal);
      terms.share = e.split == PayElement::each ? 1 : 1.0 / members;
      pay = payout(e, terms, terms.goal) / 100 * periods;
    }
    year += pay;
  }
  return year;
}

}  // namespace tandem
