// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/read_lesson.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "sim/scenario/lesson_spec.h"
#include "sim/scenario/read_spec.h"
#include "tandem/registry.h"

namespace tandem {

namespace {

const char* const kWantLesson = "id, title, claim, from, compare, effects and notes";
const char* const kWantEffect = "{metric: revenue, name: {en: ..., zh: ...}, relative: [-15%]}";
const char* const kWantNote = "{at: 60d, watch: {en: ..., zh: ...}}";
const char* const kWantCause =
    "{id: role, name: {en: ..., zh: ...}, set: [policies.roles.clarity=1]}";
constexpr std::size_t kMostEntries = 100;
constexpr std::array<std::string_view, 3> kLists{"effects", "notes", "causes"};

/// Both languages of a text that people are shown.
Words words(Reader& reader, const Node& map, const std::string& path, const char* key,
            std::string en, std::string zh) {
  const Node* node = map.find(key);
  const std::string where = path_join(path, key);
  if (node == nullptr) {
    reader.missing(map.place, path, key, "A text in both languages, {en: ..., zh: ...}.");
  } else if (node->kind == Node::map) {
    for (const auto& [language, text] : {std::pair{"en", &en}, std::pair{"zh", &zh}})
      if (text->empty() &&
          (node->find(language) == nullptr || node->find(language)->kind == Node::scalar))
        reader.missing(node->place, where, language, "The text in this language.");
  } else if (node->kind == Node::null) {
    reader.fault(node->place, where, "no value", "{en: ..., zh: ...}");
  }
  return {std::move(en), std::move(zh)};
}

/// The same where a text may be left out.
Words any_words(Reader& reader, const Node& map, const std::string& path, const char* key,
                std::string en, std::string zh) {
  if (map.find(key) == nullptr) return {};
  return words(reader, map, path, key, std::move(en), std::move(zh));
}

bool is_measure(std::string_view id) {
  return std::ranges::find(lesson_measures(), id, &LessonMeasureInfo::id) !=
         lesson_measures().end();
}

void check_metric(Reader& reader, const Node& map, const std::string& path,
                  const LessonEffectSpec& effect) {
  const Node* node = map.find("metric");
  if (node == nullptr || node->kind != Node::scalar) return;
  const std::string where = path + ".metric";
  if (!find_metric(effect.metric) && !is_measure(effect.metric)) {
    std::vector<std::string> known;
    for (const MetricInfo& metric : metrics()) known.emplace_back(metric.id);
    for (const LessonMeasureInfo& measure : lesson_measures()) known.emplace_back(measure.id);
    reader.fault(node->place, where, shown(node->text) + " is not a metric",
                 "one of those that `tandem metrics` and docs/lessons.md list",
                 nearest(node->text, known));
  } else if (!is_measure(effect.metric)) {
    for (const char* key : {"team", "from", "to", "least"})
      if (const Node* narrow = map.find(key))
        reader.fault(narrow->place, path_join(path, key),
                     shown(node->text) + " is of the whole firm and run",
                     "no such key, or a measure of lessons (docs/lessons.md)");
  }
}

std::string_view unit_of(std::string_view id) {
  const auto measure = std::ranges::find(lesson_measures(), id, &LessonMeasureInfo::id);
  if (measure != lesson_measures().end()) return measure->unit;
  const auto metric = find_metric(id);
  return metric ? info(*metric).unit : "share";  // what is not known is told elsewhere
}

/// Readings that do not go with what is counted.
void check_readings(Reader& reader, const Node& map, const std::string& path,
                    const LessonEffectSpec& effect) {
  const bool share = unit_of(effect.metric) == "share";
  for (const char* key : {"relative", "points", "amount", "level"}) {
    const Node* node = map.find(key);
    const bool level = std::string_view(key) == "level";
    if (node != nullptr && !effect.cause.empty() && !level)
      reader.fault(node->place, path_join(path, key), "what a cause stands for is a share",
                   "level, or no claim");
    else if (node != nullptr && !share && (level ? effect.cause.empty() : key[0] == 'p'))
      reader.fault(node->place, path_join(path, key), shown(effect.metric) + " is not a share",
                   "relative or amount");
  }
}

/// Is anything claimed of this effect?
bool check_claims(Reader& reader, const Node& map, const std::string& path,
                  const LessonEffectSpec& effect) {
  bool any = false;
  for (const auto& [key, claim] :
       {std::pair{"relative", &effect.relative}, std::pair{"points", &effect.points},
        std::pair{"amount", &effect.amount}, std::pair{"level", &effect.level}}) {
    const Node* node = map.find(key);
    any = any || node != nullptr;
    if (node == nullptr || node->kind != Node::list || claim->size() != node->items.size())
      continue;
    const bool fits = claim->size() == 1 || (claim->size() == 2 && (*claim)[0] < (*claim)[1] &&
                                             (*claim)[0] * (*claim)[1] > 0);
    if (!fits || (*claim)[0] == 0)
      reader.fault(node->place, path_join(path, key), "this is no claimed effect",
                   "[x], or a range [low, high] on one side of 0");
  }
  return any;
}

LessonEffect effect_of(Reader& reader, const Node& map, const std::string& path, const Spec& spec,
                       const std::vector<LessonCause>& causes, double last_day, bool& claims) {
  LessonEffectSpec e;
  fill(reader, map, path, e);
  check_metric(reader, map, path, e);
  claims = check_claims(reader, map, path, e) || claims;
  check_readings(reader, map, path, e);
  for (const char* key : {"from", "to"})
    check_day(reader, map, key, path, std::string_view(key) == "to" ? e.to : e.from, last_day);
  if (const Node* to = map.find("to"); to != nullptr && e.to > 0 && e.to <= e.from)
    reader.fault(to->place, path + ".to", "the end is not after the start", "a day after `from`");
  const auto check_known = [&](const char* key, const std::string& name, const auto& all,
                               auto field) {
    const Node* given = map.find(key);
    if (given == nullptr || given->kind != Node::scalar) return;
    std::vector<std::string> known;
    std::ranges::transform(all, std::back_inserter(known), field);
    if (std::ranges::find(known, name) == known.end())
      reader.unknown_name(given->place, path + "." + key, name, key, known);
  };
  check_known("team", e.team, spec.teams, &TeamSpec::name);
  check_known("cause", e.cause, causes, &LessonCause::id);
  LessonEffect out;
  out.name = words(reader, map, path, "name", e.name_en, e.name_zh);
  out.metric = e.metric;
  out.team = e.team;
  out.cause = e.cause;
  out.of_without = e.of == 1;
  out.from = static_cast<int>(e.from);
  out.to = static_cast<int>(e.to);
  out.least = e.least;
  out.relative = e.relative;
  out.points = e.points;
  out.amount = e.amount;
  out.level = e.level;
  out.reading = any_words(reader, map, path, "reading", e.reading_en, e.reading_zh);
  return out;
}

/// The maps of a list, with their paths.
template <class Each>
void each_map(Reader& reader, const Node& lesson, const char* key, const char* want, Each each) {
  const Node* list = lesson.find(key);
  const std::string path = path_join("lesson", key);
  if (list == nullptr || !reader.check_kind(*list, Node::list, path, want, kMostEntries)) return;
  for (std::size_t i = 0; i < list->items.size(); ++i)
    if (reader.check_kind(list->items[i], Node::map, path_join(path, i), want))
      each(list->items[i], path_join(path, i));
}

}  // namespace

std::optional<Lesson> read_lesson(Reader& reader, const Node& root, const Spec& spec,
                                  double last_day) {
  const Node* node = root.find("lesson");
  if (node == nullptr || !reader.check_kind(*node, Node::map, "lesson", kWantLesson)) return {};
  LessonSpec l;
  fill(reader, *node, "lesson", l, {{}, kLists});
  Lesson out;
  out.id = l.id;
  out.title = words(reader, *node, "lesson", "title", l.title_en, l.title_zh);
  out.claim = words(reader, *node, "lesson", "claim", l.claim_en, l.claim_zh);
  out.from = words(reader, *node, "lesson", "from", l.from_en, l.from_zh);
  out.compare = l.compare;
  out.sweep = l.sweep;
  out.values = l.values;
  if (const Node* compare = node->find("compare");
      compare != nullptr && compare->kind == Node::list && compare->items.empty())
    reader.fault(compare->place, "lesson.compare", "the twin is the same firm",
                 "one KEY=VALUE or more");
  if (const Node* sweep = node->find("sweep"); sweep != nullptr && sweep->kind == Node::map)
    for (const char* key : {"key", "values"})
      if (sweep->find(key) == nullptr)
        reader.missing(sweep->place, "lesson.sweep", key,
                       "A key and the values to try, {key: KEY, values: [..., ...]}.");
  each_map(reader, *node, "causes", kWantCause, [&](const Node& map, const std::string& path) {
    LessonCauseSpec c;
    fill(reader, map, path, c);
    out.causes.push_back({c.id, words(reader, map, path, "name", c.name_en, c.name_zh), c.set});
  });
  const Node* effects = node->find("effects");
  if (effects == nullptr)
    reader.missing(node->place, "lesson", "effects", "What is claimed, a list.");
  bool claims = false;
  each_map(reader, *node, "effects", kWantEffect, [&](const Node& map, const std::string& path) {
    out.effects.push_back(effect_of(reader, map, path, spec, out.causes, last_day, claims));
  });
  if (effects != nullptr && effects->kind == Node::list && !claims)
    reader.fault(effects->place, "lesson.effects", "none of the effects claims anything",
                 "relative, points, amount or level with one of them");
  each_map(reader, *node, "notes", kWantNote, [&](const Node& map, const std::string& path) {
    LessonNoteSpec n;
    fill(reader, map, path, n);
    check_day(reader, map, "at", path, n.at, last_day);
    out.notes.push_back(
        {static_cast<int>(n.at), words(reader, map, path, "watch", n.watch_en, n.watch_zh)});
  });
  return out;
}

Faults faults_at(const Faults& of_twin, const Node& list, const std::string& path,
                 std::size_t before) {
  Faults out;
  for (const Fault& fault : of_twin) {
    // The n-th option is line n of "--set".
    const auto line = static_cast<std::size_t>(std::max(fault.line, 0));
    const std::size_t n = line - before - 1;
    const bool own = fault.file == "--set" && line > before && n < list.items.size();
    const Node& place = own ? list.items[n] : list;
    out.push_back(fault_at(place.place, own ? path_join(path, n) : path,
                           (fault.field.empty() ? "" : fault.field + ": ") + fault.message,
                           fault.expected, fault.nearest));
  }
  return out;
}

}  // namespace tandem
