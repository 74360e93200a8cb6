// SPDX-License-Identifier: Apache-2.0
#include "sim/command/lesson_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/command/lesson_words.h"
#include "sim/command/numbers.h"
#include "sim/command/table.h"
#include "sim/command/text.h"

namespace tandem {

namespace {

using Json = nlohmann::ordered_json;
namespace words = lesson_words;

constexpr int kWidestName = 30;

std::string_view word(LessonVerdict verdict) {
  switch (verdict) {
    case LessonVerdict::as_large:
      return "as large";
    case LessonVerdict::smaller:
      return "smaller";
    case LessonVerdict::larger:
      return "larger";
    case LessonVerdict::opposite:
      return "opposite";
    case LessonVerdict::little:
      return "little";
    case LessonVerdict::unclear:
      return "unclear";
    case LessonVerdict::identical:
      return "identical";
    case LessonVerdict::higher:
      return "higher";
    case LessonVerdict::lower:
      return "lower";
    case LessonVerdict::shown:
      return "shown";
    case LessonVerdict::nothing:
      break;
  }
  return "nothing";
}

std::string_view word(Reading reading) {
  switch (reading) {
    case Reading::relative:
      return "relative";
    case Reading::points:
      return "points";
    case Reading::amount:
      return "amount";
    case Reading::level:
      break;
  }
  return "level";
}

Style style(LessonVerdict verdict) {
  switch (verdict) {
    case LessonVerdict::as_large:
    case LessonVerdict::smaller:
    case LessonVerdict::larger:
      return Style::up;
    case LessonVerdict::opposite:
      return Style::down;
    default:
      return Style::dim;
  }
}

/// An effect as people read it: the number, its interval and the claim, all in one unit.
struct Shown {
  std::string with, without, effect, interval, claimed;
};

/// Is there a number to hold against the claim?
bool has_effect(const LessonFinding& f) {
  if (f.reading == Reading::level) return f.level.has_value();
  return f.reading == Reading::relative ? f.relative.has_value() : f.pairs > 0;
}

std::string colon(Language language) { return language == Language::zh ? "：" : ": "; }

/// The unit behind an effect: "%", "points", "d".
std::string unit_of(const LessonFinding& f, const Scale& scale, Language language) {
  return f.reading == Reading::points ? words::kPoints.in(language) : scale.unit;
}

Scale scale_of(const LessonFinding& f) {
  const bool share = f.reading != Reading::amount;
  const double size = !f.claimed.empty()
                          ? std::max(std::abs(f.claimed.front()), std::abs(f.claimed.back()))
                      : has_effect(f) ? std::abs(f.held().mean)
                                      : 0;
  const double half = has_effect(f) ? (f.held().high - f.held().low) / 2 : 0;
  Scale scale = scale_for(share ? "share" : f.unit, size, half);
  scale.decimals =
      std::min(scale.decimals, scale.unit == "M" || f.reading == Reading::amount ? 2 : 1);
  return scale;
}

std::string claim(const LessonFinding& f, Language language) {
  if (f.claimed.empty()) return "";
  const Scale fine = scale_of(f);
  Scale scale = fine;
  scale.decimals = 0;
  const bool level = f.reading == Reading::level;
  const auto one = [&](double x) { return level ? number(x, scale) : signed_number(x, scale); };
  std::string out = one(f.claimed.front());
  if (f.claimed.size() > 1) out += " .. " + one(f.claimed.back());
  const std::string unit = unit_of(f, fine, language);
  return unit.empty() ? out : out + " " + unit;
}

Shown shown(const LessonFinding& f, Language language) {
  Shown out{.with = {}, .without = {}, .effect = {}, .interval = {}, .claimed = claim(f, language)};
  if (f.pairs == 0) return out;
  const Scale plain = scale_for(f.unit, std::max(std::abs(f.with), std::abs(f.without)),
                                std::abs(f.difference.high - f.difference.low) / 2);
  out.with = with_unit(number(f.with, plain), plain);
  out.without = with_unit(number(f.without, plain), plain);
  if (!has_effect(f)) return out;
  const Scale scale = scale_of(f);
  const Estimate& e = f.held();
  const bool level = f.reading == Reading::level;
  const auto one = [&](double x) { return level ? number(x, scale) : signed_number(x, scale); };
  const std::string unit = unit_of(f, scale, language);
  if (f.verdict == LessonVerdict::identical) {
    out.effect = "0";
    return out;
  }
  out.effect = one(e.mean) + (unit.empty() ? "" : " " + unit);
  out.interval = one(e.low) + " .. " + one(e.high);
  return out;
}

/// "lesson" of a paragraph under a dim head.
std::string paragraph(const std::string& text, const Console& console, int indent) {
  return wrapped(text, std::clamp(console.width(), 40, 110) - indent - 1, indent) + "\n";
}

/// What else can be said of an amount: how often, and at which size of the firm.
std::string amounts(const LessonReport& report, Language language) {
  std::string out;
  for (const LessonFinding& f : report.findings) {
    if (f.reading != Reading::amount || !has_effect(f)) continue;
    const std::string name = report.lesson.effects[f.effect].name.in(language) + colon(language);
    const Scale scale = scale_of(f);
    out += name +
           fmt::format(fmt::runtime(words::kPairsAsLarge.in(language)),
                       with_unit(signed_number(f.median, scale), scale),
                       fmt::format("{:.0f}", 100 * f.share_as_large)) +
           "\n";
    const double each = f.difference.mean / report.reps;
    if (f.unit == "money" && each * f.claimed.front() > 0 && f.verdict != LessonVerdict::unclear)
      out += name +
             fmt::format(fmt::runtime(words::kScale.in(language)),
                         grouped(std::llround(std::abs(f.claimed.front() / each))),
                         grouped(std::llround(std::abs(f.claimed.back() / each)))) +
             "\n";
  }
  return out;
}

std::string readings(const LessonReport& report, Language language, const Console& console) {
  std::string out;
  for (const LessonEffect& effect : report.lesson.effects) {
    const std::string& text = effect.reading.in(language);
    if (!text.empty())
      out += "   " + paragraph(effect.name.in(language) + colon(language) + text, console, 3);
  }
  std::string more = amounts(report, language);
  for (std::size_t at = 0; at < more.size();) {
    const std::size_t end = more.find('\n', at);
    out += "   " + paragraph(more.substr(at, end - at), console, 3);
    at = end + 1;
  }
  return out.empty() ? ""
                     : " " + console.paint(Style::bold, words::kReadings.in(language)) + "\n" + out;
}

std::string watch(const Lesson& lesson, Language language, const Console& console) {
  if (lesson.notes.empty()) return "";
  std::string out = " " + console.paint(Style::bold, words::kWatch.in(language)) + "\n";
  int widest = 0;
  std::vector<std::string> days;
  for (const LessonNote& note : lesson.notes) {
    days.push_back(fmt::format(fmt::runtime(words::kDay.in(language)), note.at));
    widest = std::max(widest, display_width(days.back()));
  }
  for (std::size_t i = 0; i < days.size(); ++i) {
    const std::string pad(static_cast<std::size_t>(widest - display_width(days[i]) + 2), ' ');
    out += "   " + console.paint(Style::dim, days[i]) + pad +
           paragraph(lesson.notes[i].watch.in(language), console, 5 + widest);
  }
  return out;
}

std::string table(const LessonReport& report, Language language, const Console& console) {
  Table out;
  out.column(words::kFigure.in(language)).column(words::kWith.in(language), Table::right);
  out.column(words::kWithout.in(language), Table::right);
  out.column(words::kEffect.in(language), Table::right);
  out.column(words::kInterval.in(language), Table::right);
  out.column(words::kClaimed.in(language), Table::right);
  for (const LessonFinding& f : report.findings) {
    const Shown figure = shown(f, language);
    const std::string& name = report.lesson.effects[f.effect].name.in(language);
    out.row({shortened(name, kWidestName),
             figure.with,
             figure.without,
             {figure.effect, Style::bold},
             figure.interval,
             figure.claimed});
    out.row({{"  " + words::verdict(f.verdict, f.reading).in(language), style(f.verdict)}});
  }
  return out.text(console);
}

/// A claim of one number, or the two ends of a range.
Json claimed(const std::vector<double>& claim) {
  return claim.size() == 1 ? Json(claim.front()) : Json(claim);
}

Json both(const Words& text) { return {{"en", text.en}, {"zh", text.zh}}; }

std::string scope(const LessonEffect& effect) {
  return effect.team.empty() ? "firm" : "team " + effect.team;
}

Json effects(const LessonReport& report) {
  Json out = Json::array();
  for (const LessonFinding& f : report.findings) {
    const LessonEffect& effect = report.lesson.effects[f.effect];
    Json one{{"metric", effect.metric}, {"scope", scope(effect)}};
    if (!effect.cause.empty()) one["cause"] = effect.cause;
    if (effect.from > 0) one["from"] = effect.from;
    if (effect.to > 0) one["to"] = effect.to;
    if (effect.least > 0) one["least"] = effect.least;
    one["name"] = both(effect.name);
    if (f.pairs > 0) {
      one["with"] = f.with;
      one["without"] = f.without;
      one["difference"] = f.difference.mean;
      if (f.relative) one["relative"] = f.relative->mean;
      if (f.level) one["level"] = f.level->mean;
      if (has_effect(f)) {
        one["low"] = f.held().low;
        one["high"] = f.held().high;
      }
      one["median"] = f.median;
      one["share_as_large"] = f.share_as_large;
    }
    if (!f.claimed.empty()) one["claimed"] = claimed(f.claimed);
    one["reading"] = std::string(word(f.reading));
    one["of"] = effect.of_without ? "without" : "with";
    one["verdict"] = std::string(word(f.verdict));
    out.push_back(std::move(one));
  }
  return out;
}

std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '|' ? "\\|" : std::string(1, c);
  return out;
}

constexpr std::string_view kIntroduction =
    R"(# Lessons

Claims from the founding documents, each with a small firm that illustrates it. Written by `tandem lesson --markdown`
(`./dev.sh docs`). **None of the claims could be checked against its source.** Nothing is set so that a claim comes out, and
no claim is a target to calibrate to: where the simulated effect differs, that is what is shown.

```
tandem lesson                       the lessons
tandem lesson N5                    plays one beside its twin on the same luck
tandem lesson N5 --language zh      the same in Chinese
tandem lesson N16 --sweep           also at other values of a key that the lesson names
tandem lesson my-lesson.yaml --set policies.meetings.every=10d
```

## A lesson file

A scenario with a section `lesson` ([keys](parameters.md#lesson)). The section has no part in a run: the hash is the same
without it. A file that `extends` a lesson does not inherit it.

```yaml
tandem: 1
name: Do meetings pay?
horizon: 1y
policies: {meetings: {every: 5d, format: structured pairs}}
lesson:
  id: X1
  title: {en: Do meetings pay?, zh: 开会值得吗？}
  claim: {en: "Weekly meetings raise revenue by a tenth.", zh: "每周开会使收入提高一成。"}
  from: {en: an example, zh: 示例}
  compare: [policies.meetings.every=0d]        # the twin: what is laid over the file, as --set
  effects:                                     # relative, points, amount or level; two for two readings
    - {metric: revenue, name: {en: Revenue, zh: 收入}, relative: [10%]}
  notes:                                       # what to watch, from which day
    - {at: 60d, watch: {en: Knowledge begins to differ., zh: 知识开始出现差别。}}
```

`of: without` says that the effect is the twin's doing: then it is without less with. `causes` name what can go wrong and
the settings that take each away; an effect with a `cause` is that one's share of what all of them together bring.
`sweep: {key: market.complexity, values: [10%, 50%]}` is what `--sweep` tries, in file and twin alike.

- **with** is the file, **without** its twin; both meet the same luck, run by run. The effect is the mean difference, or that
  over the mean of what it is compared with, with its 95 % interval, valid at any number of runs.
- *As large*: the claimed direction, and the claim lies in the interval. *Smaller*, *larger*: the whole interval lies short
  of or beyond the claim. *Opposite*: it lies on the other side of 0. *Little*: it holds 0 and falls short of the claim.
  *Unclear*, cannot tell yet: it holds 0 and the claim. *Higher*, *lower*, *shown*: nothing is claimed.

Beside the [metrics](metrics.md), which are of the whole firm and run, a lesson may count what closed deals give; these take
`team`, `from`, `to` (days) and `least` (list value):

)";

std::string measures() {
  std::string out = "| id | what | unit | definition |\n| --- | --- | --- | --- |\n";
  for (const LessonMeasureInfo& m : lesson_measures())
    out += fmt::format("| `{}` | {} | {} | {} |\n", m.id, m.title, m.unit, m.says);
  return out;
}

}  // namespace

std::string lesson_list(std::span<const ShippedLesson> lessons, Language language,
                        const Console& console) {
  int widest = 0;
  for (const ShippedLesson& l : lessons) widest = std::max(widest, display_width(l.lesson.id));
  std::string out;
  for (const ShippedLesson& l : lessons) {
    const std::string pad(static_cast<std::size_t>(widest - display_width(l.lesson.id) + 2), ' ');
    out += " " + console.paint(Style::bold, l.lesson.id) + pad +
           paragraph(l.lesson.title.in(language), console, widest + 3);
    out += std::string(static_cast<std::size_t>(widest + 3), ' ') +
           console.paint(Style::dim, paragraph(l.lesson.claim.in(language), console, widest + 3));
  }
  return out;
}

std::string lesson_list_json(std::span<const ShippedLesson> lessons) {
  Json all = Json::array();
  for (const ShippedLesson& l : lessons)
    all.push_back({{"lesson", l.lesson.id},
                   {"file", l.file},
                   {"title", both(l.lesson.title)},
                   {"claim", both(l.lesson.claim)}});
  return Json{{"lessons", all}}.dump(2) + "\n";
}

std::string lesson_table(const LessonReport& report, Language language, const Console& console) {
  const Lesson& lesson = report.lesson;
  const auto line = [&](const Words& head, const std::string& text) {
    const std::string label = head.in(language) + colon(language);
    return " " + console.paint(Style::bold, label) +
           paragraph(text, console, 1 + display_width(label));
  };
  std::string out = fmt::format("\n {}  {}\n\n", console.paint(Style::bold, lesson.id),
                                console.paint(Style::bold, lesson.title.in(language)));
  out += line(words::kClaim, lesson.claim.in(language));
  out += line(words::kFrom, lesson.from.in(language));
  out += "\n " + fmt::format(fmt::runtime(words::kPairs.in(language)), grouped(report.pairs),
                             grouped(report.days), grouped(report.reps), report.seed);
  out += "\n " + console.paint(Style::dim, words::kTwin.in(language)) + "\n";
  for (const std::string& set : lesson.compare)
    out += "   " + console.paint(Style::dim, set) + "\n";
  out += "\n" + table(report, language, console) + readings(report, language, console) +
         watch(lesson, language, console);
  return out + "\n " +
         console.paint(Style::dim, paragraph(words::kUnchecked.in(language), console, 1));
}

std::string sweep_table(std::span<const LessonReport> reports, Language language,
                        const Console& console) {
  if (reports.empty() || reports.front().findings.empty()) return "";
  const Lesson& lesson = reports.front().lesson;
  Table out;
  out.column(lesson.sweep).column(words::kWith.in(language), Table::right);
  out.column(words::kWithout.in(language), Table::right);
  out.column(words::kEffect.in(language), Table::right);
  out.column(words::kInterval.in(language), Table::right);
  out.column(words::kClaimed.in(language), Table::right);
  for (std::size_t place = 0; place < reports.front().findings.size(); ++place) {
    if (reports.front().findings[place].claimed.empty()) continue;
    out.heading(lesson.effects[reports.front().findings[place].effect].name.in(language));
    for (std::size_t i = 0; i < reports.size(); ++i) {
      const LessonFinding& f = reports[i].findings[place];
      const Shown figure = shown(f, language);
      out.row({lesson.values[i],
               figure.with,
               figure.without,
               {figure.effect, Style::bold},
               figure.interval,
               figure.claimed});
    }
  }
  return "\n" + out.text(console);
}

std::string lesson_json(const LessonReport& report, std::span<const LessonReport> sweep) {
  Json out{{"lesson", report.lesson.id},
           {"scenario", report.scenario},
           {"title", both(report.lesson.title)},
           {"claim", both(report.lesson.claim)},
           {"source_checked", false},
           {"seed", report.seed},
           {"pairs", report.pairs},
           {"reps", report.reps},
           {"days", report.days},
           {"effects", effects(report)}};
  for (std::size_t i = 0; i < sweep.size(); ++i)
    out["sweep"].push_back(
        {{report.lesson.sweep, report.lesson.values[i]}, {"effects", effects(sweep[i])}});
  return out.dump(2) + "\n";
}

std::string lesson_markdown(std::span<const ShippedLesson> lessons,
                            std::span<const LessonReport> reports) {
  std::string out(kIntroduction);
  out += measures();
  out +=
      "\n## The lessons that come with Tandem\n\n| lesson | claim | figure | with | without | "
      "effect "
      "(95 % interval) | claimed | verdict |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n";
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const LessonReport& report = reports[i];
    bool first = true;
    for (const LessonFinding& f : report.findings) {
      const Shown figure = shown(f, Language::en);
      const std::string head = first ? fmt::format("[{}](../scenarios/{}) | {}", report.lesson.id,
                                                   lessons[i].file, cell(report.lesson.claim.en))
                                     : " | ";
      out += fmt::format(
          "| {} | {} | {} | {} | {} | {} | {} |\n", head,
          cell(report.lesson.effects[f.effect].name.en), figure.with, figure.without,
          figure.interval.empty() ? figure.effect : figure.effect + " (" + figure.interval + ")",
          figure.claimed, word(f.verdict));
      first = false;
    }
  }
  out += fmt::format("\n{} pairs each, on the files' own seeds.\n",
                     reports.empty() ? 0 : reports.front().pairs);
  return out;
}

}  // namespace tandem
