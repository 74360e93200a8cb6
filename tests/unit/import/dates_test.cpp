// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/dates.h"

#include <gtest/gtest.h>

namespace tandem::crm {
namespace {

std::string read(std::string_view cell, std::string_view format) {
  const auto named = DateFormat::named(format);
  if (!named) return "no format";
  const auto day = read_date(cell, *named);
  return day ? day_text(*day) : "none";
}

// Every form that CRM programs export, with and without a time of day, is the same day.
TEST(Dates, ReadsTheFormsOfExports) {
  const std::vector<std::pair<const char*, const char*>> forms{
      {"2017-03-01", "Y-m-d"},       {"2017-03-01T23:59:59.000Z", "Y-m-d"},
      {"2017-03-01 10:22", "Y-m-d"}, {"2017/3/1", "Y/m/d"},
      {"3/1/2017", "m/d/Y"},         {"03/01/2017 11:05 PM", "m/d/Y"},
      {"1/3/2017", "d/m/Y"},         {"01.03.2017", "d.m.Y"},
      {"01.03.17", "d.m.y"},         {"3/1/17", "m/d/y"},
      {"1 Mar 2017", "d Mon Y"},     {"01-Mar-2017", "d Mon Y"},
      {"March 1, 2017", "Mon d Y"},  {"Wed, Mar 1, 2017 2:00 PM", "Mon d Y"},
      {"1. März 2017", "d Mon Y"},   {"1 février 2017", "d Mon Y"},
      {"20170301", "Ymd"},           {"42795", "serial"},
      {"1488326400000", "ms"},       {"3-1-2017", "m-d-Y"}};
  for (const auto& [cell, format] : forms) {
    const bool february = std::string(cell).find("février") != std::string::npos;
    EXPECT_EQ(read(cell, format), february ? "2017-02-01" : "2017-03-01") << cell;
  }
}

// A day that no calendar has, or text around a date, is no date.
TEST(Dates, RefusesWhatIsNoDay) {
  for (const char* cell :
       {"2/30/2017", "2017-13-01", "13/13/2017", "0/1/2017", "tomorrow", "12", "", "1/2",
        "2017-03-01 or later", "$3/1/2017", "3/1/20170", "1234567", "2017-03-01T"})
    EXPECT_TRUE(readings_of(cell).empty() || std::string_view(cell) == "2017-03-01T") << cell;
  EXPECT_EQ(read("2/29/2016", "m/d/Y"), "2016-02-29");
  EXPECT_EQ(read("2/29/2017", "m/d/Y"), "none");
}

// Names of formats read back: what a fault tells to type must be understood.
TEST(Dates, UnderstandsEveryNameItWrites) {
  for (const char* cell : {"2017-03-01", "3/1/2017", "01.03.2017", "1 Mar 2017", "20170301",
                           "42795", "3-1-17", "2017/03/01", "1488326400000"})
    for (const DateReading& reading : readings_of(cell)) {
      const auto named = DateFormat::named(reading.format.name());
      ASSERT_TRUE(named) << reading.format.name();
      EXPECT_EQ(*named, reading.format);
    }
  EXPECT_FALSE(DateFormat::named("nonsense"));
}

// One row with a day beyond 12 decides the whole column; without one both orders stay.
TEST(Dates, DecidesFromTheWholeColumn) {
  DateCensus american;
  for (const char* cell : {"3/1/2017", "", "4/5/2017", "12/31/2017"}) american.add(cell);
  EXPECT_EQ(american.cells(), 3);
  EXPECT_EQ(american.ranking()[0].format.name(), "m/d/Y");
  EXPECT_GT(american.ranking()[0].fits, american.ranking()[1].fits);

  DateCensus open;
  for (const char* cell : {"3/1/2017", "4/5/2017"}) open.add(cell);
  EXPECT_EQ(open.ranking()[0].fits, open.ranking()[1].fits);

  DateCensus german;
  for (const char* cell : {"03.01.2017", "04.05.2017"}) german.add(cell);
  EXPECT_EQ(german.ranking().size(), 1u);
}

// Days count from 1970 as everywhere; the text form is ISO.
TEST(Dates, CountsDays) {
  EXPECT_EQ(*read_date("1970-01-02", *DateFormat::named("Y-m-d")), 1);
  EXPECT_EQ(day_text(0), "1970-01-01");
  EXPECT_EQ(*read_date("2017-12-31", *DateFormat::named("Y-m-d")) -
                *read_date("2017-03-01", *DateFormat::named("Y-m-d")),
            305);
}

}  // namespace
}  // namespace tandem::crm
