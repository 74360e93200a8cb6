// SPDX-License-Identifier: Apache-2.0
#include "tandem/lesson.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "sim/study/anytime.h"
#include "sim/study/lesson_measures.h"
#include "sim/study/quantiles.h"
#include "sim/study/replications.h"

namespace tandem {

namespace {

using Values = std::vector<double>;

/// What an effect counts, run by run: in the file's firm, its twin and without each cause. Runs in
/// which one of them has no observation are left out.
struct Column {
  Values with, without;
  std::vector<Values> causes;  ///< [cause][run]
};

Values differences(const Values& a, const Values& b) {
  Values out;
  for (std::size_t i = 0; i < a.size(); ++i) out.push_back(a[i] - b[i]);
  return out;
}

double mean(const Values& x) { return moments_of(x).mean(); }

/// The mean of y over the size of that of x with its interval by linearisation (Cochran 1977,
/// section 2.11): each pair is an observation of it. None where x is 0.
std::optional<Estimate> ratio(const Values& y, const Values& x) {
  const double signed_below = mean(x), sign = signed_below < 0 ? -1 : 1;
  const double below = sign * signed_below;
  if (y.empty() || below == 0) return std::nullopt;
  const double share = mean(y) / below;
  Values out;
  for (std::size_t i = 0; i < y.size(); ++i)
    out.push_back(share + (y[i] - share * sign * x[i]) / below);
  return anytime_estimate(moments_of(out));
}

/// What goes with one cause, over what goes with all of them; none unless that is more than chance.
std::optional<Estimate> share_of_cause(const Column& column, std::size_t cause) {
  Values all(column.with.size());
  for (const Values& without_it : column.causes)
    for (std::size_t i = 0; i < all.size(); ++i) all[i] += column.with[i] - without_it[i];
  if (anytime_estimate(moments_of(all)).low <= 0) return std::nullopt;
  return ratio(differences(column.with, column.causes[cause]), all);
}

double middle(Values x) {
  std::ranges::sort(x);
  return x.empty() ? 0 : quantile(x, 0.5);
}

/// Share of the pairs whose difference goes at least as far as the nearer end of the claim.
double as_large(const Values& difference, const std::vector<double>& claimed) {
  if (claimed.empty()) return 0;
  const double sign = claimed.front() < 0 ? -1 : 1;
  const double least = std::min(std::abs(claimed.front()), std::abs(claimed.back()));
  const auto n = std::ranges::count_if(difference, [&](double d) { return sign * d >= least; });
  return difference.empty() ? 0 : static_cast<double>(n) / static_cast<double>(difference.size());
}

LessonFinding finding(const Lesson& lesson, std::size_t place, Reading reading,
                      const std::vector<double>& claimed, const Column& column) {
  const LessonEffect& effect = lesson.effects[place];
  LessonFinding out{.effect = place, .reading = reading, .claimed = claimed};
  out.unit = lesson_unit(effect);
  out.pairs = static_cast<int>(column.with.size());
  if (out.pairs == 0) {
    out.verdict = LessonVerdict::nothing;
    return out;
  }
  out.with = mean(column.with);
  out.without = mean(column.without);
  const Values& compared_with = effect.of_without ? column.with : column.without;
  const Values d = effect.of_without ? differences(column.without, column.with)
                                     : differences(column.with, column.without);
  out.difference = anytime_estimate(moments_of(d));
  out.relative = ratio(d, compared_with);
  out.median = middle(d);
  out.share_as_large = as_large(d, claimed);
  bool identical = std::ranges::all_of(d, [](double x) { return x == 0; });
  if (!effect.cause.empty()) {
    const auto cause = std::ranges::find(lesson.causes, effect.cause, &LessonCause::id);
    out.level = share_of_cause(column, static_cast<std::size_t>(cause - lesson.causes.begin()));
    identical = false;
  } else if (reading == Reading::level) {
    out.level = anytime_estimate(moments_of(column.with));
    identical = false;
  }
  const bool shown = reading == Reading::level      ? out.level.has_value()
                     : reading == Reading::relative ? out.relative.has_value()
                                                    : true;
  if (shown) {
    out.verdict = lesson_verdict(out.held(), identical, reading, claimed);
  } else {
    out.verdict = effect.cause.empty() ? LessonVerdict::nothing : LessonVerdict::unclear;
  }
  return out;
}

bool claims(const LessonEffect& effect) {
  return !(effect.relative.empty() && effect.points.empty() && effect.amount.empty() &&
           effect.level.empty());
}

std::vector<LessonFinding> findings(const Lesson& lesson, const std::vector<Column>& columns) {
  std::vector<LessonFinding> out;
  for (std::size_t e = 0; e < lesson.effects.size(); ++e) {
    const LessonEffect& effect = lesson.effects[e];
    for (const auto& [reading, claimed] :
         {std::pair{Reading::relative, &effect.relative},
          std::pair{Reading::points, &effect.points}, std::pair{Reading::amount, &effect.amount},
          std::pair{Reading::level, &effect.level}})
      if (!claimed->empty()) out.push_back(finding(lesson, e, reading, *claimed, columns[e]));
    if (!claims(effect))
      out.push_back(finding(lesson, e, effect.cause.empty() ? Reading::relative : Reading::level,
                            {}, columns[e]));
  }
  return out;
}

/// One more run of each firm.
void add(std::vector<Column>& columns, const Lesson& lesson, const std::vector<Scenario>& firms,
         std::span<const RunRecord> records) {
  for (std::size_t e = 0; e < columns.size(); ++e) {
    Values row;
    for (std::size_t f = 0; f < firms.size(); ++f)
      if (const auto value = lesson_value(lesson.effects[e], firms[f], records[f]))
        row.push_back(*value);
    if (row.size() < firms.size()) continue;
    columns[e].with.push_back(row[0]);
    columns[e].without.push_back(row[1]);
    columns[e].causes.resize(firms.size() - 2);
    for (std::size_t c = 2; c < row.size(); ++c) columns[e].causes[c - 2].push_back(row[c]);
  }
}

}  // namespace

const Estimate& LessonFinding::held() const {
  if (reading == Reading::level) return level.value();
  return reading == Reading::relative ? relative.value() : difference;
}

LessonVerdict lesson_verdict(const Estimate& simulated, bool identical, Reading reading,
                             std::span<const double> claimed) {
  if (identical) return LessonVerdict::identical;
  if (claimed.empty()) {
    if (reading == Reading::level) return LessonVerdict::shown;
    if (simulated.n < kFirstLook || (simulated.low <= 0 && simulated.high >= 0))
      return LessonVerdict::unclear;
    return simulated.low > 0 ? LessonVerdict::higher : LessonVerdict::lower;
  }
  // As if the claim were positive.
  const double sign = claimed.front() < 0 ? -1 : 1;
  const double low = std::min(sign * simulated.low, sign * simulated.high);
  const double high = std::max(sign * simulated.low, sign * simulated.high);
  const double least = std::min(sign * claimed.front(), sign * claimed.back());
  const double most = std::max(sign * claimed.front(), sign * claimed.back());
  if (simulated.n < kFirstLook) return LessonVerdict::unclear;
  if (high < 0) return LessonVerdict::opposite;
  if (low <= 0 && reading != Reading::level)
    return high < least ? LessonVerdict::little : LessonVerdict::unclear;
  if (high < least) return LessonVerdict::smaller;
  return low > most ? LessonVerdict::larger : LessonVerdict::as_large;
}

std::vector<std::filesystem::path> shipped_lessons() {
  namespace fs = std::filesystem;
  std::vector<fs::path> out;
  std::error_code error;
  for (fs::directory_iterator it(shipped_scenarios() / "lessons", error), end; !error && it != end;
       it.increment(error))
    if (it->path().extension() == ".yaml") out.push_back(it->path());
  std::ranges::sort(out);
  return out;
}

Result<LessonFirms> load_lesson(const std::filesystem::path& file, const Overrides& overrides) {
  Result<Scenario> base = Scenario::load(file, overrides);
  if (!base) return base.faults();
  const Lesson* lesson = base.value().lesson();
  if (lesson == nullptr) {
    Fault fault;
    fault.file = file.string();
    fault.field = "lesson";
    fault.message = "this scenario is no lesson";
    fault.expected = "a file with a section `lesson`; `tandem lesson` lists those that come along";
    return fault;
  }
  const auto with = [&](const std::vector<std::string>& set) {
    Overrides more = overrides;
    more.set.insert(more.set.end(), set.begin(), set.end());
    return Scenario::load(file, more);
  };
  Result<Scenario> twin = with(lesson->compare);
  if (!twin) return twin.faults();
  LessonFirms out{base.value(), twin.value(), {}};
  for (const LessonCause& cause : lesson->causes) {
    Result<Scenario> firm = with(cause.set);
    if (!firm) return firm.faults();
    out.causes.push_back(std::move(firm).value());
  }
  return out;
}

LessonReport play_lesson(const LessonFirms& firms, const LessonOptions& options) {
  LessonReport out;
  out.lesson = *firms.file.lesson();
  out.scenario = firms.file.name();
  out.reps = firms.file.reps();
  out.days = firms.file.days();
  out.seed = options.seed.value_or(firms.file.seed());
  std::vector<Scenario> all{firms.file, firms.twin};
  all.insert(all.end(), firms.causes.begin(), firms.causes.end());
  BatchOptions batch;
  batch.replications = options.replications;
  batch.threads = options.threads;
  batch.deals = true;
  batch.stop = options.stop;
  batch.progress = options.progress;
  std::vector<Column> columns(out.lesson.effects.size());
  const Played played =
      play_replications(all, out.seed, batch, [&](int, std::span<const RunRecord> records) {
        add(columns, out.lesson, all, records);
        return true;
      });
  out.pairs = played.replications;
  out.stopped = played.stopped;
  out.seconds = played.seconds;
  out.findings = findings(out.lesson, columns);
  return out;
}

}  // namespace tandem
