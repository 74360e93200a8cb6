// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>

#include "sim/model/model.h"
#include "sim/state/state.h"
#include "tests/support/firms.h"

namespace tandem {
namespace {

const char* const kFirm = R"(
tandem: 1
products: [{name: Small, price: 100}, {name: "Large, boxed", price: 90000}]
territories: [{name: T, accounts: 10}]
teams: [{name: A, territory: T, seats: {generalist: 2}}]
open_deals:
  - account,seat,product,value,stage,age,customer
  - T/3,A/generalist/1,Small,,discover,12,Acme
  - ',A/generalist/2,"Large, boxed",81000.50,negotiate,40,"The ""Big"" Co."'
)";

Faults faults_of(const std::string& rows) {
  auto scenario = Scenario::parse("tandem: 1\nteams: [{name: A, seats: {generalist: 2}}]\n" + rows,
                                  "firm.yaml");
  return scenario.ok() ? Faults{} : scenario.faults();
}

TEST(OpenDeals, ARunStartsWithThemAndNothingElse) {
  const Scenario scenario = test::firm(kFirm);
  World world(scenario, 1, 0);
  const Deals& deals = world.state().deals;
  ASSERT_EQ(deals.count(0), 1);
  ASSERT_EQ(deals.count(1), 1);
  const Deal &small = deals.of(0)[0], &large = deals.of(1)[0];
  EXPECT_EQ(small.stage, Stage::discover);
  EXPECT_EQ(small.created, -12);
  EXPECT_NEAR(small.value, 100, 60);  // drawn around the product's price
  EXPECT_EQ(scenario.model().account[static_cast<std::size_t>(small.account)].id,
            test::firm(kFirm).model().account[static_cast<std::size_t>(small.account)].id);
  EXPECT_EQ(large.stage, Stage::negotiate);
  EXPECT_EQ(large.product, 1);
  EXPECT_EQ(large.value, 81000.50);
  EXPECT_TRUE(large.from_start);
  world.run_to_end();
  // Newcomers all, and yet these deals.
  World empty(test::firm(kFirm, {"start=empty"}), 1, 0);
  EXPECT_EQ(empty.state().deals.count(1), 1);
}

TEST(OpenDeals, TheResolvedTextHoldsThemAndIsReadBack) {
  const Scenario once = test::firm(kFirm);
  const Scenario twice = test::firm(once.resolved());
  EXPECT_EQ(once.digest(), twice.digest());
  EXPECT_EQ(once.resolved(), twice.resolved());
  EXPECT_NE(once.digest(), test::firm(kFirm, {"open_deals=[]"}).digest());
}

TEST(OpenDeals, ATableInAFileIsNamedByTheScenariosFolder) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "open_deals";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "firm.yaml")
      << "tandem: 1\nteams: [{name: A, seats: {generalist: 2}}]\nopen_deals: rows.csv\n";
  std::ofstream(folder / "rows.csv") << "seat,stage\r\nA/generalist/2,propose\r\n";
  auto scenario = Scenario::load(folder / "firm.yaml");
  ASSERT_TRUE(scenario.ok()) << describe(scenario.faults());
  ASSERT_EQ(scenario.value().model().open_deals.size(), 1U);
  EXPECT_EQ(scenario.value().model().open_deals[0].seat, 1);

  // Mistakes are shown in the table, at their cell.
  std::ofstream(folder / "rows.csv") << "seat,stage,age\nA/generalist/9,propose,1\nA/generalist/1,"
                                        "proppose,x\n";
  scenario = Scenario::load(folder / "firm.yaml");
  ASSERT_FALSE(scenario.ok());
  ASSERT_EQ(scenario.faults().size(), 3U) << describe(scenario.faults());
  EXPECT_NE(scenario.faults()[0].file.find("rows.csv"), std::string::npos);
  EXPECT_EQ(scenario.faults()[0].line, 2);
  EXPECT_EQ(scenario.faults()[0].nearest, "A/generalist/1");
  EXPECT_EQ(scenario.faults()[1].line, 3);
  EXPECT_EQ(scenario.faults()[1].column, 16);
  EXPECT_EQ(scenario.faults()[1].nearest, "propose");
  EXPECT_EQ(scenario.faults()[2].column, 25);

  std::filesystem::remove(folder / "rows.csv");
  scenario = Scenario::load(folder / "firm.yaml");
  ASSERT_FALSE(scenario.ok());
  EXPECT_EQ(scenario.faults()[0].line, 3);
}

TEST(OpenDeals, EveryMistakeIsNamed) {
  EXPECT_EQ(faults_of("open_deals: [seat;stage]\n").size(), 3U);
  EXPECT_EQ(faults_of("open_deals: {a: 1}\n").size(), 1U);
  EXPECT_EQ(faults_of("open_deals: [[1]]\n").size(), 1U);
  EXPECT_EQ(faults_of("open_deals: ['seat,stage', 'A/generalist/1']\n").size(), 1U);
  EXPECT_EQ(faults_of("open_deals: ['seat,stage,seat']\n").size(), 1U);
  EXPECT_EQ(
      faults_of("open_deals: ['seat,stage,account', 'A/generalist/1,propose,Home/9999']\n").size(),
      1U);
  EXPECT_EQ(faults_of("open_deals: ['seat,stage,product', 'A/generalist/1,propose,X']\n").size(),
            1U);
  EXPECT_EQ(faults_of("open_deals: []\n").size(), 0U);
  EXPECT_EQ(faults_of("open_deals:\n").size(), 0U);
}

}  // namespace
}  // namespace tandem
