// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/command/program.h"

namespace tandem {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

std::set<std::string> keys(const json& object) {
  std::set<std::string> out;
  for (const auto& [key, value] : object.items()) out.insert(key);
  return out;
}

using Keys = std::set<std::string>;

// The schema of `run --json` is a contract with scripts.
TEST_F(Command, JsonOfRunHasTheAgreedKeys) {
  const Outcome outcome = tandem("run " + quick("--json"));
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  const json got = json::parse(outcome.out);
  EXPECT_EQ(keys(got), (Keys{"scenario", "seed", "replications", "reps", "days", "seconds",
                             "rep_days_per_second", "interval", "metrics"}));
  EXPECT_EQ(got["replications"], 4);
  EXPECT_EQ(got["days"], 30);
  ASSERT_TRUE(got["metrics"].contains("revenue"));
  for (const auto& [id, metric] : got["metrics"].items()) {
    EXPECT_EQ(keys(metric), (Keys{"mean", "low", "high", "sd", "unit"})) << id;
    EXPECT_TRUE(metric["mean"].is_number()) << id;
    EXPECT_LE(metric["low"], metric["high"]) << id;
  }
}

// So is that of `compare --json`.
TEST_F(Command, JsonOfCompareHasTheAgreedKeys) {
  write("variant.yaml",
        "tandem: 1\nname: Bigger\nextends: " + kQuickstart + "\nmarket: {deal_size: 40000}\n");
  const Outcome outcome =
      tandem("compare '" + kQuickstart + "' variant.yaml --days 30 --replications 4 --json");
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const json got = json::parse(outcome.out);
  EXPECT_EQ(keys(got), (Keys{"base", "interval", "comparisons"}));
  ASSERT_EQ(got["comparisons"].size(), 1u);
  const json& comparison = got["comparisons"][0];
  EXPECT_EQ(keys(comparison), (Keys{"variant", "pairs", "metrics", "reps"}));
  EXPECT_EQ(comparison["variant"], "Bigger");
  EXPECT_EQ(comparison["pairs"], 4);
  for (const auto& [id, metric] : comparison["metrics"].items()) {
    EXPECT_EQ(keys(metric),
              (Keys{"difference", "relative", "low", "high", "verdict", "pairs_needed",
                    "variance_reduction", "fixed_n", "base", "value"}))
        << id;
    EXPECT_THAT(metric["verdict"].get<std::string>(), testing::AnyOf("higher", "lower", "unclear"));
  }
  ASSERT_FALSE(comparison["reps"].empty());
  EXPECT_EQ(keys(comparison["reps"][0]), (Keys{"seat", "name", "pay", "quit"}));
  EXPECT_EQ(keys(comparison["reps"][0]["pay"]), (Keys{"difference", "low", "high"}));
  EXPECT_EQ(comparison["reps"][0]["seat"], 1);
}

// A goal is reached at the same number on any number of threads, or told with what is missing.
TEST_F(Command, PrecisionIsReachedOrToldToBeMissed) {
  const std::string firm = "run '" + kQuickstart + "' --days 30 --json --precision 10% ";
  const json one = json::parse(tandem(firm + "--threads 1").out);
  const json many = json::parse(tandem(firm + "--threads 8").out);
  EXPECT_EQ(one["replications"], many["replications"]);
  EXPECT_EQ(one["metrics"], many["metrics"]);
  EXPECT_EQ(
      one["goal"],
      (json{{"precision", 0.1}, {"metrics", {"revenue"}}, {"reached", true}, {"more_needed", 0}}));
  const json& revenue = one["metrics"]["revenue"];
  const double half = (revenue["high"].get<double>() - revenue["low"].get<double>()) / 2;
  EXPECT_LE(half, 0.1 * revenue["mean"].get<double>());
  EXPECT_EQ(one["interval"], "95 %, always valid");
  const Outcome missed = tandem(firm + "--replications 12 --metric profit --metric turnover");
  EXPECT_EQ(missed.code, 0);
  EXPECT_EQ(json::parse(missed.out)["goal"]["reached"], false);
  EXPECT_THAT(missed.err,
              HasSubstr("12 replications were not enough for an interval within 10 % of "
                        "profit, turnover; about"));
  EXPECT_THAT(missed.err, HasSubstr("more would do: --replications"));
}

// Quantiles come with both ends of their interval, from as many runs as that takes.
TEST_F(Command, QuantilesHaveIntervals) {
  const std::string firm = "run '" + kQuickstart + "' --days 30 --json --replications ";
  const json few = json::parse(tandem(firm + "35").out)["metrics"]["revenue"];
  EXPECT_FALSE(few.contains("p10"));
  EXPECT_TRUE(few.contains("p50"));
  const json enough = json::parse(tandem(firm + "36").out)["metrics"]["revenue"];
  for (const char* id : {"p10", "p50", "p90"}) {
    ASSERT_TRUE(enough.contains(id)) << id;
    EXPECT_EQ(keys(enough[id]), (Keys{"value", "low", "high"}));
    EXPECT_LE(enough[id]["low"], enough[id]["value"]);
    EXPECT_LE(enough[id]["value"], enough[id]["high"]);
  }
  EXPECT_LT(enough["p10"]["value"], enough["p90"]["value"]);
  EXPECT_THAT(tandem("run " + quick("--quantiles")).out, HasSubstr("in 9 of 10"));
}

// Of several variants the best is told by the metric one asks for.
TEST_F(Command, SeveralVariantsAreRanked) {
  write("big.yaml",
        "tandem: 1\nname: Big\nextends: " + kQuickstart + "\nmarket: {deal_size: 90000}\n");
  write("small.yaml",
        "tandem: 1\nname: Small\nextends: " + kQuickstart + "\nmarket: {deal_size: 9000}\n");
  const std::string line = "compare '" + kQuickstart +
                           "' big.yaml small.yaml --days 40 --replications 20 --best revenue";
  const json best = json::parse(tandem(line + " --json").out)["best"];
  EXPECT_EQ(best["metric"], "revenue");
  EXPECT_EQ(best["better"], "more");
  ASSERT_EQ(best["of"].size(), 3u);
  EXPECT_EQ(best["of"][1]["name"], "Big");
  EXPECT_EQ(best["of"][1]["standing"], "best");
  EXPECT_EQ(best["of"][2]["standing"], "beaten");
  EXPECT_GT(best["of"][1]["low"], 0);
  EXPECT_THAT(tandem(line).out, HasSubstr("Which is the best by revenue"));
}

// The hash alone, in lower-case hexadecimal digits, the same with any number of threads.
TEST_F(Command, HashIsSixteenDigitsAndNothingElse) {
  const Outcome hash = tandem("run '" + kQuickstart + "' --days 30 --replications 1 --hash");
  EXPECT_EQ(hash.code, 0) << hash.err;
  EXPECT_THAT(hash.out, testing::MatchesRegex("[0-9a-f]{16}\n"));
  EXPECT_EQ(hash.err, "");
  EXPECT_EQ(tandem("run '" + kQuickstart + "' --days 30 --replications 1 --hash --threads 3").out,
            hash.out);
}

// The same figures on any number of threads, to the last digit printed.
TEST_F(Command, FiguresDoNotDependOnThreads) {
  json one = json::parse(tandem("run " + quick("--json --threads 1")).out);
  json many = json::parse(tandem("run " + quick("--json --threads 8")).out);
  EXPECT_EQ(one["metrics"], many["metrics"]);
}

// A firm against itself says so in words; the variant that kept its name goes by its file.
TEST_F(Command, IdenticalIsSaidInWords) {
  const Outcome outcome = tandem("compare '" + kQuickstart + "' " + quick());
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("identical in every pair"));
  EXPECT_THAT(outcome.out, HasSubstr(kQuickstart));
}

// Tables in a pipe: no colour, no bar; plain ASCII where the locale knows no more.
TEST_F(Command, PipesGetPlainText) {
  const Outcome wide = shell("LC_ALL=C.UTF-8 tandem run " + quick());
  const Outcome plain = shell("LC_ALL=C tandem compare '" + kQuickstart + "' " + quick());
  EXPECT_THAT(wide.out, Not(HasSubstr("\033")));
  EXPECT_EQ(wide.err, "");
  EXPECT_TRUE(std::ranges::all_of(plain.out, [](unsigned char c) { return c < 128; })) << plain.out;
}

// Colour belongs to terminals, and NO_COLOR is obeyed there.
TEST_F(Command, ColourIsForTerminalsWithoutNoColor) {
  if (shell("command -v script").code != 0) GTEST_SKIP() << "no pseudo-terminal without script(1)";
  const std::string line = "script -qec \"'" + kProgram + "' metrics\" /dev/null < /dev/null";
  EXPECT_THAT(shell("TERM=xterm NO_COLOR= " + line).out, HasSubstr("\033["));
  EXPECT_THAT(shell("TERM=xterm NO_COLOR=1 " + line).out, Not(HasSubstr("\033[")));
}

// Listings are complete and machine-readable.
TEST_F(Command, ListingsAreJson) {
  const json metrics = json::parse(tandem("metrics --json").out);
  ASSERT_FALSE(metrics.empty());
  EXPECT_EQ(keys(metrics[0]),
            (Keys{"id", "title", "unit", "says", "group", "better", "weekly", "per_person"}));
  const json parameters = json::parse(tandem("parameters --json").out);
  ASSERT_FALSE(parameters.empty());
  EXPECT_EQ(json::parse(tandem("parameters market --json").out).empty(), false);
  EXPECT_TRUE(json::parse(tandem("schema").out).is_object());
  EXPECT_THAT(tandem("list").out, HasSubstr("quickstart.yaml"));
}

// A checked file tells what it gives; --full gives a file that says the same again.
TEST_F(Command, CheckPrintsWhatDefaultsFillIn) {
  const Outcome check = tandem("check '" + kQuickstart + "'");
  EXPECT_EQ(check.code, 0) << check.err;
  EXPECT_THAT(check.out, HasSubstr("no mistakes"));
  EXPECT_THAT(check.out, HasSubstr("defaults fill in"));
  const Outcome full = tandem("check --full '" + kQuickstart + "'");
  write("full.yaml", full.out);
  const Outcome again = tandem("check --full full.yaml");
  EXPECT_EQ(again.code, 0) << again.err;
  EXPECT_EQ(again.out, full.out);
}

}  // namespace
}  // namespace tandem
