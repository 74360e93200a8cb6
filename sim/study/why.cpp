// SPDX-License-Identifier: Apache-2.0
#include "tandem/why.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <string>

#include "sim/study/statistics.h"

namespace tandem {

namespace {

/// An entry as far as a comparison needs it.
struct Seen {
  std::size_t place;
  std::uint64_t key;
};

/// The entries of a journal by day, in their order.
std::map<int, std::vector<Seen>> by_day(const Journal& journal) {
  std::map<int, std::vector<Seen>> days;
  for (std::size_t i = 0; i < journal.size(); ++i)
    days[journal.day(i)].push_back({i, journal.key(i)});
  return days;
}

/// Those of `ours` that `theirs` has not: as sets with repetition.
std::vector<std::size_t> only_in(const std::vector<Seen>& ours, const std::vector<Seen>& theirs) {
  std::map<std::uint64_t, int> there;
  for (const Seen& seen : theirs) ++there[seen.key];
  std::vector<std::size_t> only;
  for (const Seen& seen : ours)
    if (--there[seen.key] < 0) only.push_back(seen.place);
  return only;
}

/// What has differed so far.
class Circle {
 public:
  void add(const Journal& journal, std::size_t place, double sign) {
    const JournalEntry entry = journal.entry(place);
    const JournalKind& kind = journal.kind(place);
    if (kind.decision) {
      choosing_.insert(entry.seat);
      return;
    }
    if (entry.seat >= 0) people_.insert(entry.seat);
    if (kind.subject == "deal") deals_.insert(entry.subject);
    if (kind.subject == "account") accounts_.insert(entry.subject);
    if (kind.id == "won" || kind.id == "encounters") won_ += sign * entry.value;
  }
  [[nodiscard]] Ripple on(int day) const {
    return {day,
            static_cast<int>(choosing_.size()),
            static_cast<int>(people_.size()),
            static_cast<int>(deals_.size()),
            static_cast<int>(accounts_.size()),
            won_};
  }

 private:
  std::set<int> choosing_, people_;
  std::set<std::string> deals_, accounts_;
  double won_ = 0;
};

/// A day after the first difference, a week, a month, a quarter, half a year, ...
std::vector<int> looks(int first, int last) {
  std::vector<int> days;
  for (const int after : {0, 5, 21, 63, 126, 252, 504, 1008, 2520})
    if (first + after < last) days.push_back(first + after);
  days.push_back(last);
  return days;
}

void note_first(std::optional<Divergence::First>& first, int day, const Journal& a,
                const Journal& b, const std::vector<std::size_t>& only_a,
                const std::vector<std::size_t>& only_b, bool decision) {
  if (first) return;
  const auto pick = [&](const Journal& journal, const std::vector<std::size_t>& only) {
    const auto found = std::ranges::find_if(
        only, [&](std::size_t i) { return journal.kind(i).decision == decision; });
    return found == only.end() ? std::optional<std::size_t>() : *found;
  };
  const auto in_a = pick(a, only_a), in_b = pick(b, only_b);
  if (in_a || in_b) first = {day, in_a, in_b};
}

}  // namespace

Divergence diverge(const Journal& first, const Journal& second) {
  const auto a = by_day(first), b = by_day(second);
  std::set<int> days;
  for (const auto& [day, seen] : a) days.insert(day);
  for (const auto& [day, seen] : b) days.insert(day);
  Divergence out;
  Circle circle;
  std::vector<int> look;
  std::size_t next = 0;
  const std::vector<Seen> nothing;
  for (const int day : days) {
    const auto in_a = a.find(day), in_b = b.find(day);
    const auto& of_a = in_a == a.end() ? nothing : in_a->second;
    const auto& of_b = in_b == b.end() ? nothing : in_b->second;
    const auto only_a = only_in(of_a, of_b), only_b = only_in(of_b, of_a);
    note_first(out.decision, day, first, second, only_a, only_b, true);
    note_first(out.event, day, first, second, only_a, only_b, false);
    if (out.identical()) continue;
    if (look.empty()) look = looks(day, *days.rbegin());
    for (; next < look.size() && look[next] < day; ++next)
      out.ripples.push_back(circle.on(look[next]));
    for (const std::size_t i : only_a) circle.add(first, i, -1);
    for (const std::size_t i : only_b) circle.add(second, i, 1);
  }
  for (; next < look.size(); ++next) out.ripples.push_back(circle.on(look[next]));
  return out;
}

Effect effect_of(const Scenario& scenario, std::uint64_t seed, std::uint32_t replication,
                 std::string_view id, int futures) {
  World without(scenario, seed, replication);
  without.undo(id);  // the id's form is looked at before anything is played
  without.keep_journal();
  World with(scenario, seed, replication);
  with.keep_journal();
  with.run_to_end();
  const Journal journal = with.journal();
  const auto place = journal.find(id);
  if (!place)
    throw std::invalid_argument("no \"" + std::string(id) + "\" in replication " +
                                std::to_string(replication) + " of seed " + std::to_string(seed));
  Effect effect;
  effect.event = journal.entry(*place);
  without.run_to_end();
  effect.after = diverge(without.journal(), journal);
  const RunRecord now = with.record({}), then = without.record({});
  for (std::size_t m = 0; m < now.values.size(); ++m)
    effect.metrics.push_back({static_cast<Metric>(m), now.values[m], then.values[m]});

  effect.futures = futures;
  if (futures == 0) return effect;
  World with_so_far(scenario, seed, replication), without_so_far(scenario, seed, replication);
  without_so_far.undo(id);
  for (World* world : {&with_so_far, &without_so_far})
    while (!world->finished() && world->day() <= effect.event.day) world->run_day();
  std::vector<Moments> differences(now.values.size());
  for (int future = 1; future <= futures; ++future) {
    World a = with_so_far, b = without_so_far;
    for (World* world : {&a, &b}) {
      world->other_luck(static_cast<std::uint32_t>(future));
      world->run_to_end();
    }
    const RunRecord ours = a.record({}), theirs = b.record({});
    for (std::size_t m = 0; m < differences.size(); ++m)
      if (ours.values[m] && theirs.values[m])
        differences[m].add(*ours.values[m] - *theirs.values[m]);
  }
  for (const Moments& m : differences)
    effect.over_futures.push_back(m.n() > 0 ? std::optional(estimate(m)) : std::nullopt);
  return effect;
}

}  // namespace tandem
