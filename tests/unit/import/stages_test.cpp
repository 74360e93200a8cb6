// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/stages.h"

#include <gtest/gtest.h>

#include "sim/scenario/import/names.h"
#include "sim/scenario/import/text.h"

namespace tandem::crm {
namespace {

Outcome outcome(std::string_view cell) { return StageBook().read(cell).outcome; }

// The stage words of the usual programs, in the languages people export in.
TEST(Stages, KnowsTheWordsOfThePrograms) {
  for (const char* word : {"Won", "Closed Won", "closedwon", "6 - Closed Won", "Closed-Won (100%)",
                           "Gewonnen", "GAGNÉE", "Ganada", "赢单", "Closed Won - Renewal"})
    EXPECT_EQ(outcome(word), Outcome::won) << word;
  for (const char* word : {"Lost", "Closed Lost", "closedlost", "Verloren", "Perdu",
                           "Closed - No Decision", "Canceled", "输单"})
    EXPECT_EQ(outcome(word), Outcome::lost) << word;
  for (const char* word :
       {"Open", "Prospecting", "Engaging", "appointmentscheduled", "qualifiedtobuy",
        "Proposal/Price Quote", "Id. Decision Makers", "Negotiation/Review", "Angebot"})
    EXPECT_EQ(outcome(word), Outcome::open) << word;
}

// A word that might be either is nobody's guess: it has to be explained.
TEST(Stages, DoesNotGuess) {
  for (const char* word :
       {"Closed", "Not won", "Won or lost", "Stage 4", "unqualified", "Sonstiges"})
    EXPECT_EQ(outcome(word), Outcome::unknown) << word;
  EXPECT_EQ(outcome(""), Outcome::blank);
  EXPECT_EQ(outcome("n/a"), Outcome::blank);
}

// How far an open deal has come sets the stage that it starts in.
TEST(Stages, TellsHowFarAnOpenDealIs) {
  const StageBook book;
  EXPECT_EQ(book.read("Prospecting").stage, 0);
  EXPECT_EQ(book.read("Needs Analysis").stage, 1);
  EXPECT_EQ(book.read("Proposal").stage, 2);
  EXPECT_EQ(book.read("contractsent").stage, 3);
}

// What a person says holds over what the words seem to say.
TEST(Stages, FollowsTheMap) {
  StageBook book;
  EXPECT_TRUE(book.add("won", "Closed|Signed off"));
  EXPECT_TRUE(book.add("propose", "Stage 4"));
  EXPECT_TRUE(book.add("leave out", "Duplicate"));
  EXPECT_FALSE(book.add("rep", "Owner"));
  EXPECT_EQ(book.read("closed").outcome, Outcome::won);
  EXPECT_EQ(book.read("SIGNED-OFF").outcome, Outcome::won);
  EXPECT_EQ(book.read("stage 4").stage, 2);
  EXPECT_EQ(book.read("duplicate").outcome, Outcome::left_out);
}

// Names meet under what is left without spaces and signs, except signs that tell things apart.
TEST(Names, JoinSpellings) {
  EXPECT_EQ(name_key("GTX Pro"), name_key("GTXPro"));
  EXPECT_EQ(name_key("O'Neil-Smith, J."), name_key("oneil smith j"));
  EXPECT_NE(name_key("C++"), name_key("C#"));
  EXPECT_NE(name_key("Plan A"), name_key("Plan B"));
  NameTable names;
  EXPECT_EQ(names.add("GTXPro", "deals.csv", 2, false), 0);
  EXPECT_EQ(names.add("GTXPro", "deals.csv", 3, false), 0);
  EXPECT_EQ(names.name(0), "GTXPro");
  EXPECT_EQ(names.add("GTX Pro", "products.csv", 2, true), 0);
  EXPECT_EQ(names.name(0), "GTX Pro");  // the list of products knows best
  EXPECT_EQ(names.add(" ", "deals.csv", 4, false), -1);
}

// Many rows with the same trouble make four lines, not a thousand.
TEST(Warnings, AreGrouped) {
  Warnings warnings;
  for (int row = 2; row < 1002; ++row) warnings.add("a.csv", row, "blank accounts", "no account");
  ASSERT_EQ(warnings.lines().size(), 4u);
  EXPECT_EQ(warnings.lines()[0], "a.csv row 2: no account");
  EXPECT_EQ(warnings.lines()[3], "a.csv: 997 more rows with blank accounts, 1,000 in all");
}

}  // namespace
}  // namespace tandem::crm
