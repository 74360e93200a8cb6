// SPDX-License-Identifier: Apache-2.0
#include "sim/report/journal_text.h"

#include <fmt/format.h>

#include <cmath>

#include "sim/model/pay_plan.h"
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

std::string counted(double n, const char* one, const char* many) {
  return fmt::format("{:.0f} {}", n, std::fabs(n - 1) < 0.5 ? one : many);
}

/// "3 days", "5 months", "2.3 years".
std::string duration(const Model& model, double days) {
  if (days < 2 * model.calendar.month) return counted(days, "day", "days");
  if (days < model.calendar.year) return counted(days / model.calendar.month, "month", "months");
  return fmt::format("{:.1f} years", days / model.calendar.year);
}

std::string account_name(const Model& model, int account) {
  return fmt::format("account {} in {}", model.account_number[account],
                     model.spec.territories[model.account[account].territory].name);
}

std::string scope(const ChangeSpec& change) {
  static constexpr const char* kThirds[] = {"lowest", "middle", "best"};
  const std::string who = change.newcomers > 0 ? " for newcomers"
                          : change.tercile > 0
                              ? fmt::format(" for the {} third", kThirds[change.tercile - 1])
                              : "";
  const std::string of = who.empty() ? " for " : " of ";
  if (!change.team.empty()) return who + of + "team " + change.team;
  if (!change.territory.empty()) return who + of + change.territory;
  if (!change.role.empty()) return who + of + "role " + change.role;
  return who;
}

std::string what(const ChangeSpec& change) {
  if (!change.note.empty()) return change.note;
  std::string keys;
  const auto add = [&](std::string_view key) {
    keys += (keys.empty() ? "" : ", ") + std::string(key);
  };
  for (const auto& [field, value] : change.parameters) add(field->key);
  for (const auto& [field, value] : change.quota) add(fmt::format("quota.{}", field->key));
  for (const auto& [field, value] : change.territory_fields) add(field->key);
  if (change.plan) add("plan");
  return keys;
}

}  // namespace

std::string deal_name(const Model& model, int account, std::uint64_t deal) {
  for (std::uint32_t n = 0; n < 10'000; ++n)
    if (deal_id(model.account[account].id, n) == deal)
      return fmt::format("{}.{}", model.account_number[account], n + 1);
  return "?";
}

std::string sentence(const Model& model, const Note& note) {
  const std::string who = note.seat >= 0 ? model.seat_name[note.seat] : "";
  const std::string where = note.account >= 0 ? account_name(model, note.account) : "";
  const std::string deal = note.deal != 0 ? deal_name(model, note.account, note.deal) : "";
  const auto stage = [&] { return stages()[static_cast<std::size_t>(note.number)]; };
  const auto on_deal = [&](const char* yes, const char* no, const char* how) {
    return fmt::format("{} {} {} {} deal {} (chance {})", who, note.value > 0 ? yes : no,
                       model.seat_name[note.number], how, deal, percent(note.chance));
  };
  switch (note.kind) {
    case NoteKind::change:
    case NoteKind::change_ends: {
      const ChangeSpec& change = model.spec.changes[note.number];
      return fmt::format("policy change{}{}: {}", scope(change),
                         note.kind == NoteKind::change ? "" : " ends", what(change));
    }
    case NoteKind::event: {
      const EventSpec& event = model.spec.events[note.number];
      return fmt::format("{}{}{}, severity {}", EventSpec::kinds()[event.kind],
                         event.where.empty() ? "" : ": ", event.where, percent(event.severity));
    }
    case NoteKind::shift:
      return fmt::format("topic {} shifts: everybody's knowledge of it falls by {}",
                         model.spec.topics[note.number].name, percent(note.value));
    case NoteKind::opportunity:
      return fmt::format("{} brings {} deal {}, worth {}", where, who, deal, money(note.value));
    case NoteKind::passed:
      return fmt::format("the buyer of deal {} says yes to {}'s {} stage (chance {})", deal, who,
                         stage(), percent(note.chance));
    case NoteKind::won:
      return fmt::format("{} wins deal {}, worth {} (chance {})", who, deal, money(note.value),
                         percent(note.chance));
    case NoteKind::lost:
      return fmt::format("{} loses deal {}, worth {}, at the {} stage (chance to pass {})", who,
                         deal, money(note.value), stage(), percent(note.chance));
    case NoteKind::idle:
      return fmt::format("{}'s deal {}, worth {}, dies of neglect at the {} stage after {}", who,
                         deal, money(note.value), stage(), counted(note.chance, "day", "days"));
    case NoteKind::handed_over:
      return fmt::format("{} takes over deal {}, worth {}, from {}", who, deal, money(note.value),
                         model.seat_name[note.number]);
    case NoteKind::requested:
      return fmt::format("{} asks {} for service", where, who.empty() ? "the service desk" : who);
    case NoteKind::answered:
      return fmt::format(
          "{} answers {} {}, knowing {} of the topic", who.empty() ? "the service desk" : who,
          where, note.value < 1 ? "the same day" : "after " + counted(note.value, "day", "days"),
          percent(note.chance));
    case NoteKind::customer_lost:
      return fmt::format("{} leaves, satisfied to {}", where, percent(note.value));
    case NoteKind::asked:
      return on_deal("asks", "does not ask", "about");
    case NoteKind::helped:
      return on_deal("helps", "refuses to help", "with");
    case NoteKind::sought:
      return on_deal("wants", "does not want", "as co-seller on");
    case NoteKind::joined_deal:
      return on_deal("joins", "does not join", "on");
    case NoteKind::referred:
      return fmt::format("{} {} deal {} {} {} (chance to pass on {})", who,
                         note.value > 0 ? "passes" : "keeps", deal,
                         note.value > 0 ? "on to" : "that was for", model.seat_name[note.number],
                         percent(note.chance));
    case NoteKind::encounters: {
      const bool calls = model.seat_selling[note.seat] == Selling::calls;
      return fmt::format(
          "{} serves {} and sells to {}, {} together (chance {})", who,
          counted(note.number, calls ? "caller" : "walk-in", calls ? "callers" : "walk-ins"),
          note.sales, money(note.value), percent(note.chance));
    }
    case NoteKind::choice:
      return fmt::format(
          "{} works at {} of a full day; one more unit of own credit is worth {:.3f}", who,
          percent(note.value), note.chance);
    case NoteKind::paid:
      return fmt::format("{} is paid {} ({}{})", who, money(note.value), kinds()[note.number].name,
                         note.chance > 0 ? " at " + percent(note.chance) + " of the goal" : "");
    case NoteKind::morale:
      return fmt::format("{}'s morale is {}", who, percent(note.value));
    case NoteKind::hazard:
      return fmt::format("{} would quit within a year with a chance of {}", who,
                         percent(-std::expm1(-note.value * model.calendar.year)));
    case NoteKind::judged:
      return fmt::format("{} ends the quota period at {} of quota", who, percent(note.value));
    case NoteKind::appraised:
      return fmt::format("{} is appraised at {}, which feels {}", who, percent(note.value),
                         note.chance < -0.1  ? "unfair"
                         : note.chance > 0.1 ? "generous"
                                             : "fair");
    case NoteKind::award:
      return fmt::format("{} gets the team's award for {}", who,
                         note.value > 0 ? "helping most" : "the best result");
    case NoteKind::promoted:
      return fmt::format("{} is promoted to level {}", who, note.number);
    case NoteKind::dispute: {
      static constexpr const char* kCauses[] = {"out of friction", "over one opportunity",
                                                "over support", "over a split of credit"};
      return fmt::format("{} and {} fall out {}", who, model.seat_name[note.number],
                         kCauses[note.part - 1]);
    }
    case NoteKind::settled:
      return fmt::format("{} and {} settle their dispute after {}", who,
                         model.seat_name[note.number], counted(note.value, "day", "days"));
    case NoteKind::deal_taken:
      return fmt::format("deal {}, worth {}, goes with {} (chance {})", deal, money(note.value),
                         who, percent(note.chance));
    case NoteKind::customer_followed:
      return fmt::format("{} follows {} (chance {})", where, who, percent(note.chance));
    case NoteKind::quit:
      return fmt::format("{} quits after {}", who, duration(model, note.value));
    case NoteKind::dismissed:
      return fmt::format("{} is dismissed after {}", who, duration(model, note.value));
    case NoteKind::joined:
      return fmt::format("person {} of seat {} joins", note.number + 1, who);
    case NoteKind::news:
      return fmt::format("{} notices item {} of news, on {}, accurate to {}", who, note.item,
                         model.spec.topics[note.number].name, percent(note.value));
    case NoteKind::told: {
      static constexpr const char* kWhere[] = {"in a meeting", "in passing", "in a report",
                                               "in writing"};
      const int to = told_to(note.part);
      return fmt::format("{} {}{} item {} of news {} (chance {})", who,
                         note.value > 0 ? "tells" : "keeps back from",
                         to >= 0 ? " " + model.seat_name[to] : " the others", note.item,
                         kWhere[note.number], percent(note.chance));
    }
    case NoteKind::heard:
      return fmt::format("{} takes in item {} of news, {} old", who, note.item,
                         counted(note.value, "day", "days"));
    case NoteKind::included: {
      const ChangeSpec& change = model.spec.changes[note.number];
      const std::string why =
          change.tercile > 0 ? "credit at " + percent(note.value / note.chance) + " of the expected"
                             : "there for " + duration(model, note.value);
      return fmt::format("{} is in the change{}: {} ({})", who, scope(change), what(change), why);
    }
    case NoteKind::offered:
      return fmt::format("{} {} the offer: {} (chance {})", who,
                         note.value > 0 ? "accepts" : "declines",
                         what(model.spec.changes[note.number]), percent(note.chance));
    case NoteKind::input_sought:
      return fmt::format("technical support {} an input for {}'s deal {} (chance {})",
                         note.value > 0 ? "promises" : "keeps back", who, deal,
                         percent(note.chance));
    case NoteKind::input_back:
      return fmt::format("the input for {}'s deal {} is not what was needed, {} after it was asked",
                         who, deal, counted(note.value, "day", "days"));
    case NoteKind::input_ready:
      return fmt::format("the input for {}'s deal {} is there after {}", who, deal,
                         counted(note.value, "day", "days"));
    case NoteKind::input_late:
      return fmt::format("{}'s deal {} goes on without its input after {}", who, deal,
                         counted(note.value, "day", "days"));
    case NoteKind::lead:
      return fmt::format("marketing brings {} deal {}, which {} (chance that it does not {})", who,
                         deal, note.value > 0 ? "does not fit" : "fits", percent(note.chance));
    case NoteKind::grouped:
      return fmt::format("{} comes into a group of {} with {}", who, note.value,
                         model.seat_name[note.number]);
  }
  return "";
}

}  // namespace tandem
