// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/base/hash.h"
#include "sim/study/store/tables.h"

namespace tandem {

namespace {

/// A weekly figure; what is no number is no observation, whatever its bits.
std::optional<double> observed(double x) { return std::isnan(x) ? std::nullopt : std::optional(x); }

void add(Hasher& hasher, const std::optional<double>& x) {
  hasher.add(x.has_value());
  hasher.add(x.value_or(0.0));
}

std::string text(const std::optional<double>& x) { return x ? fmt::format("{}", *x) : "none"; }

/// Looks for the first difference and remembers it.
class Search {
 public:
  template <class T>
  void look(const std::string& figure, const T& a, const T& b) {
    if (found_.none() && a != b) found_ = {figure, fmt::format("{}", a), fmt::format("{}", b)};
  }
  void look(const std::string& figure, const std::optional<double>& a,
            const std::optional<double>& b) {
    if (found_.none() && a != b) found_ = {figure, text(a), text(b)};
  }
  [[nodiscard]] const RecordDifference& found() const { return found_; }

 private:
  RecordDifference found_;
};

std::string name_of(std::size_t metric) {
  return metric < metrics().size() ? std::string(metrics()[metric].id) : std::to_string(metric);
}

void look_at_weeks(Search& search, const RunRecord& a, const RunRecord& b) {
  search.look("number of weekly series", a.weekly.size(), b.weekly.size());
  for (std::size_t m = 0; m < std::min(a.weekly.size(), b.weekly.size()); ++m) {
    search.look("weeks of " + name_of(m), a.weekly[m].size(), b.weekly[m].size());
    for (std::size_t w = 0; w < std::min(a.weekly[m].size(), b.weekly[m].size()); ++w) {
      if (observed(a.weekly[m][w]) == observed(b.weekly[m][w])) continue;
      search.look(fmt::format("week {}, {}", w + 1, name_of(m)), observed(a.weekly[m][w]),
                  observed(b.weekly[m][w]));
    }
  }
}

void look_at_people(Search& search, const RunRecord& a, const RunRecord& b) {
  search.look("number of people", a.people.size(), b.people.size());
  for (std::size_t i = 0; i < std::min(a.people.size(), b.people.size()); ++i) {
    const RunRecord::PersonRow &p = a.people[i], &q = b.people[i];
    const std::string who = fmt::format("seat {}, person {}: ", p.seat + 1, p.person + 1);
    search.look(who + "seat", p.seat + 1, q.seat + 1);
    search.look(who + "person", p.person + 1, q.person + 1);
    search.look(who + "pay", p.pay, q.pay);
    search.look(who + "revenue", p.revenue, q.revenue);
    search.look(who + "attainment", p.attainment, q.attainment);
    search.look(who + "days", p.days, q.days);
    search.look(who + "quit", p.quit, q.quit);
    search.look(who + "dismissed", p.dismissed, q.dismissed);
  }
}

}  // namespace

RecordDifference first_difference(const RunRecord& a, const RunRecord& b) {
  Search search;
  search.look("number of metrics", a.values.size(), b.values.size());
  for (std::size_t m = 0; m < std::min(a.values.size(), b.values.size()); ++m) {
    search.look("metric " + name_of(m), a.values[m], b.values[m]);
  }
  look_at_weeks(search, a, b);
  look_at_people(search, a, b);
  search.look("soft_limits", a.soft_limits, b.soft_limits);
  search.look("hash", hex16(a.hash), hex16(b.hash));
  return search.found();
}

std::string checksum(const RunRecord& record, const std::string& failure) {
  Hasher hasher;
  hasher.add(failure);
  for (const auto& value : record.values) add(hasher, value);
  for (const auto& weeks : record.weekly) {
    hasher.add(weeks.size());
    for (const double x : weeks) add(hasher, observed(x));
  }
  for (const RunRecord::PersonRow& p : record.people) {
    hasher.add(p.seat);
    hasher.add(p.person);
    for (const double x : {p.pay, p.revenue, p.attainment}) hasher.add(x);
    hasher.add(p.days);
    hasher.add(p.quit);
    hasher.add(p.dismissed);
  }
  hasher.add(record.soft_limits);
  hasher.add(record.hash);
  return hex16(hasher.value());
}

}  // namespace tandem
