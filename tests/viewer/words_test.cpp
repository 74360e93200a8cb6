// SPDX-License-Identifier: Apache-2.0
// Everything that is read has its Chinese: the viewer's texts and what the engine declares.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tandem/journal.h"
#include "tandem/registry.h"
#include "tandem/view.h"
#include "viewer/app/shelf.h"
#include "viewer/panels/lever.h"
#include "viewer/text/engine_words.h"
#include "viewer/text/journal_words.h"
#include "viewer/text/text.h"

namespace tandem::viewer {
namespace {

/// Is there a character of U+3000 or beyond, which Chinese ones are?
bool is_chinese(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

std::multiset<std::string> placeholders(std::string_view text) {
  std::multiset<std::string> out;
  for (auto from = text.find('{'); from != std::string_view::npos; from = text.find('{', from + 1))
    out.emplace(text.substr(from, text.find('}', from) - from + 1));
  return out;
}

void expect_word(const std::string& id) {
  EXPECT_TRUE(has_engine_word(id)) << id;
  EXPECT_TRUE(is_chinese(engine_word(id, "", Language::zh))) << id;
  EXPECT_STREQ(engine_word(id, "English", Language::en), "English");
}

TEST(Words, WhatTheEngineDeclaresHasChinese) {
  for (const MetricInfo& metric : metrics()) {
    expect_word("metric." + std::string(metric.id));
    expect_word("metric.says." + std::string(metric.id));
    expect_word("metric_group." + std::string(metric.group));
    if (!metric.unit.empty()) expect_word("unit." + std::string(metric.unit));
  }
  for (const SeatFigure& figure : seat_figures()) {
    expect_word("figure." + std::string(figure.id));
    expect_word("figure.says." + std::string(figure.id));
  }
  for (const JournalKind& kind : journal_kinds()) {
    const auto word = std::ranges::find(kKindWords, kind.id, &Entry::id);
    ASSERT_NE(word, std::end(kKindWords)) << kind.id;
    EXPECT_TRUE(is_chinese(word->zh)) << kind.id;
  }
  for (const std::string_view use : kHourUses) expect_word("use." + std::string(use));
  for (const std::string_view cause : kDisputeCauses) expect_word("dispute." + std::string(cause));
  for (const std::string_view stage : kStageNames) expect_word("stage." + std::string(stage));
  for (const char* role : {"generalist", "hunter", "farmer", "closer", "specialist", "manager"})
    expect_word(std::string("role.") + role);
  for (const char* segment : {"key", "regular", "prospect"})
    expect_word(std::string("segment.") + segment);
  for (const char* verdict : {"higher", "lower", "unclear", "identical"})
    expect_word(std::string("verdict.") + verdict);
}

TEST(Words, EveryLeverHasChineseWithItsUnitAndItsChoices) {
  for (const auto& list : {levers(), plan_levers()})
    for (const Lever& lever : list) {
      expect_word("parameter." + lever.info->path);
      expect_word("parameter.says." + lever.info->path);
      if (!lever.info->unit.empty()) expect_word("unit." + lever.info->unit);
      if (!lever.info->path.starts_with("plan[]")) expect_word("group." + lever.group);
    }
  for (const auto& list : {levers(), plan_levers()})
    for (const Lever& lever : list)
      for (const std::string& choice : lever.choices) expect_word("choice." + choice);
  for (const ParameterInfo& info : parameters())
    if (info.path.starts_with("events[].") && info.path.find('.', 9) == std::string::npos)
      expect_word("event." + info.path.substr(9));
}

TEST(Words, ThereIsOneOfEach) {
  const auto words = engine_words();
  for (std::size_t i = 0; i < words.size(); ++i) {
    EXPECT_TRUE(is_chinese(words[i].zh)) << words[i].id;
    if (i > 0) {
      EXPECT_NE(words[i - 1].id, words[i].id);
    }
  }
}

TEST(Words, TextsOfTheViewerAreInBothLanguages) {
  std::set<std::string_view> ids;
  for (const Entry& entry : kCatalogue) {
    EXPECT_TRUE(ids.insert(entry.id).second) << entry.id;
    const std::string_view en = entry.en, zh = entry.zh;
    EXPECT_FALSE(en.empty()) << entry.id;
    EXPECT_FALSE(zh.empty()) << entry.id;
    const bool letters = std::ranges::any_of(
        en, [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
    if (letters) {
      EXPECT_TRUE(is_chinese(zh)) << entry.id;
    }
    EXPECT_EQ(placeholders(en), placeholders(zh)) << entry.id;
    EXPECT_EQ(en.find("##") == std::string_view::npos, zh.find("##") == std::string_view::npos)
        << entry.id;
  }
}

TEST(Words, TheShelfIsInBothLanguages) {
  EXPECT_EQ(std::ranges::count(shelf(), true, &Volume::lesson),
            static_cast<std::ptrdiff_t>(shipped_lessons().size()));
  EXPECT_GE(std::ranges::count(shelf(), false, &Volume::lesson), 7);
  for (const Volume& volume : shelf()) {
    EXPECT_FALSE(volume.title.en.empty()) << volume.file;
    EXPECT_TRUE(volume.says.en.ends_with('.')) << volume.says.en;
    EXPECT_LT(volume.says.en.size(), 250u) << volume.says.en;
    EXPECT_TRUE(is_chinese(volume.title.zh)) << volume.file;
    EXPECT_TRUE(is_chinese(volume.says.zh)) << volume.file;
  }
}

}  // namespace
}  // namespace tandem::viewer
