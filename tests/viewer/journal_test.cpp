// SPDX-License-Identifier: Apache-2.0
// Sentences of the journal in both languages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/support/firms.h"
#include "viewer/text/journal_sentences.h"
#include "viewer/text/text.h"

namespace tandem::viewer {
namespace {

std::multiset<std::string> places(std::string_view pattern) {
  std::multiset<std::string> out;
  for (auto at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1))
    out.emplace(pattern.substr(at, 3));
  return out;
}

bool has_letters(std::string_view text) {
  return std::ranges::any_of(text,
                             [](char c) { return std::isalpha(static_cast<unsigned char>(c)); });
}

Journal journal_of(const Scenario& scenario) {
  World world(scenario, scenario.seed(), 0);
  world.keep_journal();
  world.run_to_end();
  return world.journal();
}

/// A small firm to which much happens.
Scenario eventful() {
  return test::firm(R"(
tandem: 1
extends: quickstart.yaml
horizon: 80d
items: {rate: 20}
changes:
  - {at: 3d, set: {policies.meetings.every: 10d, quota.stretch: 20%}}
  - {at: 4d, until: 9d, note: "a note {0} of ours", set: {policies.placebo: yes}}
  - {at: 5d, scope: {team: A}, set: {policies.chat.hours: 1h}}
  - {at: 70d, scope: {tercile: 3, territory: South}, set: {policies.training.every: 11d}}
  - {at: 71d, scope: {newcomers: 40d, role: generalist}, set: {policies.training.every: 11d}}
  - {at: 72d, offer: {policies.training.every: 12d}}
  - {at: 73d, set: {plan: [{salary: 50000, per: year}]}}
events:
  - {downturn: North, at: 6d}
  - {price war: all, at: 7d, severity: 20%}
)");
}

TEST(JournalSentences, EveryPatternHasItsChineseWithTheSamePlaces) {
  const std::vector<std::string_view> patterns = journal_patterns();
  EXPECT_GT(patterns.size(), 90U);
  EXPECT_EQ(std::ranges::adjacent_find(patterns), patterns.end());
  std::set<std::string_view> known;
  for (const Sentence& sentence : kSentences) {
    EXPECT_TRUE(known.insert(sentence.en).second) << sentence.en;
    EXPECT_TRUE(std::ranges::binary_search(patterns, sentence.en))
        << "no sentence: " << sentence.en;
    EXPECT_EQ(places(sentence.en), places(sentence.zh)) << sentence.en;
    std::string words = sentence.zh;
    for (auto at = words.find('{'); at != std::string::npos; at = words.find('{'))
      words.erase(at, 3);
    EXPECT_FALSE(has_letters(words)) << sentence.zh;
  }
  for (const std::string_view pattern : patterns)
    EXPECT_TRUE(known.contains(pattern)) << "no Chinese: " << pattern;
}

// Whatever is not a name or a number is in Chinese, and names and numbers are all there.
TEST(JournalSentences, NothingOfARunIsLeftInEnglish) {
  const Scenario firms[] = {eventful(), test::shipped("base/call-centre.yaml", {}, 20),
                            test::shipped("base/shop-floor.yaml", {}, 20),
                            test::shipped("base/software-vendor.yaml", {}, 40)};
  for (const Scenario& scenario : firms) {
    const Journal journal = journal_of(scenario);
    ASSERT_GT(journal.size(), 500U);
    for (std::size_t place = 0; place < journal.size(); ++place) {
      const JournalEntry entry = journal.entry(place);
      ASSERT_EQ(entry.said.english(), entry.text);
      std::vector<std::string> names;
      const auto name_of = [&](const Phrase& phrase) {
        if (!phrase.pattern.empty()) return std::string(phrase.pattern);
        if (phrase.word.empty()) names.push_back(phrase.text);
        return phrase.text;
      };
      EXPECT_EQ(entry.said.told(name_of), entry.text);
      std::string chinese = told(entry.said, Language::zh);
      // The longest first, as "1" is in "12", too.
      std::ranges::sort(names, std::greater(), &std::string::size);
      for (const std::string& name : names) {
        const auto at = chinese.find(name);
        ASSERT_NE(at, std::string::npos) << name << " in " << chinese;
        chinese.erase(at, name.size());
      }
      EXPECT_FALSE(has_letters(chinese)) << entry.text << "\n" << chinese;
    }
  }
}

TEST(JournalSentences, WholeSentencesAreAsExpected) {
  struct Expected {
    const char *kind, *en, *zh;  // the first of the kind that says so
  };
  constexpr Expected kExpected[] = {
      {"change", "policy change: policies.meetings.every, quota.stretch",
       "政策变更：会议间隔、超出预期的要求"},
      {"change", "policy change: a note {0} of ours", "政策变更：a note {0} of ours"},
      {"change", "policy change for team A: policies.chat.hours",
       "政策变更（团队 A）：答复所需时间"},
      {"change", "policy change for the best third of South: policies.training.every",
       "政策变更（区域 South 的业绩最高三分之一）：培训间隔"},
      {"change", "policy change for newcomers of role generalist: policies.training.every",
       "政策变更（全能销售中的新人）：培训间隔"},
      {"change", "policy change: plan", "政策变更：薪酬方案"},
      {"change_ends", "policy change ends: a note {0} of ours", "政策变更结束：a note {0} of ours"},
      {"event", "downturn: North, severity 30 %", "市场下滑：North，强度 30 %"},
      {"event", "price war, severity 20 %", "价格战，强度 20 %"},
      {"won", "A/generalist/5 wins deal 17.5, worth 14,668 (chance 78 %)",
       "A/generalist/5 赢得商机 17.5，金额 14,668（概率 78 %）"},
      {"lost",
       "A/generalist/4 loses deal 4.1, worth 14,167, at the qualify stage (chance to pass 69 %)",
       "A/generalist/4 在资格确认阶段丢失商机 4.1，金额 14,167（通过的概率 69 %）"},
      {"told",
       "A/generalist/3 keeps back from the others item 1 of news in a meeting (chance 28 %)",
       "A/generalist/3 没有在会议上把第 1 条消息告诉 其他人（告诉的概率 28 %）"},
      {"included",
       "B/generalist/5 is in the change for the best third of South: policies.training.every "
       "(credit at 126 % of the expected)",
       "B/generalist/5 纳入变更（区域 South 的业绩最高三分之一）：培训间隔（业绩为预期的 126 %）"},
      {"answered",
       "A/generalist/3 answers account 15 in North the same day, knowing 72 % of the topic",
       "A/generalist/3 当天答复 North 的客户 15，掌握该领域知识的 72 %"},
      {"quit", "B/generalist/6 quits after 5 months", "B/generalist/6 在职 5 个月后离职"},
  };
  const Journal journal = journal_of(eventful());
  for (const Expected& expected : kExpected) {
    const auto places = journal.about(expected.kind, "");
    const auto place = std::ranges::find(places, expected.en, [&](std::size_t each) {
      return told(journal.entry(each).said, Language::en);
    });
    ASSERT_NE(place, places.end()) << expected.en;
    EXPECT_EQ(told(journal.entry(*place).said, Language::zh), expected.zh);
  }
}

}  // namespace
}  // namespace tandem::viewer
