// SPDX-License-Identifier: Apache-2.0
#include "sim/report/journal_text.h"

#include <fmt/format.h>

#include <cmath>

#include "sim/model/pay_plan.h"
#include "sim/report/phrase.h"
#include "sim/state/deals.h"

namespace tandem {

namespace {

std::string money(double amount) {
  const std::string digits = fmt::format("{:.0f}", std::fabs(amount));
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return (amount <= -0.5 ? "-" : "") + out;
}

std::string percent(double share) { return fmt::format("{:.0f} %", 100 * share); }

bool is_one(double n) { return std::fabs(n - 1) < 0.5; }

std::string whole(double n) { return fmt::format("{:.0f}", n); }

Phrase days(double n) { return say_if<"{0} day", "{0} days">(is_one(n), whole(n)); }

/// "3 days", "5 months", "2.3 years".
Phrase duration(const Model& model, double n) {
  if (n < 2 * model.calendar.month) return days(n);
  const double months = n / model.calendar.month;
  if (n < model.calendar.year)
    return say_if<"{0} month", "{0} months">(is_one(months), whole(months));
  return say<"{0} years">(fmt::format("{:.1f}", n / model.calendar.year));
}

Phrase account_name(const Model& model, int account) {
  return say<"account {0} in {1}">(fmt::to_string(model.account_number[account]),
                                   model.spec.territories[model.account[account].territory].name);
}

/// "change", "change for the best third of team A".
Phrase named(const ChangeSpec& change) {
  const Phrase third = change.tercile <= 1   ? say<"lowest">()
                       : change.tercile == 2 ? say<"middle">()
                                             : say<"best">();
  const Phrase who =
      change.newcomers > 0 ? say<"for newcomers">() : say<"for the {0} third">(third);
  const Phrase role = word("role." + change.role, change.role);
  const bool some = change.newcomers > 0 || change.tercile > 0;
  const auto scoped = [&](const Phrase& all, const Phrase& these) {
    return say<"change {0}">(some ? these : all);
  };
  if (!change.team.empty())
    return scoped(say<"for team {0}">(change.team), say<"{0} of team {1}">(who, change.team));
  if (!change.territory.empty())
    return scoped(say<"for {0}">(change.territory), say<"{0} of {1}">(who, change.territory));
  if (!change.role.empty())
    return scoped(say<"for role {0}">(role), say<"{0} of role {1}">(who, role));
  return some ? say<"change {0}">(who) : say<"change">();
}

Phrase what(const ChangeSpec& change) {
  if (!change.note.empty()) return plain(change.note);
  std::vector<Phrase> set;
  const auto add = [&](const std::string& path, std::string_view key) {
    set.push_back(word("parameter." + path, key));
  };
  for (const auto& [field, value] : change.parameters) add(std::string(field->key), field->key);
  for (const auto& [field, value] : change.quota) {
    const std::string key = fmt::format("quota.{}", field->key);
    add(key, key);
  }
  for (const auto& [field, value] : change.territory_fields)
    add(fmt::format("territories[].{}", field->key), field->key);
  if (change.plan) set.push_back(say<"plan">());
  if (set.empty()) return {};
  Phrase all = set.front();
  for (std::size_t i = 1; i < set.size(); ++i) all = say<"{0}, {1}">(all, set[i]);
  return all;
}

}  // namespace

std::string deal_name(const Model& model, int account, std::uint64_t deal) {
  for (std::uint32_t n = 0; n < 10'000; ++n)
    if (deal_id(model.account[account].id, n) == deal)
      return fmt::format("{}.{}", model.account_number[account], n + 1);
  return "?";
}

// NOLINTNEXTLINE(readability-function-size): a case a kind
Phrase sentence(const Model& model, const Note& note) {
  const std::string who = note.seat >= 0 ? model.seat_name[note.seat] : "";
  const std::string deal = note.deal != 0 ? deal_name(model, note.account, note.deal) : "";
  const std::string worth = money(note.value), share = percent(note.value);
  const std::string chance = percent(note.chance);
  const bool yes = note.value > 0;
  const auto where = [&] { return account_name(model, note.account); };
  const auto mate = [&] { return model.seat_name[note.number]; };
  const auto server = [&] { return who.empty() ? say<"the service desk">() : plain(who); };
  const auto topic = [&] { return model.spec.topics[note.number].name; };
  const auto change = [&]() -> const ChangeSpec& { return model.spec.changes[note.number]; };
  const auto stage = [&] {
    const std::string_view name = stages()[static_cast<std::size_t>(note.number)];
    return word(fmt::format("stage.{}", name), name);
  };
  switch (note.kind) {
    case NoteKind::change:
      return say<"policy {0}: {1}">(named(change()), what(change()));
    case NoteKind::change_ends:
      return say<"policy {0} ends: {1}">(named(change()), what(change()));
    case NoteKind::event: {
      const EventSpec& event = model.spec.events[note.number];
      const std::string_view name = EventSpec::kinds()[event.kind];
      const Phrase kind = word(fmt::format("event.{}", name), name);
      const std::string severity = percent(event.severity);
      return event.where.empty() ? say<"{0}, severity {1}">(kind, severity)
                                 : say<"{0}: {1}, severity {2}">(kind, event.where, severity);
    }
    case NoteKind::shift:
      return say<"topic {0} shifts: everybody's knowledge of it falls by {1}">(topic(), share);
    case NoteKind::opportunity:
      return say<"{0} brings {1} deal {2}, worth {3}">(where(), who, deal, worth);
    case NoteKind::passed:
      return say<"the buyer of deal {0} says yes to {1}'s {2} stage (chance {3})">(deal, who,
                                                                                   stage(), chance);
    case NoteKind::won:
      return say<"{0} wins deal {1}, worth {2} (chance {3})">(who, deal, worth, chance);
    case NoteKind::lost:
      return say<"{0} loses deal {1}, worth {2}, at the {3} stage (chance to pass {4})">(
          who, deal, worth, stage(), chance);
    case NoteKind::idle:
      return say<"{0}'s deal {1}, worth {2}, dies of neglect at the {3} stage after {4}">(
          who, deal, worth, stage(), days(note.chance));
    case NoteKind::handed_over:
      return say<"{0} takes over deal {1}, worth {2}, from {3}">(who, deal, worth, mate());
    case NoteKind::requested:
      return say<"{0} asks {1} for service">(where(), server());
    case NoteKind::answered:
      return say<"{0} answers {1} {2}, knowing {3} of the topic">(
          server(), where(),
          note.value < 1 ? say<"the same day">() : say<"after {0}">(days(note.value)), chance);
    case NoteKind::customer_lost:
      return say<"{0} leaves, satisfied to {1}">(where(), share);
    case NoteKind::asked:
      return say_if<"{0} asks {1} about deal {2} (chance {3})",
                    "{0} does not ask {1} about deal {2} (chance {3})">(yes, who, mate(), deal,
                                                                        chance);
    case NoteKind::helped:
      return say_if<"{0} helps {1} with deal {2} (chance {3})",
                    "{0} refuses to help {1} with deal {2} (chance {3})">(yes, who, mate(), deal,
                                                                          chance);
    case NoteKind::sought:
      return say_if<"{0} wants {1} as co-seller on deal {2} (chance {3})",
                    "{0} does not want {1} as co-seller on deal {2} (chance {3})">(yes, who, mate(),
                                                                                   deal, chance);
    case NoteKind::joined_deal:
      return say_if<"{0} joins {1} on deal {2} (chance {3})",
                    "{0} does not join {1} on deal {2} (chance {3})">(yes, who, mate(), deal,
                                                                      chance);
    case NoteKind::referred:
      return say_if<"{0} passes deal {1} on to {2} (chance to pass on {3})",
                    "{0} keeps deal {1} that was for {2} (chance to pass on {3})">(yes, who, deal,
                                                                                   mate(), chance);
    case NoteKind::encounters: {
      const bool one = is_one(note.number);
      const std::string number = whole(note.number);
      const Phrase met = model.seat_selling[note.seat] == Selling::calls
                             ? say_if<"{0} caller", "{0} callers">(one, number)
                             : say_if<"{0} walk-in", "{0} walk-ins">(one, number);
      return say<"{0} serves {1} and sells to {2}, {3} together (chance {4})">(who, met, note.sales,
                                                                               worth, chance);
    }
    case NoteKind::choice:
      return say<"{0} works at {1} of a full day; one more unit of own credit is worth {2}">(
          who, share, fmt::format("{:.3f}", note.chance));
    case NoteKind::paid: {
      const std::string_view name = kinds()[note.number].name;
      const Phrase kind = word(fmt::format("plan.{}", name), name);
      return note.chance > 0
                 ? say<"{0} is paid {1} ({2} at {3} of the goal)">(who, worth, kind, chance)
                 : say<"{0} is paid {1} ({2})">(who, worth, kind);
    }
    case NoteKind::morale:
      return say<"{0}'s morale is {1}">(who, share);
    case NoteKind::hazard:
      return say<"{0} would quit within a year with a chance of {1}">(
          who, percent(-std::expm1(-note.value * model.calendar.year)));
    case NoteKind::judged:
      return say<"{0} ends the quota period at {1} of quota">(who, share);
    case NoteKind::appraised:
      return say<"{0} is appraised at {1}, which feels {2}">(who, share,
                                                             note.chance < -0.1  ? say<"unfair">()
                                                             : note.chance > 0.1 ? say<"generous">()
                                                                                 : say<"fair">());
    case NoteKind::award:
      return say<"{0} gets the team's award for {1}">(
          who, say_if<"helping most", "the best result">(yes));
    case NoteKind::promoted:
      return say<"{0} is promoted to level {1}">(who, note.number);
    case NoteKind::dispute: {
      const Phrase causes[] = {say<"out of friction">(), say<"over one opportunity">(),
                               say<"over support">(), say<"over a split of credit">()};
      return say<"{0} and {1} fall out {2}">(who, mate(), causes[note.part - 1]);
    }
    case NoteKind::settled:
      return say<"{0} and {1} settle their dispute after {2}">(who, mate(), days(note.value));
    case NoteKind::deal_taken:
      return say<"deal {0}, worth {1}, goes with {2} (chance {3})">(deal, worth, who, chance);
    case NoteKind::customer_followed:
      return say<"{0} follows {1} (chance {2})">(where(), who, chance);
    case NoteKind::quit:
      return say<"{0} quits after {1}">(who, duration(model, note.value));
    case NoteKind::dismissed:
      return say<"{0} is dismissed after {1}">(who, duration(model, note.value));
    case NoteKind::joined:
      return say<"person {0} of seat {1} joins">(note.number + 1, who);
    case NoteKind::news:
      return say<"{0} notices item {1} of news, on {2}, accurate to {3}">(who, note.item, topic(),
                                                                          share);
    case NoteKind::told: {
      const Phrase ways[] = {say<"in a meeting">(), say<"in passing">(), say<"in a report">(),
                             say<"in writing">()};
      const int to = told_to(note.part);
      const Phrase whom = to >= 0 ? plain(model.seat_name[to]) : say<"the others">();
      return say_if<"{0} tells {1} item {2} of news {3} (chance {4})",
                    "{0} keeps back from {1} item {2} of news {3} (chance {4})">(
          yes, who, whom, note.item, ways[note.number], chance);
    }
    case NoteKind::heard:
      return say<"{0} takes in item {1} of news, {2} old">(who, note.item, days(note.value));
    case NoteKind::included:
      return say<"{0} is in the {1}: {2} ({3})">(
          who, named(change()), what(change()),
          change().tercile > 0
              ? say<"credit at {0} of the expected">(percent(note.value / note.chance))
              : say<"there for {0}">(duration(model, note.value)));
    case NoteKind::offered:
      return say_if<"{0} accepts the offer: {1} (chance {2})",
                    "{0} declines the offer: {1} (chance {2})">(yes, who, what(change()), chance);
    case NoteKind::input_sought:
      return say_if<"technical support promises an input for {0}'s deal {1} (chance {2})",
                    "technical support keeps back an input for {0}'s deal {1} (chance {2})">(
          yes, who, deal, chance);
    case NoteKind::input_back:
      return say<"the input for {0}'s deal {1} is not what was needed, {2} after it was asked">(
          who, deal, days(note.value));
    case NoteKind::input_ready:
      return say<"the input for {0}'s deal {1} is there after {2}">(who, deal, days(note.value));
    case NoteKind::input_late:
      return say<"{0}'s deal {1} goes on without its input after {2}">(who, deal, days(note.value));
    case NoteKind::lead:
      return say_if<
          "marketing brings {0} deal {1}, which does not fit "
          "(chance that it does not {2})",
          "marketing brings {0} deal {1}, which fits (chance that it does not {2})">(yes, who, deal,
                                                                                     chance);
    case NoteKind::grouped:
      return say<"{0} comes into a group of {1} with {2}">(who, fmt::to_string(note.value), mate());
  }
  return {};
}

}  // namespace tandem
