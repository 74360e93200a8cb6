// SPDX-License-Identifier: Apache-2.0
// Lessons: their section has no part in a run, their effects are those of a comparison, their
// verdicts follow from intervals, and those that come along are whole.
#include "tandem/lesson.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <vector>

#include "tests/support/firms.h"

namespace tandem {
namespace {

namespace fs = std::filesystem;

const std::string kFirm = R"(
tandem: 1
name: Firm
seed: 3
horizon: 1q
teams: [{name: A, seats: {generalist: 4}}, {name: B, seats: {generalist: 4}}]
)";
const std::string kLesson = R"(
lesson:
  id: X1
  title: {en: T, zh: 题}
  claim: {en: C, zh: 说}
  from: {en: F, zh: 出}
  compare: [pricing.discount=20%, policies.meetings.every=0d]
  causes:
    - {id: price, name: {en: P, zh: 价}, set: [pricing.discount=30%]}
    - {id: rivals, name: {en: K, zh: 敌}, set: [territories.Home.competitors=0%]}
  effects:
    - {metric: revenue, name: {en: Revenue, zh: 收入}, relative: [10%], amount: [5]}
    - {metric: win_rate, of: without, name: {en: Won, zh: 赢单}, points: [-20%, -10%]}
    - {metric: won_value, name: {en: All, zh: 全部}, relative: [10%]}
    - {metric: won_value, team: A, name: {en: A, zh: 甲}, amount: [1]}
    - {metric: won_value, team: B, name: {en: B, zh: 乙}, amount: [1]}
    - {metric: won_value, to: 30d, name: {en: First, zh: 前}, amount: [1]}
    - {metric: won_value, from: 30d, name: {en: Then, zh: 后}, amount: [1]}
    - {metric: failed_opportunities, cause: price, name: {en: Price, zh: 价}, level: [50%]}
    - {metric: failed_opportunities, cause: rivals, name: {en: Rivals, zh: 敌}}
    - {metric: win_rate, name: {en: Level, zh: 数值}, level: [25%]}
  notes:
    - {at: 10d, watch: {en: W, zh: 看}}
)";

fs::path written(const std::string& name, const std::string& text) {
  const fs::path file = fs::path(testing::TempDir()) / name;
  std::ofstream(file) << text;
  return file;
}

LessonFirms firms(const std::string& text, const Overrides& over = {}) {
  auto loaded = load_lesson(written("lesson.yaml", text), over);
  if (!loaded) throw std::runtime_error(describe(loaded.faults()));
  return std::move(loaded).value();
}

std::uint64_t hash_of_run(const Scenario& scenario) {
  World world(scenario, scenario.seed(), 0);
  world.run_to_end();
  return world.hash();
}

TEST(Lesson, HasNoPartInARun) {
  const Scenario plain = test::firm(kFirm), lesson = test::firm(kFirm + kLesson);
  ASSERT_NE(lesson.lesson(), nullptr);
  EXPECT_EQ(plain.lesson(), nullptr);
  EXPECT_EQ(hash_of_run(plain), hash_of_run(lesson));
  EXPECT_EQ(plain.digest(), lesson.digest());
  EXPECT_EQ(plain.resolved(), lesson.resolved());
  EXPECT_EQ(plain.given(), lesson.given());
}

TEST(Lesson, BelongsToItsFileAlone) {
  written("base-lesson.yaml", kFirm + kLesson);
  const fs::path variant =
      written("variant.yaml", "tandem: 1\nextends: base-lesson.yaml\nquota: {growth: 2%}\n");
  EXPECT_EQ(Scenario::load(variant).value().lesson(), nullptr);
  const auto refused = load_lesson(variant);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.faults().front().field, "lesson");
}

const LessonFinding& finding(const LessonReport& report, std::size_t effect, Reading reading) {
  const auto found = std::ranges::find_if(report.findings, [&](const LessonFinding& f) {
    return f.effect == effect && f.reading == reading;
  });
  if (found == report.findings.end()) throw std::runtime_error("no such finding");
  return *found;
}

TEST(Lesson, EffectsAreThoseOfAComparison) {
  const LessonFirms both = firms(kFirm + kLesson);
  LessonOptions options;
  options.replications = 40;
  const LessonReport report = play_lesson(both, options);
  ASSERT_EQ(report.pairs, 40);

  BatchOptions batch;
  batch.replications = 40;
  const ComparisonSet set = compare(both.file, {both.twin}, batch).value();
  const auto of = [&](const char* id) {
    return *std::ranges::find(set.comparisons[0].metrics, *find_metric(id), &Difference::metric);
  };
  // The comparison is twin less file; an effect of the file is file less twin.
  const Difference revenue = of("revenue");
  const LessonFinding& amount = finding(report, 0, Reading::amount);
  EXPECT_DOUBLE_EQ(amount.with, revenue.base_mean);
  EXPECT_DOUBLE_EQ(amount.without, revenue.variant_mean);
  EXPECT_NEAR(amount.difference.mean, -revenue.difference, 1e-9 * revenue.base_mean);
  EXPECT_NEAR(amount.difference.low, -revenue.high, 1e-9 * revenue.base_mean);
  EXPECT_NEAR(amount.difference.high, -revenue.low, 1e-9 * revenue.base_mean);
  const LessonFinding& relative = finding(report, 0, Reading::relative);
  EXPECT_NEAR(relative.relative->mean, -revenue.difference / revenue.variant_mean, 1e-12);
  EXPECT_LT(relative.relative->low, relative.relative->mean);

  const Difference won = of("win_rate");
  const LessonFinding& points = finding(report, 1, Reading::points);
  EXPECT_NEAR(points.difference.mean, won.difference, 1e-12);
  EXPECT_NEAR(points.difference.low, won.low, 1e-12);
  EXPECT_NEAR(points.difference.high, won.high, 1e-12);
}

TEST(Lesson, ScopesAddUp) {
  LessonOptions options;
  options.replications = 12;
  const LessonReport report = play_lesson(firms(kFirm + kLesson), options);
  const double all = finding(report, 2, Reading::relative).with;
  ASSERT_GT(all, 0);
  const auto with = [&](std::size_t effect) {
    return finding(report, effect, Reading::amount).with;
  };
  EXPECT_GT(with(3), 0);
  EXPECT_GT(with(5), 0);
  EXPECT_NEAR(with(3) + with(4), all, 1e-6 * all);
  EXPECT_NEAR(with(5) + with(6), all, 1e-6 * all);
  // Two causes: their shares make one whole.
  EXPECT_NEAR(finding(report, 7, Reading::level).level->mean +
                  finding(report, 8, Reading::level).level->mean,
              1, 1e-9);
  EXPECT_EQ(finding(report, 8, Reading::level).verdict, LessonVerdict::shown);
  const LessonFinding& level = finding(report, 9, Reading::level);
  EXPECT_DOUBLE_EQ(level.level->mean, level.with);
}

TEST(Lesson, SetsLieUnderTheTwin) {
  const LessonFirms both = firms(kFirm + kLesson, {{"pricing.discount=5%"}, 0});
  EXPECT_NE(both.file.resolved().find("discount: 5%"), std::string::npos);
  EXPECT_NE(both.twin.resolved().find("discount: 20%"), std::string::npos);
}

LessonVerdict judged(double low, double high, Reading reading, std::vector<double> claimed,
                     int n = 50) {
  const Estimate e{.mean = (low + high) / 2, .low = low, .high = high, .sd = 1, .n = n};
  return lesson_verdict(e, false, reading, claimed);
}

TEST(Lesson, VerdictsComeFromIntervals) {
  using enum LessonVerdict;
  const auto r = Reading::relative;
  EXPECT_EQ(judged(0.1, 0.4, r, {0.3}), as_large);
  EXPECT_EQ(judged(0.1, 0.2, r, {0.3}), smaller);
  EXPECT_EQ(judged(0.4, 0.5, r, {0.3}), larger);
  EXPECT_EQ(judged(-0.5, -0.1, r, {0.3}), opposite);
  EXPECT_EQ(judged(-0.1, 0.2, r, {0.3}), little);
  EXPECT_EQ(judged(-0.1, 0.4, r, {0.3}), unclear);
  EXPECT_EQ(judged(0.1, 0.4, r, {0.3}, 5), unclear);  // too few pairs
  // A claimed fall is judged by its size, a range by its nearer and farther end.
  EXPECT_EQ(judged(-0.2, -0.11, r, {-0.15, -0.10}), as_large);
  EXPECT_EQ(judged(-0.09, -0.01, r, {-0.15, -0.10}), smaller);
  EXPECT_EQ(judged(-0.3, -0.2, r, {-0.15, -0.10}), larger);
  EXPECT_EQ(judged(0.01, 0.2, r, {-0.15, -0.10}), opposite);
  EXPECT_EQ(judged(-0.05, 0.01, r, {-0.15, -0.10}), little);
  // A level has no direction.
  EXPECT_EQ(judged(-0.1, 0.2, Reading::level, {0.3}), smaller);
  EXPECT_EQ(judged(0.2, 0.4, Reading::level, {0.3}), as_large);
  EXPECT_EQ(judged(0.1, 0.2, r, {}), higher);
  EXPECT_EQ(judged(-0.2, -0.1, r, {}), lower);
  EXPECT_EQ(judged(-0.2, 0.1, r, {}), unclear);
  EXPECT_EQ(lesson_verdict({}, true, r, std::vector<double>{0.3}), identical);
}

std::vector<const Words*> texts(const Lesson& lesson) {
  std::vector<const Words*> out{&lesson.title, &lesson.claim, &lesson.from};
  for (const LessonEffect& effect : lesson.effects) {
    out.push_back(&effect.name);
    if (!effect.reading.en.empty()) out.push_back(&effect.reading);
  }
  for (const LessonNote& note : lesson.notes) out.push_back(&note.watch);
  for (const LessonCause& cause : lesson.causes) out.push_back(&cause.name);
  return out;
}

bool has_chinese(const std::string& text) {
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xe4 && byte <= 0xe9;  // first byte of the common ideographs
  });
}

TEST(ShippedLessons, AreThirteenAndWhole) {
  std::set<std::string> ids;
  for (const fs::path& file : shipped_lessons()) {
    const auto scenario = Scenario::load(file);
    ASSERT_TRUE(scenario.ok()) << describe(scenario.faults());
    const Lesson* lesson = scenario.value().lesson();
    ASSERT_NE(lesson, nullptr) << file;
    ids.insert(lesson->id);
    for (const Words* text : texts(*lesson)) {
      EXPECT_FALSE(text->en.empty()) << file;
      EXPECT_FALSE(has_chinese(text->en)) << file << " " << text->en;
      EXPECT_TRUE(has_chinese(text->zh)) << file << " " << text->zh;
    }
    EXPECT_FALSE(lesson->notes.empty()) << file;
    for (const LessonNote& note : lesson->notes)
      EXPECT_LT(note.at, scenario.value().days()) << file;
    EXPECT_GE(scenario.value().reps(), 12) << file;
    EXPECT_LE(scenario.value().reps(), 40) << file;
  }
  for (const char* id :
       {"N1", "N5", "N6", "N7", "N8", "N9", "N10", "N11", "N12", "N13", "N14", "N15", "N16"})
    EXPECT_TRUE(ids.contains(id)) << id;
}

TEST(ShippedLessons, AllPlay) {
  LessonOptions options;
  options.replications = 12;
  for (const fs::path& file : shipped_lessons()) {
    const auto loaded = load_lesson(file);
    ASSERT_TRUE(loaded.ok()) << describe(loaded.faults());
    const LessonReport report = play_lesson(loaded.value(), options);
    EXPECT_EQ(report.pairs, 12);
    std::set<std::size_t> seen;
    bool moved = false;
    for (const LessonFinding& f : report.findings) {
      seen.insert(f.effect);
      EXPECT_NE(f.verdict, LessonVerdict::nothing) << file << " effect " << f.effect;
      const bool shown = f.reading != Reading::level || f.level.has_value();  // a cause: not yet
      if (shown) {
        EXPECT_LE(f.held().low, f.held().high) << file;
      }
      moved = moved || f.difference.mean != 0;
    }
    EXPECT_EQ(seen.size(), report.lesson.effects.size()) << file;
    EXPECT_TRUE(moved) << file << ": the twin is the same firm";
  }
}

TEST(ShippedLessons, DoNotDependOnThreads) {
  const auto loaded = load_lesson(shipped_lessons().front());
  ASSERT_TRUE(loaded.ok());
  LessonOptions one, three;
  one.replications = three.replications = 12;
  one.threads = 1;
  three.threads = 3;
  const LessonReport a = play_lesson(loaded.value(), one), b = play_lesson(loaded.value(), three);
  ASSERT_EQ(a.findings.size(), b.findings.size());
  for (std::size_t i = 0; i < a.findings.size(); ++i) {
    EXPECT_EQ(a.findings[i].difference.mean, b.findings[i].difference.mean);
    EXPECT_EQ(a.findings[i].difference.low, b.findings[i].difference.low);
  }
}

}  // namespace
}  // namespace tandem
