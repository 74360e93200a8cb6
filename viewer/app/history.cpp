// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/history.h"

#include <algorithm>
#include <map>
#include <string>

namespace tandem::viewer {

namespace {

constexpr std::array<std::string_view, kMarks> kKinds = {
    "change",  "event",   "joined", "quit",          "dismissed",
    "dispute", "settled", "paid",   "customer_lost", "won"};

std::array<float, kHourUses.size()> mean_hours(const std::vector<SeatView>& seats) {
  std::array<double, kHourUses.size()> sum{};
  int people = 0;
  for (const SeatView& seat : seats) {
    if (!seat.present) continue;
    ++people;
    for (std::size_t use = 0; use < sum.size(); ++use) sum[use] += seat.hours[use];
  }
  std::array<float, kHourUses.size()> mean{};
  for (std::size_t use = 0; use < sum.size(); ++use)
    mean[use] = static_cast<float>(sum[use] / std::max(people, 1));
  return mean;
}

/// Follows each deal that arose in the run from stage to stage.
std::vector<StageVisit> visits_of(const Journal& journal) {
  struct Stay {
    int stage = 0, since = 0;
  };
  std::map<std::string, Stay> open;
  std::vector<StageVisit> visits;
  for (std::size_t place = 0; place < journal.size(); ++place) {
    const std::string_view kind = journal.kind(place).id;
    const bool arose = kind == "opportunity", passed = kind == "passed" || kind == "won";
    if (!arose && !passed && kind != "lost" && kind != "idle") continue;
    const JournalEntry entry = journal.entry(place);
    if (arose) open[entry.subject] = {0, entry.day};
    const auto deal = open.find(entry.subject);
    if (arose || deal == open.end()) continue;
    Stay& stay = deal->second;
    visits.push_back({stay.stage, entry.day, entry.day - stay.since, passed});
    stay = {stay.stage + 1, entry.day};
    if (kind != "passed") open.erase(deal);
  }
  return visits;
}

}  // namespace

std::optional<Mark> mark_of(std::string_view kind) {
  const auto found = std::ranges::find(kKinds, kind);
  if (found == kKinds.end()) return std::nullopt;
  return static_cast<Mark>(found - kKinds.begin());
}

std::string_view kind_of(Mark mark) { return kKinds[static_cast<std::size_t>(mark)]; }

std::size_t History::bytes() const {
  std::size_t all = figures.size() * sizeof(float) + present.size() +
                    hours.size() * sizeof(hours[0]) + visits.size() * sizeof(StageVisit);
  for (const auto& day : help) all += day.size() * sizeof(HelpView);
  for (const auto& row : marks) all += row.size() * sizeof(int);
  return all;
}

void follow(History& history, const World& world) {
  const std::vector<SeatView> seats = view_seats(world);
  history.seats = static_cast<int>(seats.size());
  for (const SeatView& seat : seats) {
    for (const SeatFigure& figure : seat_figures())
      history.figures.push_back(static_cast<float>(seat.*figure.value));
    history.present.push_back(seat.present);
  }
  history.hours.push_back(mean_hours(seats));
  history.help.push_back(view_help(world));
  history.days = world.day();
}

void finish(History& history, const World& world) {
  history.record = world.record({.weekly = true, .people = true});
  history.journal = world.journal();
  const Journal& journal = *history.journal;
  const auto days = static_cast<std::size_t>(history.days) + 1;
  for (auto& row : history.marks) row.assign(days, 0);
  for (std::size_t place = 0; place < journal.size(); ++place) {
    const auto mark = mark_of(journal.kind(place).id);
    const int day = journal.day(place);
    if (!mark || day < 0 || day > history.days) continue;
    ++history.marks[static_cast<std::size_t>(*mark)][static_cast<std::size_t>(day)];
  }
  history.visits = visits_of(journal);
  history.finished = true;
}

}  // namespace tandem::viewer
