// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/amounts.h"

#include <gtest/gtest.h>

namespace tandem::crm {
namespace {

std::int64_t cents(std::string_view cell, char decimal) {
  const auto amount = read_amount(cell, {decimal});
  return amount ? amount->cents : -1;
}

// The ways of writing 1,234.50 that exports have, to the cent.
TEST(Amounts, ReadsSignsSeparatorsAndCurrencies) {
  for (const char* cell : {"1234.5", "1,234.50", "$1,234.50", "USD 1,234.50", "1 234.50",
                           "1'234.50", "1,234.50 EUR", "€ 1,234.50",
                           "1\xC2\xA0"
                           "234.50",
                           "US$1234.50", "£1,234.50"})
    EXPECT_EQ(cents(cell, '.'), 123450) << cell;
  for (const char* cell : {"1234,5", "1.234,50", "1.234,50 €", "1 234,50", "CHF 1'234,50"})
    EXPECT_EQ(cents(cell, ','), 123450) << cell;
  EXPECT_EQ(cents("12,34,567.00", '.'), 123456700);  // India
  EXPECT_EQ(cents("0.005", '.'), 1);
  EXPECT_EQ(cents(".50", '.'), 50);
  EXPECT_EQ(cents("150.-", '.'), 15000);
}

// Negative amounts are written before, behind or in brackets.
TEST(Amounts, ReadsNegativeAmounts) {
  for (const char* cell : {"-12.50", "12.50-", "(12.50)", "-$12.50", "$-12.50",
                           "\xE2\x88\x92"
                           "12.50"}) {
    const auto amount = read_amount(cell, {'.'});
    ASSERT_TRUE(amount) << cell;
    EXPECT_EQ(amount->cents, -1250) << cell;
  }
}

// Groups that are no groups, second numbers and numbers beyond every deal are no amounts.
TEST(Amounts, RefusesWhatIsNoAmount) {
  for (const char* cell : {"1,23.50", "12,3456", "1.2.3", "abc", "", "12 of 20", "1e9",
                           "2017-03-01", "99999999999999999", "0,125"})
    EXPECT_EQ(cents(cell, '.'), -1) << cell;
}

// One cell with decimals decides the column. Where none does, a separator that always stands before
// three digits parts thousands, since money has two decimals, and that is told.
TEST(Amounts, DecidesFromTheWholeColumn) {
  AmountCensus comma;
  for (const char* cell : {"1.234", "12,50", "7"}) comma.add(cell);
  EXPECT_EQ(comma.format().decimal, ',');
  EXPECT_FALSE(comma.guessed());

  AmountCensus point;
  for (const char* cell : {"1.234", "12.5", ""}) point.add(cell);
  EXPECT_EQ(point.format().decimal, '.');
  EXPECT_EQ(point.cells(), 2);

  AmountCensus thousands;
  for (const char* cell : {"1.234", "12.500", "7"}) thousands.add(cell);
  EXPECT_EQ(thousands.format().decimal, ',');
  EXPECT_TRUE(thousands.guessed());

  AmountCensus mixed;
  for (const char* cell : {"$5", "$6", "€7", "8"}) mixed.add(cell);
  ASSERT_EQ(mixed.currencies().size(), 2u);
  EXPECT_EQ(mixed.currencies()[0].cells, 2);
}

}  // namespace
}  // namespace tandem::crm
