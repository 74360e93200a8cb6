// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/facts.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/scenario/import/text.h"

namespace tandem::crm {

namespace {

constexpr int kLongest = 20000;  // days that a risk table goes to

/// First and last close date. A handful of dates more than a year away from all others (slips of
/// typing) is told and set aside.
void find_window(Book& book, Facts& facts) {
  std::vector<Day> closes;
  for (const Deal& deal : book.deals)
    if (deal.decided() && deal.closed != kNoDay) closes.push_back(deal.closed);
  std::sort(closes.begin(), closes.end());
  if (closes.empty()) return;
  std::size_t from = 0, to = closes.size();
  const std::size_t few = closes.size() / 100;
  for (std::size_t i = 0; i < few; ++i) {
    if (closes[i + 1] - closes[i] > 366) from = i + 1;
    if (closes[closes.size() - 1 - i] - closes[closes.size() - 2 - i] > 366)
      to = closes.size() - 1 - i;
  }
  if (from > 0 || to < closes.size())
    book.warnings.add(count_of(static_cast<std::int64_t>(from + closes.size() - to), "close date",
                               "close dates") +
                      " more than a year away from all others: not counted in rates");
  facts.first = closes[from];
  facts.last = closes[to - 1];
  facts.days = facts.last - facts.first + 1;
}

void count_cycles(const Book& book, Facts& facts) {
  for (const Deal& deal : book.deals) {
    facts.won += deal.outcome == Outcome::won;
    facts.lost += deal.outcome == Outcome::lost;
    facts.open += deal.outcome == Outcome::open;
    facts.dated = facts.dated || deal.created != kNoDay;
    if (deal.outcome == Outcome::won && deal.closed >= facts.first && deal.closed <= facts.last)
      facts.won_a_day += 1;
    if (!deal.has_cycle()) continue;
    const double cycle = deal.closed - deal.created;
    (deal.outcome == Outcome::won ? facts.won_cycles : facts.lost_cycles).push_back(cycle);
    facts.oldest = std::max(facts.oldest, cycle);
  }
  std::sort(facts.won_cycles.begin(), facts.won_cycles.end());
  std::sort(facts.lost_cycles.begin(), facts.lost_cycles.end());
  facts.win_rate = facts.won / std::max(1.0, facts.won + facts.lost);
  facts.won_a_day /= facts.days;
}

/// Opportunities of a window's last weeks are seen late, or only once decided: the rate is taken
/// over the window without the time in which nine of ten wins are decided, if a quarter of it is
/// left.
void count_arrivals(const Book& book, Facts& facts) {
  const auto until = static_cast<Day>(std::lround(facts.last - quantile(facts.won_cycles, 0.9)));
  facts.arrivals_until = until - facts.first >= facts.days / 4 ? until : facts.last;
  double core = 0, whole = 0;
  for (const Deal& deal : book.deals) {
    if (deal.created == kNoDay || deal.created < facts.first || deal.created > facts.last) continue;
    whole += 1;
    core += deal.created <= facts.arrivals_until;
  }
  if (!facts.dated || core == 0) {  // what goes in comes out
    facts.arrivals_until = facts.last;
    core = whole = facts.won + facts.lost;
  }
  facts.arrivals = core / (facts.arrivals_until - facts.first + 1);
  facts.arrivals_whole = whole / facts.days;
}

/// Kaplan-Meier with late entry: a deal created before the window is seen only from the window's
/// first day on, an open one up to its last. What is left at the age of the longest cycle is never
/// decided.
void count_undecided(const Book& book, Facts& facts) {
  std::vector<double> enter(kLongest + 2), leave(kLongest + 2), events(kLongest + 2);
  for (const Deal& deal : book.deals) {
    if (deal.created == kNoDay || deal.created > facts.last) continue;
    if (deal.decided() && !deal.has_cycle()) continue;
    const Day end = deal.decided() ? deal.closed : facts.last;
    const int from = std::clamp(facts.first - deal.created, 0, kLongest);
    const int to = std::clamp(end - deal.created, 0, kLongest);
    if (to < from) continue;
    enter[static_cast<std::size_t>(from)] += 1;
    leave[static_cast<std::size_t>(to) + 1] += 1;
    if (deal.decided()) events[static_cast<std::size_t>(to)] += 1;
  }
  double at_risk = 0, surviving = 1;
  for (std::size_t age = 0; age <= kLongest && static_cast<double>(age) <= facts.oldest; ++age) {
    at_risk += enter[age] - leave[age];
    if (at_risk >= 20) surviving *= 1 - events[age] / at_risk;
  }
  facts.undecided = facts.open > 0 && surviving > 0.02 ? std::min(surviving, 0.9) : 0;
}

void count_groups(const Book& book, Facts& facts) {
  facts.reps.resize(book.reps.size());
  facts.accounts.resize(book.accounts.size());
  std::map<int, ProductFacts> products;
  for (const Deal& deal : book.deals) {
    ProductFacts& product = products[deal.product];
    product.product = deal.product;
    product.opportunities += 1;
    product.won += deal.outcome == Outcome::won;
    product.lost += deal.outcome == Outcome::lost;
    if (deal.outcome == Outcome::won && deal.cents != kNoValue && deal.cents > 0) {
      const double value = static_cast<double>(deal.cents) / 100;
      product.values.push_back(value);
      facts.values.push_back(value);
    }
    if (deal.account >= 0) facts.accounts[static_cast<std::size_t>(deal.account)] += 1;
    if (deal.rep < 0) continue;
    RepFacts& rep = facts.reps[static_cast<std::size_t>(deal.rep)];
    rep.opportunities += 1;
    rep.won += deal.outcome == Outcome::won;
    rep.lost += deal.outcome == Outcome::lost;
    rep.last_seen = std::max({rep.last_seen, deal.created, deal.closed});
  }
  std::sort(facts.values.begin(), facts.values.end());
  for (auto& [index, product] : products) {
    std::sort(product.values.begin(), product.values.end());
    facts.products.push_back(std::move(product));
  }
}

/// Offsets of products in log odds, drawn to 0 by what chance alone makes of them (empirical
/// Bayes).
void compare_products(Facts& facts) {
  std::vector<double> won, tried;
  for (const ProductFacts& product : facts.products) {
    won.push_back(product.won);
    tried.push_back(product.won + product.lost);
  }
  const double between = excess_variance(won, tried);
  const double p = facts.win_rate;
  for (std::size_t i = 0; i < won.size(); ++i) {
    if (tried[i] < 1 || p <= 0 || p >= 1) continue;
    const double chance = p * (1 - p) / tried[i];
    facts.products[i].offset =
        between / (between + chance) * (won[i] / tried[i] - p) / (p * (1 - p));
  }
}

void compare_reps(Facts& facts) {
  std::vector<double> won, tried;
  for (const RepFacts& rep : facts.reps) {
    if (rep.won + rep.lost < 5) continue;
    won.push_back(rep.won);
    tried.push_back(rep.won + rep.lost);
  }
  facts.rep_spread = std::sqrt(excess_variance(won, tried));
}

void count_months(const Book& book, Facts& facts) {
  std::map<std::string, Facts::Month> months;
  const auto month = [&](Day day) -> Facts::Month* {
    if (day == kNoDay || day < facts.first || day > facts.last) return nullptr;
    return &months[day_text(day).substr(0, 7)];
  };
  for (const Deal& deal : book.deals) {
    if (Facts::Month* m = month(deal.created)) ++m->created;
    if (!deal.decided()) continue;
    if (Facts::Month* m = month(deal.closed)) ++(deal.outcome == Outcome::won ? m->won : m->lost);
  }
  for (auto& [name, m] : months) {
    m.name = name;
    facts.months.push_back(m);
  }
}

}  // namespace

double quantile(const std::vector<double>& sorted, double q) {
  if (sorted.empty()) return 0;
  const double place = q * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

double excess_variance(const std::vector<double>& won, const std::vector<double>& tried) {
  double all_won = 0, all_tried = 0;
  for (std::size_t i = 0; i < won.size(); ++i) {
    all_won += won[i];
    all_tried += tried[i];
  }
  const double p = all_tried > 0 ? all_won / all_tried : 0;
  if (p <= 0 || p >= 1 || won.size() < 2) return 0;
  double q = 0, weights = 0, squares = 0, groups = 0;
  for (std::size_t i = 0; i < won.size(); ++i) {
    if (tried[i] <= 0) continue;
    const double weight = tried[i] / (p * (1 - p));
    q += weight * (won[i] / tried[i] - p) * (won[i] / tried[i] - p);
    weights += weight;
    squares += weight * weight;
    groups += 1;
  }
  const double scale = weights - squares / weights;
  return scale > 0 ? std::max(0.0, (q - (groups - 1)) / scale) : 0;
}

Result<Facts> facts_of(Book& book) {
  Facts facts;
  find_window(book, facts);
  if (facts.first != kNoDay) count_cycles(book, facts);
  if (facts.won == 0) {
    Fault f;
    f.field = "opportunities";
    f.message =
        "no opportunity was won with a close date, so there is nothing to fit a scenario to";
    f.expected = "an export with won, lost and open opportunities, the longer the better";
    return f;
  }
  count_arrivals(book, facts);
  if (facts.dated) count_undecided(book, facts);
  count_groups(book, facts);
  compare_products(facts);
  compare_reps(facts);
  count_months(book, facts);
  return facts;
}

}  // namespace tandem::crm
