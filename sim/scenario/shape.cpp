// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/shape.h"

#include <algorithm>
#include <type_traits>

#include "sim/model/spec.h"
#include "sim/scenario/lesson_spec.h"
#include "sim/scenario/value_node.h"
#include "sim/scenario/write.h"

namespace tandem {

namespace {

template <class S>
Shape::Kind kind_of(const Field<S>& field) {
  const auto visitor = [&field](auto member) {
    using T = std::remove_cvref_t<decltype(std::declval<S&>().*member)>;
    if constexpr (std::is_same_v<T, bool>) return Shape::yes_no;
    if constexpr (std::is_same_v<T, int>)
      return field.choices.empty() ? Shape::integer : Shape::choice;
    if constexpr (std::is_same_v<T, std::string>) return Shape::text;
    if constexpr (std::is_same_v<T, std::vector<double>>) return Shape::numbers;
    if constexpr (std::is_same_v<T, std::vector<std::string>>) return Shape::texts;
    if constexpr (std::is_same_v<T, NamedShares>) return Shape::named;
    if constexpr (std::is_same_v<T, Points>) return Shape::points;
    return Shape::number;
  };
  return std::visit(visitor, field.member);
}

template <class S>
Shape shape_of(const Field<S>& field, const S& defaults) {
  Shape shape;
  shape.key = field.key;
  shape.kind = kind_of(field);
  shape.unit = field.unit;
  shape.low = field.low;
  shape.high = field.high;
  shape.choices.assign(field.choices.begin(), field.choices.end());
  shape.scope = field.scope;
  if (!field.required) shape.fallback = on_one_line(value_node(field, defaults));
  shape.says = field.says;
  shape.source = field.source;
  shape.required = field.required;
  return shape;
}

template <class S>
Section section_of(std::string path, const S& defaults = {}) {
  Section section{std::move(path), {}, {}};
  for (const Field<S>& field : S::fields()) section.shapes.push_back(shape_of(field, defaults));
  return section;
}

/// What stands before the sections; no struct has a table for it.
Section head_section() {
  const auto row = [](const char* key, Shape::Kind kind, Unit unit, double low, double high,
                      const char* fallback, const char* says) {
    Shape shape;
    shape.key = key;
    shape.kind = kind;
    shape.unit = unit;
    shape.low = low;
    shape.high = high;
    shape.fallback = fallback;
    shape.says = says;
    return shape;
  };
  Section section{"", {}, {}};
  section.shapes = {
      row("tandem", Shape::integer, Unit::none, 1, 1, "", "Version of the format; always 1."),
      row("name", Shape::text, Unit::none, 0, 0, "", "What the scenario is called; else its file."),
      row("extends", Shape::text, Unit::none, 0, 0, "",
          "Another scenario file that this one changes: maps merge by key, lists of named things "
          "by name, other lists are replaced."),
      row("seed", Shape::integer, Unit::none, 0, 0, "1",
          "Which luck the first replication meets: a whole number of at most 64 bits."),
      row("horizon", Shape::integer, Unit::days, 1, 25200, "252d",
          "Working days that are played and measured."),
  };
  section.shapes[0].required = true;
  return section;
}

Section kind_section(int kind) {
  const KindInfo& info = kinds()[static_cast<std::size_t>(kind)];
  Section section{"plan[]." + std::string(info.name), {}, std::string(info.name)};
  const PayElement defaults = PayElement::of(kind);
  const auto add = [&](std::string_view key) {
    for (const Field<PayElement>& field : PayElement::fields())
      if (field.key == key) section.shapes.push_back(shape_of(field, defaults));
  };
  add(info.head);
  Shape& head = section.shapes.front();
  head.key = info.name;
  head.says = info.says;
  head.required = true;
  head.fallback.clear();
  if (!info.measures.empty()) {
    std::vector<std::string> fitting;
    for (const int measure : info.measures)
      fitting.push_back(head.choices[static_cast<std::size_t>(measure)]);
    head.choices = std::move(fitting);
  }
  for (const std::string_view key : info.keys) add(key);
  return section;
}

Section changes_section() {
  Section section = section_of<ChangeSpec>("changes[]");
  Shape set;
  set.key = "set";
  set.kind = Shape::named;
  set.says =
      "What takes effect: any key of a parameter that may change, quota.KEY, "
      "territories.KEY, or plan with a list of elements or the name of one of `plans`.";
  Shape offer = set;
  offer.key = "offer";
  offer.says =
      "In place of `set`: the same keys, in force for those who accept them. Whoever is there "
      "decides when the change begins, whoever comes later on the first day.";
  section.shapes.push_back(std::move(set));
  section.shapes.push_back(std::move(offer));
  return section;
}

Section event_section(int kind) {
  const std::string name(EventSpec::kinds()[static_cast<std::size_t>(kind)]);
  Section section = section_of<EventSpec>("events[]." + name);
  Shape head;
  head.key = name;
  head.kind = Shape::text;
  head.required = true;
  switch (EventSpec::target(kind)) {
    case EventSpec::firm:
      head.says = "It hits the whole firm: all.";
      break;
    case EventSpec::in_territory:
      head.says = "Where: a territory, or all.";
      break;
    case EventSpec::of_topic:
      head.says = "Which topic.";
      break;
    case EventSpec::of_seat:
      head.says = "Which seat, such as A/closer/2.";
      break;
  }
  section.shapes.insert(section.shapes.begin(), std::move(head));
  section.head = name;
  return section;
}

}  // namespace

const std::vector<Section>& sections() {
  static const std::vector<Section> all = [] {
    std::vector<Section> out{
        head_section(), section_of<TopicSpec>("topics[]"), section_of<ProductSpec>("products[]"),
        section_of<TerritorySpec>("territories[]"), section_of<TeamSpec>("teams[]")};
    for (int i = 0; i < static_cast<int>(kinds().size()); ++i) out.push_back(kind_section(i));
    out.push_back(section_of<QuotaSpec>("quota"));
    out.push_back(section_of<Parameters>(""));
    out.push_back(changes_section());
    for (int i = 0; i < static_cast<int>(EventSpec::kinds().size()); ++i)
      out.push_back(event_section(i));
    out.push_back(section_of<OpenDealSpec>("open_deals[]"));
    out.push_back(section_of<LessonSpec>("lesson"));
    out.push_back(section_of<LessonEffectSpec>("lesson.effects[]"));
    out.push_back(section_of<LessonNoteSpec>("lesson.notes[]"));
    out.push_back(section_of<LessonCauseSpec>("lesson.causes[]"));
    return out;
  }();
  return all;
}

}  // namespace tandem
