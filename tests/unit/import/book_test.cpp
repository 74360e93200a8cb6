// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/book.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/scenario/import/aliases.h"
#include "tests/unit/import/exports.h"

namespace tandem::crm {
namespace {

std::vector<std::string> revealed(std::vector<std::string> lines) {
  for (std::string& line : lines) line = Aliases().reveal(line);
  return lines;
}

// Every quirk of the export is told with its row, and nothing else is.
TEST(Book, WarnsRowByRow) {
  const Book book = book_of(map_export("quirks"));
  EXPECT_THAT(
      revealed(book.warnings.lines()),
      testing::UnorderedElementsAre(
          "pipeline.csv row 124: 6 cells where the header has 8; the rest is taken as blank",
          "pipeline.csv row 7: won without a value; counts as won only",
          "pipeline.csv row 8: closed 2021-06-30, before it was created 2021-09-26; counts in no "
          "cycle",
          "pipeline.csv row 10: no account; counts for no customer",
          "pipeline.csv row 20: no account; counts for no customer",
          "pipeline.csv row 30: no account; counts for no customer",
          "pipeline.csv: 2 more rows with blank accounts, 5 in all",
          "pipeline.csv row 13: left out: won with a negative value",
          "pipeline.csv row 20: created \"2/30/2021\" is no date of the form m/d/Y",
          "pipeline.csv row 25: decided without a close date; counts in no cycle",
          "pipeline.csv row 122: left out: the opportunity id came before",
          "pipeline.csv row 123: no created date; counts in no cycle",
          "pipeline.csv row 126: left out: more cells than the header has",
          "pipeline.csv row 127: left out: no stage",
          "pipeline.csv row 12: product \"VoltMini\" is read as \"Volt Mini\" (9 rows)",
          "pipeline.csv row 3: product \"VoltPro\" is read as \"Volt Pro\" (5 rows)",
          "pipeline.csv row 15: rep Wes Stranger is in no file of people; the seat gets no manager "
          "or office "
          "from one (1 row)"));
}

// What was read, used and left out adds up to the file, row by row, cent by cent, date by date.
TEST(Book, ReconcilesWithTheFile) {
  const Loaded quirks = map_export("quirks");
  EXPECT_EQ(reconciliation_lines(book_of(quirks), quirks.sources),
            (std::vector<std::string>{
                "rows: 126 in pipeline.csv = 122 used + 4 left out",
                "  left out: 1 row, won with a negative value",
                "  left out: 1 row, the opportunity id came before",
                "  left out: 1 row, more cells than the header has", "  left out: 1 row, no stage",
                "outcomes: 70 won + 49 lost + 3 open = 122 used",
                "won value: 66,523.00 in the file = 63,635.00 used + 2,888.00 left out",
                "values: 122 amounts in the file = 122 read + 0 unreadable; 4 cells blank",
                "created: 125 dates in the file = 124 read + 1 unreadable; 1 cell blank; "
                "2021-02-02 .. 2021-09-26",
                "close date: 122 dates in the file = 122 read + 0 unreadable; 4 cells blank; "
                "2021-02-14 .. "
                "2021-12-14",
                "reps: 5 in the opportunities, 4 in agents.csv, 4 in both",
                "accounts: 5 in the opportunities",
                "products: 2 in the opportunities, 2 in products.csv, 2 in both",
                "managers: 2, offices: 2"}));
  const Loaded iso = map_export("iso");
  const auto lines = reconciliation_lines(book_of(iso), iso.sources);
  EXPECT_TRUE(any_line_has(lines, "outcomes: 169 won + 196 lost + 33 open = 398 used"));
  EXPECT_TRUE(
      any_line_has(lines, "won value: 589,074.49 in the file = 589,074.49 used + 0.00 left out"));
  const Loaded german = map_export("german");
  const auto wert = reconciliation_lines(book_of(german), german.sources);
  EXPECT_TRUE(
      any_line_has(wert, "won value: 289,956.54 in the file = 289,956.54 used + 0.00 left out"));
  EXPECT_TRUE(any_line_has(
      wert, "close date: 146 dates in the file = 146 read + 0 unreadable; 14 cells blank"));
}

// Stage words that nobody explained stop the import, all at once, with counts and the text to type.
TEST(Book, RefusesUnknownStages) {
  const std::string text =
      "Owner,Stage,Close "
      "Date,Amount\nKim,Won,2022-05-01,1\nKim,Foo,2022-05-20,1\nKim,Foo,2022-05-20,1\n"
      "Kim,Bar,2022-05-20,1\n";
  const Loaded l = map_text(text);
  const Result<Book> book = read_book(l.sources, l.options.stages);
  ASSERT_FALSE(book.ok());
  EXPECT_NE(book.faults()[0].message.find("\"Foo\" (2 rows), \"Bar\" (1 row)"), std::string::npos);
  EXPECT_NE(book.faults()[0].expected.find("--map \"won=Foo|...\""), std::string::npos);
  const Loaded told = map_text(text, {"lost=Foo", "leave out=Bar"});
  const Book read = book_of(told);
  EXPECT_EQ(read.deals.size(), 3u);
  ASSERT_EQ(read.left_out.size(), 1u);
  EXPECT_EQ(read.left_out[0].reason, "stage left out by --map");
}

// An open deal's close date is a forecast: it closes nothing.
TEST(Book, TakesForecastsForWhatTheyAre) {
  const Book book = book_of(map_export("iso"));
  for (const Deal& deal : book.deals)
    EXPECT_EQ(deal.closed == kNoDay, deal.outcome == Outcome::open);
}

// A second column of stages tells how far open deals are, where the first says only that they are
// open.
TEST(Book, ReadsStatusAndStageTogether) {
  const Loaded l = map_text(
      "Owner,Status,Stage,Close Date,Amount\nKim,Won,Proposal "
      "made,2022-05-01,1\nKim,Lost,Qualified,2022-05-20,1\n"
      "Kim,Open,Negotiations started,,1\n");
  ASSERT_TRUE(l.faults.empty());
  const Book book = book_of(l);
  EXPECT_EQ(book.deals[2].outcome, Outcome::open);
  EXPECT_EQ(book.deals[2].stage, 3);
}

}  // namespace
}  // namespace tandem::crm
