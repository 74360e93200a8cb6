// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/mapping.h"

#include <gtest/gtest.h>

#include "sim/scenario/import/text.h"
#include "tests/unit/import/exports.h"

namespace tandem::crm {
namespace {

std::string column(const Source& source, FieldId id) {
  return source.has(id) ? source.table->header()[static_cast<std::size_t>(source.column(id))] : "";
}

std::string told(const Faults& faults) {
  std::string text;
  for (const Fault& f : faults) text += f.field + ": " + f.message + "; " + f.expected + "\n";
  return text;
}

const std::string kFour =
    "Owner,Stage,Close Date,Amount\nKim,Won,2022-05-01,100\nLea,Lost,2022-05-20,50\n";

// Four columns are enough: who, what became of it, when, how much.
TEST(Mapping, NeedsFourColumns) {
  const Loaded l = map_text(kFour);
  ASSERT_TRUE(l.faults.empty()) << told(l.faults);
  const Source& s = l.source(Kind::opportunities);
  EXPECT_EQ(column(s, FieldId::rep), "Owner");
  EXPECT_EQ(column(s, FieldId::stage), "Stage");
  EXPECT_EQ(column(s, FieldId::closed), "Close Date");
  EXPECT_EQ(column(s, FieldId::value), "Amount");
  EXPECT_FALSE(s.has(FieldId::created));
}

// Headers of the programs people export from, with their usual companions that must not confuse.
TEST(Mapping, KnowsTheHeadersOfThePrograms) {
  const std::vector<std::string> headers{
      "Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Expected Revenue,"
      "Probability (%),Age,Close Date,Created Date,Next Step,Lead Source,Type",
      "Record ID,Deal Name,Deal Stage,Pipeline,Close Date,Create Date,Deal owner,Amount,Associated "
      "Company",
      "hs_object_id,dealname,dealstage,closedate,createdate,hubspot_owner_id,amount",
      "Topic,Potential Customer,Owner,Status,Actual Close Date,Est. Close Date,Actual Revenue,Est. "
      "Revenue,"
      "Created On",
      "Deal - ID,Deal - Title,Deal - Owner,Deal - Organization,Deal - Status,Deal - Value,"
      "Deal - Currency of Value,Deal - Deal created,Deal - Deal closed on,Deal - Won time,Deal - "
      "Stage",
      "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value"};
  for (const std::string& header : headers) {
    const Table head = table_of(header + "\n");
    std::string text = header + "\n";
    const auto value = [](const std::string& h, int row) -> std::string {
      const std::string key = header_key(h);
      if (key.find("date") != std::string::npos || key.find("time") != std::string::npos ||
          key.find("created") != std::string::npos || key.find("closedon") != std::string::npos)
        return row == 0 ? "2022-05-01" : "2022-06-17";
      if (key == "dealstage2" || key.find("status") != std::string::npos || key == "stage" ||
          key == "dealstage")
        return header_key(h) == "dealstage" && h.find(" - ") != std::string::npos ? "Proposal made"
               : row == 0                                                         ? "Won"
                                                                                  : "Lost";
      if (key.find("amount") != std::string::npos || key.find("revenue") != std::string::npos ||
          key.find("value") != std::string::npos)
        return key.find("currency") != std::string::npos ? "EUR" : row == 0 ? "100" : "250.5";
      if (key.find("probability") != std::string::npos || key == "age")
        return row == 0 ? "10" : "20";
      return row == 0 ? "Some text" : "Other text";
    };
    for (int row = 0; row < 2; ++row)
      for (std::size_t c = 0; c < head.columns(); ++c)
        text += (c > 0 ? "," : "") + value(head.header()[c], row) +
                (c + 1 == head.columns() ? "\n" : "");
    const Loaded l = map_text(text);
    ASSERT_TRUE(l.faults.empty()) << header << "\n" << told(l.faults);
    const Source& s = l.source(Kind::opportunities);
    for (const FieldId id :
         {FieldId::rep, FieldId::stage, FieldId::closed, FieldId::value, FieldId::created})
      EXPECT_TRUE(s.has(id)) << header << " " << static_cast<int>(id);
    EXPECT_EQ(column(s, FieldId::value).find("Est"), std::string::npos);
    EXPECT_EQ(column(s, FieldId::value).find("Expected"), std::string::npos);
    EXPECT_EQ(column(s, FieldId::closed).find("Est"), std::string::npos);
  }
}

// Two columns that both may be a needed field are a question that a person answers, in words to
// type.
TEST(Mapping, RefusesTwoColumnsForAField) {
  const std::string text =
      "Owner,Sales Rep,Stage,Close "
      "Date,Amount\nKim,Lea,Won,2022-05-01,100\nLea,Kim,Lost,2022-05-20,50\n";
  const Loaded l = map_text(text);
  EXPECT_NE(told(l.faults).find(
                "rep: 2 columns may be rep: \"Owner\", \"Sales Rep\"; --map \"rep=Owner\" or "
                "--map \"rep=Sales Rep\""),
            std::string::npos)
      << told(l.faults);
  const Loaded chosen = map_text(text, {"rep=Sales Rep"});
  ASSERT_TRUE(chosen.faults.empty());
  EXPECT_EQ(column(chosen.source(Kind::opportunities), FieldId::rep), "Sales Rep");
}

// All that is missing is told at once, with the columns there are.
TEST(Mapping, NamesEveryMissingField) {
  const Loaded l = map_text("Foo,Bar,Baz\nx,y,z\nu,v,w\n");
  const std::string text = told(l.faults);
  for (const char* field : {"rep", "stage", "close date", "value"})
    EXPECT_NE(text.find(std::string(field) + ": no column is known"), std::string::npos) << text;
  EXPECT_NE(text.find("\"Foo\", \"Bar\", \"Baz\""), std::string::npos);
}

// Where the cells leave one way only, an unknown header is no obstacle: it is told.
TEST(Mapping, TakesByContentWhatFitsOneWayOnly) {
  const Loaded l = map_text("Owner,X1,X2,X3\nKim,Won,2022-05-01,100.50\nLea,Lost,2022-05-20,50\n");
  ASSERT_TRUE(l.faults.empty()) << told(l.faults);
  const Source& s = l.source(Kind::opportunities);
  EXPECT_EQ(column(s, FieldId::stage), "X1");
  EXPECT_EQ(column(s, FieldId::closed), "X2");
  EXPECT_EQ(column(s, FieldId::value), "X3");
  EXPECT_EQ(s.notes.size(), 3u);
}

// m/d or d/m cannot be told apart when both fit every row; the fault holds the two answers to type.
TEST(Mapping, RefusesAmbiguousDates) {
  const Loaded l = map_export("ambiguous");
  EXPECT_NE(told(l.faults).find("--map \"close date=Close Date:m/d/Y\""), std::string::npos)
      << told(l.faults);
  EXPECT_NE(told(l.faults).find("--map \"close date=Close Date:d/m/Y\""), std::string::npos);
  for (const char* option :
       {"close date=Close Date:m/d/Y", "close date=deals.csv:Close Date:m/d/Y", "dates=m/d/Y"}) {
    const Loaded told_so = map_export("ambiguous", {option});
    ASSERT_TRUE(told_so.faults.empty()) << told(told_so.faults);
    const Source& s = told_so.source(Kind::opportunities);
    EXPECT_EQ(s.dates[static_cast<std::size_t>(FieldId::closed)].name(), "m/d/Y");
  }
}

// A --map that says nothing sensible is a fault with the nearest right word.
TEST(Mapping, RefusesWrongOptions) {
  const auto one = [](const std::string& option) { return told(map_text(kFour, {option}).faults); };
  EXPECT_NE(one("rep").find("no FIELD=COLUMN"), std::string::npos);
  EXPECT_NE(one("valeu=Amount").find("no such field"), std::string::npos);
  EXPECT_EQ(map_text(kFour, {"valeu=Amount"}).faults[0].nearest, "value");
  EXPECT_NE(one("value=Amont").find("no file has a column Amont"), std::string::npos);
  EXPECT_EQ(map_text(kFour, {"value=Amont"}).faults[0].nearest, "Amount");
  EXPECT_NE(one("dates=yesterday").find("no date format"), std::string::npos);
  EXPECT_NE(one("value=none").find("value is needed"), std::string::npos);
  EXPECT_NE(one("value=Stage").find("does not hold amounts"), std::string::npos);
  EXPECT_NE(one("list price=Amount").find("no such field"), std::string::npos)
      << one("list price=Amount");
  EXPECT_NE(told(map_text(kFour, {"rep=Owner", "rep=Stage"}).faults).find("a later --map"),
            std::string::npos);
}

// Amounts in two currencies cannot be added up.
TEST(Mapping, RefusesMixedCurrencies) {
  const Loaded l =
      map_text("Owner,Stage,Close Date,Amount\nKim,Won,2022-05-01,$100\nLea,Lost,2022-05-20,€50\n");
  EXPECT_NE(told(l.faults).find("mixes currencies: $ (1 row), € (1 row)"), std::string::npos)
      << told(l.faults);
}

// A folder holds other files as well; each is known by its headers, and one about nothing is left
// alone.
TEST(Mapping, KnowsFilesByTheirHeaders) {
  const Loaded l = map_export("iso");
  ASSERT_TRUE(l.faults.empty()) << told(l.faults);
  EXPECT_EQ(l.source(Kind::opportunities).table->file(), "opportunities.csv");
  EXPECT_EQ(l.source(Kind::accounts).table->file(), "accounts.csv");
  EXPECT_EQ(l.source(Kind::products).table->file(), "products.csv");
  EXPECT_EQ(l.source(Kind::people).table->file(), "users.csv");
  const std::vector<std::string> lines = mapping_lines(l.sources);
  EXPECT_TRUE(any_line_has(lines, "data_dictionary.csv: not used"));
  EXPECT_TRUE(any_line_has(
      lines, "  created        = Created Date (dates Y-m-d) 2023-06-22 | 2022-12-21 | "));
  EXPECT_TRUE(any_line_has(
      lines, "  value          = Amount                     4146.07 = 4,146.07 | 925.78"));
}

// Decimal commas, dotted dates, semicolons, umlauts: the same fields as anywhere else.
TEST(Mapping, ReadsAGermanExport) {
  const Loaded l = map_export("german");
  ASSERT_TRUE(l.faults.empty()) << told(l.faults);
  const Source& s = l.source(Kind::opportunities);
  EXPECT_EQ(column(s, FieldId::rep), "Vertriebsmitarbeiter");
  EXPECT_EQ(s.dates[static_cast<std::size_t>(FieldId::closed)].name(), "d.m.Y");
  EXPECT_EQ(s.numbers[static_cast<std::size_t>(FieldId::value)].decimal, ',');
  EXPECT_TRUE(any_line_has(mapping_lines(l.sources),
                           "verkauf.csv: opportunities, 160 rows, semicolon separated, "
                           "read as Windows-1252"));
}

}  // namespace
}  // namespace tandem::crm
