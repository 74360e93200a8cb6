// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "sim/command/commands.h"
#include "sim/command/json.h"
#include "sim/command/numbers.h"
#include "sim/command/play.h"
#include "sim/command/table.h"
#include "sim/command/text.h"
#include "sim/command/why_text.h"

namespace tandem {

namespace {

constexpr std::size_t kShown = 5;

/// Everything an answer needs.
struct Question {
  const WhyOptions& options;
  const Console& console;
  Scenario scenario;
  std::uint64_t seed;
  std::uint32_t replication;
  Journal journal;

  [[nodiscard]] std::string heading(const std::string& text) const {
    return tandem::heading(text, console);
  }
};

Failure bad(const std::string& what) { return {kBadInput, what}; }

/// The seat that `--rep` names: its number from 1, or its name.
int seat_of(const Scenario& scenario, const std::string& text) {
  std::vector<std::string> names;
  for (const SeatLabel& seat : scenario.seats()) {
    if (seat.name == text || std::to_string(seat.number) == text) return seat.number - 1;
    names.push_back(seat.name);
  }
  const std::string near = nearest_name(text, names);
  throw bad(fmt::format("--rep: there is no rep `{}`{}; reps are 1 .. {}, or names as `{}`", text,
                        near.empty() ? "" : "; did you mean `" + near + "`?", scenario.reps(),
                        names.front()));
}

/// The last entry of a kind about a seat up to a day.
std::optional<std::size_t> last_of(const Journal& journal, std::string_view kind, int seat,
                                   int day) {
  std::optional<std::size_t> last;
  for (const std::size_t place : journal.of_seat(seat, std::numeric_limits<int>::min(), day))
    if (journal.kind(place).id == kind) last = place;
  return last;
}

/// Who left the seat, if nobody sits there at the end of that day.
std::optional<std::size_t> empty_since(const Journal& journal, int seat, int day) {
  std::optional<std::size_t> left;
  for (const std::size_t place : journal.of_seat(seat, 0, day)) {
    const std::string_view kind = journal.kind(place).id;
    if (kind == "quit" || kind == "dismissed") left = place;
    if (kind == "joined") left.reset();
  }
  return left;
}

/// The decision with its terms, if there was one.
std::string decision(const Question& q, std::string_view kind, int seat, int day,
                     std::string_view unit) {
  const auto place = last_of(q.journal, kind, seat, day);
  if (!place) return "";
  const JournalEntry entry = q.journal.entry(*place);
  return q.heading(fmt::format("{}", entry.text)) +
         q.console.paint(Style::dim, fmt::format("   {}, {}", entry.id, unit)) + "\n" +
         term_bars(entry, q.console);
}

std::vector<std::size_t> life_of(const Question& q, int seat) {
  std::vector<std::size_t> life;
  for (const std::size_t place : q.journal.of_seat(seat, 0, q.scenario.days() - 1)) {
    const std::string_view kind = q.journal.kind(place).id;
    if (kind == "won" || kind == "judged" || kind == "quit" || kind == "dismissed" ||
        kind == "joined" || kind == "customer_lost")
      life.push_back(place);
  }
  return life;
}

std::string of_rep(const Question& q, int seat) {
  const SeatLabel& label = q.scenario.seats()[static_cast<std::size_t>(seat)];
  std::string out = fmt::format("\n {}, rep {}: {} of team {} in {}, replication {}\n",
                                q.console.paint(Style::bold, label.name), label.number, label.role,
                                label.team, label.territory, q.replication);
  if (!q.options.day) {
    out += q.heading("What happened") + entry_lines(q.journal, life_of(q, seat), q.console);
    return out + q.console.paint(Style::dim,
                                 "\n Ask on: --day D for a day's decisions and their terms, "
                                 "--event ID for the chain behind an event\n");
  }
  const int day = *q.options.day;
  if (const auto left = empty_since(q.journal, seat, day); left && q.journal.day(*left) < day)
    return out + q.heading("Nobody sits here on that day") + chain(q.journal, *left, q.console);
  out += decision(q, "choice", seat, day, "worth of a day's effort, money a day");
  out += decision(q, "morale", seat, day, "terms of the level it moves to");
  out += decision(q, "hazard", seat, day, "terms of the logarithm of the hazard");
  std::vector<std::size_t> today, before;
  for (const std::size_t place : q.journal.of_seat(seat, std::max(0, day - 10), day))
    if (!q.journal.kind(place).decision)
      (q.journal.day(place) == day ? today : before).push_back(place);
  out += q.heading(fmt::format("On day {}", day)) +
         (today.empty() ? "   nothing happened to this rep\n"
                        : entry_lines(q.journal, today, q.console));
  if (!before.empty())
    out += q.heading("In the ten days before") + entry_lines(q.journal, before, q.console);
  if (!today.empty())
    out += q.heading("How it came to " + q.journal.entry(today.back()).id) +
           chain(q.journal, today.back(), q.console);
  return out;
}

std::vector<std::size_t> places_of(const Question& q, std::string_view what,
                                   const std::string& subject) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < q.journal.size(); ++i) {
    const std::string_view of = q.journal.kind(i).subject;
    const bool deal_of_account = what == "account" && of == "deal";
    if (of != what && !deal_of_account) continue;
    const std::string whose = q.journal.entry(i).subject;
    if (deal_of_account ? whose.starts_with(subject + ".") : whose == subject) places.push_back(i);
  }
  if (places.empty())
    throw bad(fmt::format(
        "nothing happened to {} `{}` in replication {}; deals are ACCOUNT.N as 817.3, accounts "
        "numbers from 1 through the territories in file order",
        what, subject, q.replication));
  return places;
}

std::string of_subject(const Question& q, std::string_view what, const std::string& subject) {
  const std::vector<std::size_t> places = places_of(q, what, subject);
  std::string out = q.heading(fmt::format("The {} {}", what, subject)) +
                    entry_lines(q.journal, places, q.console);
  if (what == "deal")
    for (const std::size_t place : places) {
      const JournalEntry entry = q.journal.entry(place);
      if (entry.terms.empty()) continue;
      out += q.heading(entry.text) +
             q.console.paint(Style::dim, "   " + entry.id + ", terms of the logit of passing") +
             "\n" + term_bars(entry, q.console);
    }
  return out + q.heading("How it came to " + q.journal.entry(places.back()).id) +
         chain(q.journal, places.back(), q.console);
}

std::size_t place_of(const Question& q, const std::string& id) {
  const auto place = q.journal.find(id);
  if (!place)
    throw bad(
        fmt::format("there is no event `{}` in replication {} of seed {}; `tandem why {}` lists "
                    "events to ask about",
                    id, q.replication, q.seed, q.options.file));
  return *place;
}

std::string of_event(const Question& q, const std::string& id) {
  const std::size_t place = place_of(q, id);
  const JournalEntry entry = q.journal.entry(place);
  std::string out = q.heading(entry.text);
  if (!entry.terms.empty()) out += term_bars(entry, q.console);
  out += q.heading("How it came to that") + chain(q.journal, place, q.console);
  if (!entry.undone.empty())
    out += q.console.paint(
        Style::dim, fmt::format("\n What it did: --without {} ({})\n", entry.id, entry.undone));
  return out;
}

/// The largest of a kind by value, in the order of days.
std::vector<std::size_t> largest(const Journal& journal, std::string_view kind) {
  auto places = journal.about(kind, "");
  std::erase_if(places, [&](std::size_t place) { return journal.day(place) < 0; });
  std::ranges::stable_sort(places, std::greater<>(),
                           [&](std::size_t p) { return journal.entry(p).value; });
  places.resize(std::min(places.size(), kShown));
  std::ranges::sort(places);
  return places;
}

/// Groups of entries under titles.
using Lists = std::vector<std::pair<std::string, std::vector<std::size_t>>>;

Lists of_kinds(const Journal& journal, const std::string& title,
               std::initializer_list<const char*> kinds) {
  std::vector<std::size_t> places;
  for (const char* kind : kinds)
    std::ranges::copy(journal.about(kind, ""), std::back_inserter(places));
  std::ranges::sort(places);
  return {{title, std::move(places)}};
}

/// What is worth asking about.
Lists highlights(const Journal& journal) {
  Lists lists = of_kinds(journal, "From outside", {"change", "change_ends", "event", "shift"});
  lists.push_back(of_kinds(journal, "People", {"quit", "dismissed", "joined"}).front());
  lists.emplace_back("Largest wins", largest(journal, "won"));
  lists.emplace_back("Largest losses", largest(journal, "lost"));
  lists.emplace_back("Largest deals that died of neglect", largest(journal, "idle"));
  return lists;
}

/// The events of a day.
Lists on_day(const Journal& journal, int day) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < journal.size(); ++i)
    if (journal.day(i) == day && !journal.kind(i).decision) places.push_back(i);
  return {{fmt::format("Events of day {}", day), std::move(places)}};
}

std::string to_ask_about(const Question& q, const Lists& lists) {
  std::string out = fmt::format("\n {}, replication {}, seed {}: {} entries\n",
                                q.console.paint(Style::bold, q.scenario.name()), q.replication,
                                q.seed, grouped(static_cast<std::int64_t>(q.journal.size())));
  for (const auto& [title, places] : lists)
    if (!places.empty()) out += q.heading(title) + entry_lines(q.journal, places, q.console);
  return out +
         q.console.paint(
             Style::dim,
             "\n Ask on: --event ID for the chain, --without ID for what it did,\n --rep R --day D "
             "for a rep's day, --day D for the firm's, --deal A.N, --account A\n");
}

Effect effect_asked(const WhyOptions& options, const Scenario& scenario, std::uint64_t seed,
                    std::uint32_t replication) {
  try {
    return effect_of(scenario, seed, replication, options.without, options.futures);
  } catch (const std::invalid_argument& fault) {
    throw bad(std::string("--without: ") + fault.what());
  }
}

std::string effect_text(const Effect& effect, const Scenario& scenario, const Console& console) {
  std::string out = heading(effect.event.text, console) +
                    fmt::format("   Undone, {}; all other luck stays.\n", effect.event.undone);
  if (effect.after.identical()) return out + "   Nothing else differs: it had no effect.\n";
  out += heading("What it did to this run", console);
  Table table;
  table.column("metric")
      .column("with", Table::right)
      .column("without", Table::right)
      .column("its effect", Table::right);
  if (effect.futures > 0)
    table.column(fmt::format("over {} other futures", effect.futures), Table::right);
  for (const MetricEffect& m : effect.metrics) {
    const auto index = static_cast<std::size_t>(m.metric);
    if (!m.with || !m.without || *m.with == *m.without) continue;
    const MetricInfo& metric = info(m.metric);
    const double change = *m.with - *m.without;
    const Scale scale = scale_for(metric.unit, std::max(std::fabs(*m.with), std::fabs(*m.without)),
                                  std::fabs(change));
    std::vector<Cell> row = {
        std::string(metric.title),
        with_unit(number(*m.with, scale), scale),
        with_unit(number(*m.without, scale), scale),
        {with_unit(signed_number(change, scale), scale), change > 0 ? Style::up : Style::down}};
    if (effect.futures > 0 && effect.over_futures[index]) {
      const Estimate& e = *effect.over_futures[index];
      const Scale fine = scale_for(metric.unit, std::max(std::fabs(e.mean), (e.high - e.low) / 2),
                                   (e.high - e.low) / 2);
      row.push_back(fmt::format("{} .. {}", signed_number(e.low, fine),
                                with_unit(signed_number(e.high, fine), fine)));
    }
    table.row(std::move(row));
  }
  out += table.text(console);
  out +=
      "   The effect in the third column is exact for this luck; the interval is that of the mean "
      "effect (95 %)\n"
      "   where luck after the event is another one.\n";
  return out + heading("How far it spread", console) +
         ripple_table(effect.after, scenario, console);
}

std::string answer(const Question& q, int seat) {
  const WhyOptions& asked = q.options;
  if (!asked.event.empty()) return of_event(q, asked.event);
  if (!asked.deal.empty()) return of_subject(q, "deal", asked.deal);
  if (!asked.account.empty()) return of_subject(q, "account", asked.account);
  if (seat >= 0) return of_rep(q, seat);
  return to_ask_about(q, asked.day ? on_day(q.journal, *asked.day) : highlights(q.journal));
}

std::string json_answer(const Question& q, int seat) {
  const WhyOptions& asked = q.options;
  std::vector<std::size_t> places;
  if (!asked.event.empty()) {
    places = {place_of(q, asked.event)};
  } else if (!asked.deal.empty()) {
    places = places_of(q, "deal", asked.deal);
  } else if (!asked.account.empty()) {
    places = places_of(q, "account", asked.account);
  } else if (seat >= 0 && asked.day) {
    for (const char* kind : {"choice", "morale", "hazard"})
      if (const auto place = last_of(q.journal, kind, seat, *asked.day)) places.push_back(*place);
    for (const std::size_t place : q.journal.of_seat(seat, *asked.day, *asked.day))
      if (!q.journal.kind(place).decision) places.push_back(place);
  } else if (seat >= 0) {
    places = life_of(q, seat);
  } else {
    for (const auto& list : asked.day ? on_day(q.journal, *asked.day) : highlights(q.journal))
      std::ranges::copy(list.second, std::back_inserter(places));
  }
  return entries_json(q.journal, places);
}

}  // namespace

ExitCode command(const WhyOptions& options, const Console& console) {
  const Scenario scenario =
      value_or_throw(Scenario::load(options.file, {.set = options.set, .days = options.days}));
  const std::uint64_t seed = options.seed.value_or(scenario.seed());
  const auto replication = static_cast<std::uint32_t>(options.replication);
  if (options.day && (*options.day < 0 || *options.day >= scenario.days()))
    throw bad(fmt::format("--day: the run has days 0 .. {}", scenario.days() - 1));
  const int seat = options.rep.empty() ? -1 : seat_of(scenario, options.rep);
  if (!options.without.empty()) {
    const Effect effect = effect_asked(options, scenario, seed, replication);
    console.put(options.json ? effect_json(effect) : effect_text(effect, scenario, console));
    return kDone;
  }
  World world(scenario, seed, replication);
  world.keep_journal();
  world.run_to_end();
  const Question question{options, console, scenario, seed, replication, world.journal()};
  console.put(options.json ? json_answer(question, seat) : answer(question, seat));
  return kDone;
}

}  // namespace tandem
