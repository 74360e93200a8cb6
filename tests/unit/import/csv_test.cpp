// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/csv.h"

#include <gtest/gtest.h>

#include "tests/unit/import/exports.h"

namespace tandem::crm {
namespace {

std::vector<std::string> row(const Table& table, std::size_t i) {
  std::vector<std::string> cells;
  for (std::size_t c = 0; c < table.columns(); ++c) cells.emplace_back(table.cell(i, c));
  return cells;
}

using Cells = std::vector<std::string>;

Fault fault_of(const std::string& text) {
  const Result<Table> table = parse_csv(text, "x.csv");
  if (!table.ok()) return table.faults().front();
  ADD_FAILURE() << "no fault";
  return {};
}

// RFC 4180: a quoted cell may hold the separator, doubled quotes and line ends.
TEST(Csv, ReadsQuotedCells) {
  const Table t = table_of("a,b\r\n\"x, y\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",z\r\n");
  ASSERT_EQ(t.rows(), 2u);
  EXPECT_EQ(row(t, 0), (Cells{"x, y", "say \"hi\""}));
  EXPECT_EQ(row(t, 1), (Cells{"two\nlines", "z"}));
}

// A spreadsheet counts the header as row 1 and a cell of two lines as one row: people look rows up
// there.
TEST(Csv, NumbersRowsAsASpreadsheetDoes) {
  const Table t = table_of("a,b\n\"1\n1\",2\n\n3,4\n");
  ASSERT_EQ(t.rows(), 2u);
  EXPECT_EQ(t.number(0), 2);
  EXPECT_EQ(t.number(1), 4);
}

// Line ends of every system, a byte order mark and a missing last line end change nothing.
TEST(Csv, TakesAnyLineEndAndAByteOrderMark) {
  for (const char* text : {"a,b\n1,2\n3,4", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r",
                           "\xEF\xBB\xBF"
                           "a,b\n1,2\n3,4\n"}) {
    const Table t = table_of(text);
    EXPECT_EQ(t.header(), (Cells{"a", "b"}));
    ASSERT_EQ(t.rows(), 2u);
    EXPECT_EQ(row(t, 1), (Cells{"3", "4"}));
  }
}

// The separator is the one that cuts rows evenly, not the one that occurs most.
TEST(Csv, FindsTheSeparator) {
  EXPECT_EQ(table_of("a;b\n1,5;2,5\n3,5;4,5\n").separator(), ';');
  EXPECT_EQ(table_of("a\tb, c\n1\t2, 3\n").separator(), '\t');
  EXPECT_EQ(table_of("a|b\n1|2\n").separator(), '|');
  EXPECT_EQ(table_of("sep=;\na;b\n1;2\n").header(), (Cells{"a", "b"}));
  EXPECT_EQ(table_of("only\none\n").columns(), 1u);
}

// A row of another width is not dropped in silence: it is told with its number of cells.
TEST(Csv, TellsRaggedRows) {
  const Table t = table_of("a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n1,2,3\n,,\n");
  ASSERT_EQ(t.rows(), 4u);  // separators alone are no row
  ASSERT_EQ(t.ragged().size(), 2u);
  EXPECT_EQ(t.ragged()[0].row, 0u);
  EXPECT_EQ(t.ragged()[0].cells, 2u);
  EXPECT_EQ(t.ragged()[1].cells, 4u);
  EXPECT_EQ(row(t, 0), (Cells{"1", "2", ""}));
}

// Read on, an unclosed quote would swallow every row behind it.
TEST(Csv, RefusesAQuoteThatIsNeverClosed) {
  const Fault f = fault_of("a,b\n1,2\n\"3,4\n5,6\n");
  EXPECT_EQ(f.line, 3);
  EXPECT_NE(f.message.find("never closed"), std::string::npos);
  EXPECT_EQ(fault_of("a,b\n\"1\"x,2\n").line, 2);
}

// Windows-1252 is what old spreadsheets write; what is neither that nor UTF-8 would come out
// garbled.
TEST(Csv, JudgesTheEncoding) {
  const Table t = table_of("Kunde,Wert\nM\xFCller \x80,1\n");
  EXPECT_TRUE(t.western());
  EXPECT_EQ(t.cell(0, 0), "Müller €");
  EXPECT_FALSE(table_of("Kunde\nMüller\n").western());
  EXPECT_NE(fault_of(std::string("\xFF\xFE"
                                 "a\0,\0",
                                 6))
                .message.find("UTF-16"),
            std::string::npos);
  EXPECT_NE(fault_of(std::string("PK\x03\x04\0\0\0\x08", 8)).message.find("not text"),
            std::string::npos);
  EXPECT_NE(
      fault_of("\xBF\xCD\xBB\xA7,\xBD\xF0\xB6\xEE\n\xC1\xF7\x81\x40,1\n").message.find("neither"),
      std::string::npos);
}

// Hostile files are answered before they cost time or memory.
TEST(Csv, AnswersHostileFilesAtOnce) {
  EXPECT_NE(fault_of(std::string(1'000'000, ',')).message.find("2,000 columns"), std::string::npos);
  EXPECT_EQ(table_of("a,b\n" + std::string(1'000'000, ',') + "\n1,2\n").rows(), 1u);
  EXPECT_EQ(table_of("a,b\n1" + std::string(1'000'000, ',') + "2\n").ragged()[0].cells, 1'000'001u);
  EXPECT_NE(fault_of("a,b\n" + std::string(3'000'000, '"') + "\"1").message.size(), 0u);
  EXPECT_NE(fault_of("").message.find("empty"), std::string::npos);
  EXPECT_NE(fault_of("\n\n \n").message.find("empty"), std::string::npos);
  std::string noise;
  for (unsigned i = 0; i < 100'000; ++i) noise += static_cast<char>((i * 2654435761u) >> 13);
  EXPECT_NE(fault_of(noise).message.find("not text"), std::string::npos);
}

// Missing files and folders in the place of files are faults, not exceptions.
TEST(Csv, RefusesWhatIsNoFile) {
  EXPECT_FALSE(read_csv("/nowhere/at/all.csv").ok());
  EXPECT_FALSE(read_csv(export_folder("iso")).ok());
  EXPECT_FALSE(read_csv(export_folder("broken") / "deals.csv").ok());
}

}  // namespace
}  // namespace tandem::crm
