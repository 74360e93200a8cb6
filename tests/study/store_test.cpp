// SPDX-License-Identifier: Apache-2.0
#include "tandem/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>
#include <set>

#include "sim/study/store/tables.h"
#include "tandem/study.h"

namespace tandem {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

constexpr int kDays = 40;

Scenario firm(const std::vector<std::string>& set = {}, int days = kDays) {
  auto loaded = Scenario::load(std::string(TANDEM_SOURCE_DIR) + "/scenarios/quickstart.yaml",
                               {.set = set, .days = days});
  if (!loaded) throw std::runtime_error(describe(loaded.faults()));
  return std::move(loaded).value();
}

std::string bytes_of(const fs::path& file) {
  if (!fs::is_regular_file(file)) return "";
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A test in a folder of its own.
class Stores : public testing::Test {
 protected:
  Stores()
      : folder_(fs::temp_directory_path() /
                ("tandem-store-" + std::to_string(getpid()) + "-" +
                 testing::UnitTest::GetInstance()->current_test_info()->name())) {
    fs::create_directories(folder_);
  }
  ~Stores() override { fs::remove_all(folder_); }

  [[nodiscard]] fs::path at(const std::string& name) const { return folder_ / name; }

  /// A batch that takes from and gives to the store `name`, with all that is handed on.
  struct Kept {
    Batch batch;
    std::vector<RunRecord> records;
    std::int64_t found;
  };
  [[nodiscard]] Kept batch(const std::string& name, int replications, int threads = 2) const {
    Store store(at(name));
    BatchOptions options;
    options.replications = replications;
    options.threads = threads;
    options.store = &store;
    Kept out;
    options.each = [&](int, const RunRecord& record) { out.records.push_back(record); };
    out.batch = run_batch(firm(), options);
    out.found = store.found();
    return out;
  }
  /// Changes a store as another program might.
  void meddle(const std::string& name, const std::string& sql) const {
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(at(name).c_str(), &handle), SQLITE_OK);
    char* error = nullptr;
    EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &error), SQLITE_OK) << error;
    sqlite3_close(handle);
  }

  fs::path folder_;
};

void expect_equal(const std::vector<RunRecord>& a, const std::vector<RunRecord>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    const RecordDifference found = first_difference(a[i], b[i]);
    EXPECT_TRUE(found.none()) << i << ": " << found.figure << " " << found.first << " "
                              << found.second;
  }
}

/// What a call that must be refused or fail says.
template <class Call>
std::string said(StoreError::Kind kind, Call call) {
  try {
    call();
  } catch (const StoreError& error) {
    EXPECT_EQ(error.kind(), kind) << error.what();
    return error.what();
  }
  ADD_FAILURE() << "nothing was refused";
  return "";
}

// A double is kept with all its bits, "no observation" as itself: whatever the figures are, those
// that come back are the same.
TEST_F(Stores, FiguresComeBackToTheLastBit) {
  const RunKey key{firm(), 7, 3};
  World world(key.scenario, key.seed, 3);
  world.run_to_end();
  RunRecord record = world.record({.weekly = true, .people = true});
  ASSERT_FALSE(record.people.empty());
  const double none = std::numeric_limits<double>::quiet_NaN();
  const std::vector<double> odd{
      0.1, -1.0 / 3, 5e-324, -1.7976931348623157e308, 1e17, 4503599627370497., 2.5, -0.5, 1 << 30};
  for (std::size_t i = 0; i < odd.size(); ++i) record.values[i] = odd[i];
  record.values[odd.size()] = std::nullopt;
  std::size_t weekly = 0;
  while (!metrics()[weekly].weekly) ++weekly;
  record.weekly[weekly][0] = none;
  record.weekly[weekly][1] = 1e-300;
  record.people[0].attainment = -1;     // no quota
  record.people[1].attainment = -0.25;  // credit taken back
  record.people[1].pay = 0.1 + 0.2;
  record.hash = ~std::uint64_t{0};
  record.soft_limits = std::int64_t{1} << 40;

  Store(at("s.sqlite")).keep(key, record);
  Store store(at("s.sqlite"), Store::Access::read);
  const auto back = store.find(key);
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->failure, "");
  expect_equal({back->record}, {record});
  EXPECT_TRUE(std::isnan(back->record.weekly[weekly][0]));
  EXPECT_EQ(back->record.people[1].attainment, -0.25);
  EXPECT_FALSE(store.find({key.scenario, 7, 4}).has_value());
}

// The search for a difference sees every kind of figure, or the tests here would prove nothing.
TEST_F(Stores, EveryKindOfFigureIsCompared) {
  World world(firm(), 7, 0);
  world.run_to_end();
  const RunRecord a = world.record({.weekly = true, .people = true});
  const auto figure = [&](auto change) {
    RunRecord b = a;
    change(b);
    EXPECT_NE(checksum(b, ""), checksum(a, ""));
    return first_difference(a, b).figure;
  };
  EXPECT_EQ(figure([](RunRecord& r) { *r.values[0] += 1; }),
            "metric " + std::string(metrics()[0].id));
  EXPECT_EQ(figure([](RunRecord& r) { r.values[0].reset(); }),
            "metric " + std::string(metrics()[0].id));
  EXPECT_THAT(figure([](RunRecord& r) {
                for (auto& weeks : r.weekly) {
                  if (!weeks.empty()) weeks.back() += 1;
                }
              }),
              HasSubstr("week 8, "));
  EXPECT_THAT(figure([](RunRecord& r) { r.people[2].pay += 0.01; }), HasSubstr("pay"));
  EXPECT_THAT(figure([](RunRecord& r) { r.people[2].quit = !r.people[2].quit; }),
              HasSubstr("quit"));
  EXPECT_EQ(figure([](RunRecord& r) { r.people.pop_back(); }), "number of people");
  EXPECT_EQ(figure([](RunRecord& r) { ++r.soft_limits; }), "soft_limits");
  EXPECT_EQ(figure([](RunRecord& r) { ++r.hash; }), "hash");
  EXPECT_TRUE(first_difference(a, a).none());
}

// A run is named by all that its figures depend on and by nothing else.
TEST_F(Stores, RunsAreNamedByWhatDecidesThem) {
  const std::string id = run_id({firm(), 7, 0});
  EXPECT_THAT(id, testing::MatchesRegex("[0-9a-f]{32}"));
  EXPECT_EQ(run_id({firm({"name=Other", "seed=9"}), 7, 0}), id);
  std::set<std::string> ids{id};
  ids.insert(run_id({firm(), 8, 0}));
  ids.insert(run_id({firm(), 7, 1}));
  ids.insert(run_id({firm({}, kDays + 1), 7, 0}));
  ids.insert(run_id({firm({"market.deal_size=25001"}), 7, 0}));
  EXPECT_EQ(ids.size(), 5u);
}

// More replications extend a set: what is there is taken, and the whole is what one longer batch
// gives, to the last bit.
TEST_F(Stores, ABatchGoesOnWhereAnotherEnded) {
  EXPECT_EQ(batch("a", 4).found, 0);
  const Kept grown = batch("a", 11, 3);
  EXPECT_EQ(grown.found, 4);
  const Kept whole = batch("b", 11, 1);
  expect_equal(grown.records, whole.records);
  EXPECT_EQ(grown.batch.hash, whole.batch.hash);
  EXPECT_EQ(grown.batch.values, whole.batch.values);
  EXPECT_EQ(grown.batch.soft_limits, whole.batch.soft_limits);
  for (std::size_t m = 0; m < metrics().size(); ++m) {
    ASSERT_EQ(grown.batch.estimates[m].has_value(), whole.batch.estimates[m].has_value());
    if (!whole.batch.estimates[m]) continue;
    EXPECT_EQ(grown.batch.estimates[m]->low, whole.batch.estimates[m]->low);
  }
  EXPECT_GT(grown.batch.rep_days, 0);
  EXPECT_LT(grown.batch.rep_days, whole.batch.rep_days);
  const Kept again = batch("a", 11);
  EXPECT_EQ(again.found, 11);
  EXPECT_EQ(again.batch.rep_days, 0);
}

// A store changes no figure, and all threads may keep at once.
TEST_F(Stores, AStoreChangesNothing) {
  BatchOptions options;
  options.replications = 24;
  options.threads = 8;
  const Batch without = run_batch(firm(), options);
  const Batch with = batch("a", 24, 8).batch;
  EXPECT_EQ(with.values, without.values);
  EXPECT_EQ(with.hash, without.hash);
}

// What is there is not computed twice: a figure that no engine would compute comes out as kept.
// Runs behind a gap, as a kill leaves them, are found too.
TEST_F(Stores, WhatIsThereIsNotComputedAgain) {
  {
    RunRecord record = batch("a", 1).records.front();
    record.values[0] = -12345.5;
    Store(at("a")).keep({firm(), firm().seed(), 3}, record);
  }
  const Kept got = batch("a", 5);
  EXPECT_EQ(got.found, 2);
  EXPECT_EQ(got.records[3].values[0], -12345.5);
  EXPECT_NE(got.records[2].values[0], -12345.5);
}

// A temporary store takes and gives like any other and leaves nothing behind.
TEST_F(Stores, ATemporaryStoreIsOfOneProcess) {
  const fs::path before = fs::current_path();
  fs::create_directories(folder_);
  fs::current_path(folder_);
  {
    Store first, second;
    BatchOptions options;
    options.store = &first;
    options.replications = 4;
    const Batch part = run_batch(firm(), options);
    options.replications = 9;
    const Batch whole = run_batch(firm(), options);
    EXPECT_EQ(first.found(), 4);
    EXPECT_FALSE(second.find({firm(), firm().seed(), 0}));
    options.store = nullptr;
    EXPECT_EQ(whole.hash, run_batch(firm(), options).hash);
    EXPECT_NE(part.hash, whole.hash);
  }
  EXPECT_TRUE(fs::is_empty(folder_));
  fs::current_path(before);
}

// The base of a comparison is the same run as the same firm alone.
TEST_F(Stores, CompareTakesTheRunsOfTheBase) {
  (void)batch("a", 6);
  const Scenario variant = firm({"market.deal_size=31000"});
  BatchOptions options;
  options.replications = 8;
  const Result<ComparisonSet> alone = compare(firm(), {variant}, options);
  for (const std::int64_t found : {6, 16}) {
    Store store(at("a"));
    options.store = &store;
    const Result<ComparisonSet> set = compare(firm(), {variant}, options);
    ASSERT_TRUE(set.ok());
    EXPECT_EQ(store.found(), found);
    const auto &a = set.value().comparisons[0].metrics, &b = alone.value().comparisons[0].metrics;
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
      EXPECT_EQ(a[i].difference, b[i].difference);
      EXPECT_EQ(a[i].low, b[i].low);
    }
  }
}

/// A firm that pays so much that the ledger ends in some replications and not in others.
Scenario firm_at_the_edge() {
  for (int seed = 1; seed <= 20; ++seed) {
    for (int percent = 100'000'000; percent > 1'000'000; percent -= percent / 50) {
      const std::string text =
          "tandem: 1\nseed: " + std::to_string(seed) +
          "\nextends: " + std::string(TANDEM_SOURCE_DIR) +
          "/scenarios/quickstart.yaml\nmarket: {deal_size: 1000000000}\nplan:\n"
          "  - {commission: team revenue, rate: " +
          std::to_string(percent) + "%, per: year}\n";
      auto loaded = Scenario::parse(text, "edge.yaml");
      if (!loaded) throw std::runtime_error(describe(loaded.faults()));
      BatchOptions options;
      options.replications = 8;
      options.threads = 1;
      try {
        (void)run_batch(loaded.value(), options);
        break;  // nobody is paid beyond the ledger any more: on another luck
      } catch (const RunFailure& failure) {
        if (failure.replication() >= 2) return std::move(loaded).value();
      }
    }
  }
  throw std::runtime_error("no rate of pay lies at the edge of the ledger");
}

// A failed run is a row with its reason; what was finished before stays; the fault is told again
// without being met again, and all that meets it again is in the store.
TEST_F(Stores, AFailureIsARowWithItsReason) {
  const Scenario edge = firm_at_the_edge();
  BatchOptions options;
  options.replications = 8;
  options.threads = 1;
  std::string first;
  for (const bool again : {false, true}) {
    Store store(at("a"));
    options.store = &store;
    try {
      (void)run_batch(edge, options);
      FAIL() << "no failure";
    } catch (const RunFailure& failure) {
      if (!again) first = failure.what();
      EXPECT_EQ(failure.what(), first);
      EXPECT_EQ(store.found(), again ? failure.replication() + 1 : 0);
    }
    const std::vector<FailedRun> failed = store.failures();
    ASSERT_EQ(failed.size(), 1u);
    EXPECT_THAT(failed[0].reason, HasSubstr("beyond every ledger"));
    EXPECT_EQ(failed[0].scenario.digest, edge.digest());
    const Result<Scenario> loaded = failed[0].scenario.load();
    ASSERT_TRUE(loaded.ok());
    World world(loaded.value(), failed[0].seed, static_cast<std::uint32_t>(failed[0].replication));
    EXPECT_THROW(world.run_to_end(), std::logic_error);
  }
  EXPECT_EQ(verify_store(at("a")).difference, "");
}

// Only a store of this build is opened; anything else is refused in words and left as it was, byte
// for byte.
TEST_F(Stores, WhatIsNoStoreIsRefusedAndLeftAlone) {
  using enum StoreError::Kind;
  std::ofstream(at("text")) << "some notes, longer than a header";
  std::ofstream(at("short")) << "note";
  meddle("foreign", "CREATE TABLE deals (id); INSERT INTO deals VALUES (1)");
  for (const char* name : {"stale", "newer"}) (void)batch(name, 1);
  meddle("stale", "UPDATE about SET value = '0123456789abcdef' WHERE key = 'build'");
  meddle("newer", "PRAGMA user_version = 99");
  fs::create_directory(at("folder"));
  const std::vector<std::pair<std::string, std::string>> cases{
      {"text", "not a results store of tandem"},
      {"short", "not a results store of tandem"},
      {"foreign", "another program"},
      {"stale", "another build of the engine"},
      {"newer", "format 99"},
      {"folder", "is a folder"}};
  for (const auto& [file, words] : cases) {
    const std::string name = file;  // clang 14 takes no binding into a lambda
    const std::string before = bytes_of(at(name));
    EXPECT_THAT(said(refused, [&] { Store store(at(name)); }),
                AllOf(HasSubstr(name), HasSubstr(words)));
    EXPECT_THAT(said(refused, [&] { (void)verify_store(at(name)); }), HasSubstr(words));
    EXPECT_THAT(said(refused, [&] { (void)merge_stores(at("out"), {at(name)}); }),
                HasSubstr(words));
    EXPECT_EQ(bytes_of(at(name)), before) << name;
  }
  EXPECT_FALSE(fs::exists(at("out")));
  EXPECT_THAT(said(refused, [&] { Store(at("none"), Store::Access::read); }),
              HasSubstr("no such file"));
  std::ofstream(at("empty")) << "";  // killed before the first write
  EXPECT_EQ(batch("empty", 1).found, 0);
}

// A damaged file is told as such, not taken for figures.
TEST_F(Stores, DamageIsTold) {
  (void)batch("a", 20);
  {
    std::fstream file(at("a"), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096 * 6);
    file << std::string(4096 * 10, '\x55');
  }
  try {
    EXPECT_NE(verify_store(at("a")).difference, "");
  } catch (const StoreError& error) {
    EXPECT_THAT(error.what(), HasSubstr("damaged"));
  }
}

// Another program holds the file: told after some seconds, and all is well when it lets go.
TEST_F(Stores, ALockedStoreIsTold) {
  (void)batch("a", 2);
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(at("a").c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_THAT(said(StoreError::Kind::failed, [&] { (void)batch("a", 4); }),
              HasSubstr("locked by another program"));
  sqlite3_close(other);
  EXPECT_EQ(batch("a", 4).found, 2);
}

// Stores are united like sets: order and repetition do not matter.
TEST_F(Stores, MergeIsTheUnionOfSets) {
  (void)batch("low", 5);
  (void)batch("all", 9);
  {
    BatchOptions options;
    options.replications = 3;
    options.seed = 8;
    Store store(at("seed"));
    options.store = &store;
    (void)run_batch(firm({"market.deal_size=31000"}), options);
  }
  const Merged one = merge_stores(at("x"), {at("low"), at("seed"), at("all")});
  EXPECT_EQ(one.added, 12);
  EXPECT_EQ(one.known, 5);
  EXPECT_EQ(merge_stores(at("y"), {at("all"), at("low"), at("seed"), at("low")}).added, 12);
  EXPECT_EQ(merge_stores(at("x"), {at("y"), at("x")}).added, 0);
  EXPECT_EQ(merge_stores(at("y"), {at("x")}).known, 12);

  const Kept merged = batch("x", 9);
  EXPECT_EQ(merged.found, 9);
  expect_equal(merged.records, batch("all", 9).records);
  EXPECT_EQ(verify_store(at("x")).difference, "");
  EXPECT_EQ(verify_store(at("x")).runs, 12);
}

// Two values for one run cannot both be right: the run and the figure are named and nothing is
// merged, not even what came before it.
TEST_F(Stores, MergeRefusesTwoValuesOfOneRun) {
  (void)batch("a", 3);
  (void)batch("b", 6);
  meddle("b", "UPDATE runs SET win_rate = 0.5 WHERE replication = 1");
  EXPECT_THAT(said(StoreError::Kind::refused, [&] { (void)merge_stores(at("a"), {at("b")}); }),
              AllOf(HasSubstr(run_id({firm(), 7, 1})), HasSubstr("win_rate 0.5 here")));
  EXPECT_EQ(verify_store(at("a")).runs, 3);
  EXPECT_THAT(said(StoreError::Kind::refused,
                   [&] {
                     (void)merge_stores(at("new"), {at("a"), at("b")});
                   }),
              HasSubstr("nothing was merged"));
  EXPECT_FALSE(fs::exists(at("new")));
}

// One changed figure anywhere in the file is found whatever the sample, and named with both values.
TEST_F(Stores, VerifyNamesTheFirstDifference) {
  (void)batch("clean", 12);
  const Verified clean = verify_store(at("clean"), {.sample = 5, .stop = {}, .progress = {}});
  EXPECT_EQ(clean.difference, "");
  EXPECT_EQ(clean.runs, 12);
  EXPECT_EQ(clean.sampled, 5);
  const std::string run = "(SELECT run FROM runs WHERE replication = 7)";
  const std::vector<std::pair<std::string, std::string>> cases{
      {"UPDATE runs SET revenue = 1.5 WHERE replication = 7", "metric revenue: stored 1.5, "},
      {"UPDATE weeks SET morale = 2.5 WHERE week = 3 AND run = " + run,
       "week 3, morale: stored 2.5"},
      {"UPDATE people SET pay = pay + 1 WHERE seat = 2 AND run = " + run,
       "seat 2, person 1: pay: "},
      {"DELETE FROM people WHERE seat = 4 AND run = " + run, "number of people"},
      {"UPDATE runs SET hash = '00' WHERE replication = 7", "hash: stored 0000000000000000"},
      {"UPDATE runs SET seed = '9' WHERE replication = 7", "id is not that of its scenario"},
      {"UPDATE runs SET checksum = '' WHERE replication = 7", "checksum"},
      {"UPDATE runs SET status = 'failed', reason = 'it is said' WHERE replication = 7",
       "failure: stored it is said, recomputed none"}};
  for (const auto& [sql, words] : cases) {
    fs::copy_file(at("clean"), at("spoilt"), fs::copy_options::overwrite_existing);
    meddle("spoilt", sql);
    const Verified found = verify_store(at("spoilt"), {.sample = 1, .stop = {}, .progress = {}});
    EXPECT_THAT(found.difference, HasSubstr(words)) << sql;
    EXPECT_EQ(found.sampled, 1);
  }
}

// A figure that was changed together with its checksum is found when its run is played again.
TEST_F(Stores, VerifyPlaysTheSampleAgain) {
  RunRecord record = batch("a", 1).records.front();
  *record.values[0] += 1;
  Store(at("b")).keep({firm(), 7, 0}, record);
  const Verified found = verify_store(at("b"));
  EXPECT_THAT(found.difference, HasSubstr("metric revenue: stored "));
}

}  // namespace
}  // namespace tandem
