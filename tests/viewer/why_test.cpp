// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/viewer/screen.h"
#include "viewer/panels/compare_parts.h"
#include "viewer/panels/why_parts.h"

// The panels "why" and "compare" without a window.
namespace tandem::viewer {
namespace {

const std::string kQuickstart = shipped_file("quickstart.yaml");
const std::string kAccelerator = shipped_file("plans/quickstart-accelerator.yaml");

Options beside() {
  Options options;
  options.variants = {kAccelerator};
  return options;
}

const Journal& journal_of(TestViewer& viewer) { return *viewer->ui().history()->journal; }

TEST(Why, SelectionsOfEveryKindOnManyDaysAreDrawn) {
  TestViewer viewer(kQuickstart);
  ASSERT_EQ(viewer.play("open why\nwait\n"), "");
  const Journal& journal = journal_of(viewer);
  std::map<std::string_view, std::string> one_of_a_kind;
  for (std::size_t place = 0; place < journal.size(); ++place)
    one_of_a_kind.emplace(journal.kind(place).id, "");
  for (auto& [kind, id] : one_of_a_kind) id = journal.entry(journal.about(kind, "")[0]).id;
  EXPECT_GT(one_of_a_kind.size(), 15U);
  for (const int day : {0, 1, 60, 130, 251, 252}) {
    std::string lines = "goto day " + std::to_string(day) + "\n";
    for (const char* what : {"rep 1", "rep 12", "deal 6.18", "deal 1.999", "account 1",
                             "account 99999", "event quit:7:122", "event nothing:1:1", "none"})
      lines += std::string("select ") + what + "\n";
    for (const auto& [kind, id] : one_of_a_kind) lines += "select event " + id + "\n";
    EXPECT_EQ(viewer.play(lines), "") << "day " << day;
  }
}

TEST(Why, LinesBreakWhereALanguageBreaksThem) {
  TestViewer viewer(kQuickstart);
  ASSERT_EQ(viewer.play("wait\n"), "");
  EXPECT_EQ(in_lines("two words", 1000), "two words");
  EXPECT_EQ(in_lines("worth 21,092\nin all", 1), "worth\n21,092\nin\nall");
  EXPECT_EQ(in_lines("", 10), "");
  EXPECT_EQ(in_lines("  ", 10), "  ");
  // A mark that closes stays with what is before it, one that opens with what follows.
  EXPECT_EQ(in_lines("赢得商机，金额（概率 9 %）", 1),
            "赢\n得\n商\n机，\n金\n额\n（概\n率\n9\n%）");
}

TEST(Why, TheWayBackThroughWhatWasSelected) {
  TestViewer viewer(kQuickstart);
  ASSERT_EQ(viewer.play("select rep 3\nselect account 6\nselect back\n"), "");
  EXPECT_EQ(viewer->ui().selection.kind, Selection::rep);
  ASSERT_EQ(viewer.play("select back\nselect forward\nselect forward\n"), "");
  EXPECT_EQ(viewer->ui().selection.kind, Selection::account);
  EXPECT_NE(viewer.play("select forward\n"), "");
  ASSERT_EQ(viewer.play("key Alt+Left\n"), "");
  EXPECT_EQ(viewer->ui().selection.kind, Selection::rep);
}

TEST(Why, NothingOfTheFutureIsShown) {
  TestViewer viewer(kQuickstart);
  ASSERT_EQ(viewer.play("goto day 100\nselect rep 7\nwait\n"), "");
  Ui ui = viewer->ui();
  Why why;
  dig(ui, why);
  ASSERT_NE(why.journal, nullptr);
  const auto past = why.shown(ui, why.places);
  ASSERT_FALSE(past.empty());
  ASSERT_LT(past.size(), why.places.size());
  for (const std::size_t place : past) EXPECT_LT(why.journal->day(place), 100);
  EXPECT_GE(why.journal->day(why.places[past.size()]), 100);
  why.to_come = true;
  EXPECT_EQ(why.shown(ui, why.places).size(), why.places.size());
}

TEST(Why, TheJournalIsInTheOrderOfDays) {
  TestViewer viewer(kQuickstart);
  ASSERT_EQ(viewer.play("wait\n"), "");
  const Journal& journal = journal_of(viewer);
  for (std::size_t place = 1; place < journal.size(); ++place)
    ASSERT_LE(noted_on(journal, place - 1), noted_on(journal, place)) << place;
}

TEST(Why, TermsAddUpToWhatIsPrinted) {
  TestViewer viewer(kQuickstart);
  ASSERT_EQ(viewer.play("wait\n"), "");
  const Journal& journal = journal_of(viewer);
  std::optional<double> usual;  // rate a day of leaving with all terms at 0
  int logits = 0, rates = 0, levels = 0;
  for (std::size_t place = 0; place < journal.size(); ++place) {
    const JournalEntry entry = journal.entry(place);
    const double sum = terms_together(entry);
    if (entry.terms.empty()) continue;
    if (sum_of(entry.kind) == TermSum::logit && entry.chance) {
      EXPECT_NEAR(1 / (1 + std::exp(-sum)), *entry.chance, 1e-9) << entry.id;
      ++logits;
    }
    if (sum_of(entry.kind) == TermSum::log_rate) {
      if (!usual) usual = entry.value / std::exp(sum);
      EXPECT_NEAR(entry.value / std::exp(sum), *usual, 1e-9 * *usual) << entry.id;
      ++rates;
    }
    if (sum_of(entry.kind) == TermSum::level) {
      EXPECT_GT(sum, -0.2) << entry.id;
      EXPECT_LT(sum, 1.2) << entry.id;
      ++levels;
    }
  }
  EXPECT_GT(logits, 100);
  EXPECT_GT(rates, 100);
  EXPECT_GT(levels, 100);
}

TEST(Why, WithoutAnEventIsAnotherRunBesideTheFirst) {
  TestViewer viewer(kQuickstart);
  ASSERT_EQ(viewer.play("goto day 130\nopen why\nselect event quit:7:122\nwait\n"
                        "without quit:7:122\nwait\n"),
            "");
  const Session& session = viewer->session();
  ASSERT_EQ(session.runs().size(), 2U);
  EXPECT_EQ(session.runs()[1].from, 122);
  EXPECT_TRUE(viewer->ui().comparing);
  EXPECT_FALSE(journal_of(viewer).find("quit:7:122"));
  // It is still told, from the run in which it happens.
  Why why;
  dig(viewer->ui(), why);
  ASSERT_EQ(why.places.size(), 1U);
  EXPECT_EQ(why.journal_run, session.runs()[0].id);
  // Of a branch it makes another one.
  const Journal& journal = journal_of(viewer);
  const std::string next = journal.entry(journal.about("quit", "").back()).id;
  ASSERT_EQ(viewer.play("without " + next + "\nwait\n"), "");
  EXPECT_EQ(session.runs().size(), 3U);
}

TEST(Why, WhatFollowedNamesItAsACause) {
  TestViewer viewer(kQuickstart);
  ASSERT_EQ(viewer.play("wait\n"), "");
  const Journal& journal = journal_of(viewer);
  const std::size_t quit = *journal.find("quit:7:122");
  const auto followed = journal.followed(quit);
  ASSERT_FALSE(followed.empty());
  for (const std::size_t place : followed)
    EXPECT_THAT(journal.entry(place).causes, testing::Contains(quit));
}

TEST(Compare, TheEarliestDifferenceIsWhatDivergeFinds) {
  TestViewer viewer(kQuickstart, {1280, 720}, beside());
  ASSERT_EQ(viewer.play("open compare first\nwait\n"), "");
  const Known& known = *viewer->ui().known;
  const auto& shown = viewer->session().shown();
  const Parting* parting = known.parting(shown[0], shown[1]);
  ASSERT_NE(parting, nullptr);
  const Divergence again = diverge(*known.of(shown[0])->journal, *known.of(shown[1])->journal);
  ASSERT_TRUE(again.decision && again.event);
  EXPECT_EQ(parting->how.decision->day, again.decision->day);
  EXPECT_EQ(parting->how.decision->in_first, again.decision->in_first);
  EXPECT_EQ(parting->how.event->in_second, again.event->in_second);
  ASSERT_EQ(viewer.play("swap\n"), "");
  EXPECT_EQ(viewer->ui().known->parting(shown[0], shown[1]), nullptr);
  ASSERT_EQ(viewer.play("wait\n"), "");
  EXPECT_NE(viewer->ui().known->parting(shown[0], shown[1]), nullptr);
}

TEST(Compare, ABranchWithoutAChangeIsTheSame) {
  TestViewer viewer(kQuickstart);
  ASSERT_EQ(viewer.play("goto day 50\nbranch\nopen compare\nwait\nopen compare first\n"), "");
  const auto& shown = viewer->session().shown();
  EXPECT_TRUE(viewer->ui().known->parting(shown[0], shown[1])->how.identical());
}

TEST(Compare, EveryPartIsDrawnAtEverySizeInBothLanguages) {
  for (const char* scale : {"75", "100", "300"}) {
    TestViewer viewer(kQuickstart, {1280, 720}, beside());
    std::string lines = std::string("scale ") + scale + "\nwait\nreplicate 10\nwait\n";
    for (const char* language : {"zh", "en"})
      for (const char* part : {"", "table", "first", "people", "policies"})
        lines += std::string("language ") + language + "\nopen compare " + part + "\n";
    EXPECT_EQ(viewer.play(lines), "") << scale;
  }
  TestViewer alone(kQuickstart);
  EXPECT_EQ(alone.play("open compare\n"), "");
}

TEST(Compare, ASentenceTellsBothMeansDifferenceAndInterval) {
  TestViewer viewer(kQuickstart, {1280, 720}, beside());
  ASSERT_EQ(viewer.play("replicate 20\nwait\n"), "");
  const Ui& ui = viewer->ui();
  const auto& shown = ui.session->shown();
  Pair pair{.a = ui.session->find(shown[0]),
            .b = ui.session->find(shown[1]),
            .paired = &ui.known->replications->comparisons[0]};
  const auto rows = metric_rows(pair);
  const auto money = std::ranges::find(rows, static_cast<std::size_t>(*find_metric("revenue")),
                                       &MetricRow::metric);
  ASSERT_NE(money, rows.end());
  EXPECT_EQ(money->pairs, 20);
  EXPECT_LE(money->low, money->difference);
  EXPECT_GE(money->high, money->difference);
  EXPECT_NEAR(money->difference, money->b - money->a, 1e-6 * money->a);
  const std::string says = sentence_of(ui, pair, *money);
  EXPECT_THAT(says, testing::HasSubstr(number(money->a)));
  EXPECT_THAT(says, testing::HasSubstr(signed_number(money->low)));
  EXPECT_THAT(says, testing::HasSubstr("20 paired runs"));
  for (const MetricRow& row : rows)
    if (row.low < 0 && row.high > 0) {
      EXPECT_EQ(verdict_of(ui, row).says, "cannot tell yet") << metrics()[row.metric].id;
    }
  // Who gains is told in falling order, and every seat once.
  const auto people = person_rows(pair);
  EXPECT_EQ(people.size(), 12U);
  for (std::size_t i = 1; i < people.size(); ++i)
    EXPECT_GE(people[i - 1].difference, people[i].difference);
}

}  // namespace
}  // namespace tandem::viewer
