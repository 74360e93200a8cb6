// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "tandem/result.h"
#include "tandem/scenario.h"
#include "tandem/study.h"

namespace tandem {

enum class Language { en, zh };

/// A text in each language in which it is shown.
struct Words {
  std::string en, zh;
  [[nodiscard]] const std::string& in(Language language) const {
    return language == Language::zh ? zh : en;
  }
};

/// How a claimed number is read.
enum class Reading {
  relative,  ///< a change as a share of what it is compared with
  points,    ///< a change of a share, in percentage points
  amount,    ///< a change in the figure's own unit
  level,     ///< the figure itself, as the file has it
};

/// One effect: of which figure, and how large it is claimed to be, read in one way or several. One
/// without a claim is shown beside the others.
struct LessonEffect {
  Words name;               ///< what the figure is called in this lesson
  std::string metric;       ///< id of a metric or of one of lesson_measures()
  std::string team;         ///< deals of this team only; empty: the firm's
  std::string cause;        ///< the share of what `metric` counts that goes with one of the causes
  bool of_without = false;  ///< it is what the twin brings, else what the file brings
  int from = 0, to = 0;     ///< working days from, and before which, deals close; 0: to the end
  double least = 0;         ///< deals of at least this list value only, money
  std::vector<double> relative, points, amount, level;  ///< one number or the ends of a range
  Words reading;                                        ///< what the claim leaves open
};

/// Something worth watching from a day on.
struct LessonNote {
  int at = 0;
  Words watch;
};

/// One thing that can go wrong, and what takes it away.
struct LessonCause {
  std::string id;
  Words name;
  std::vector<std::string> set;  ///< as `--set`
};

/// The section `lesson` of a scenario file: a claim, a twin of the firm and what to look at. It has
/// no effect on a run.
struct Lesson {
  std::string id;  ///< e.g. "N5"
  Words title, claim, from;
  std::vector<std::string> compare;  ///< the twin: what is laid over the file, as `--set`
  std::vector<LessonEffect> effects;
  std::vector<LessonNote> notes;
  std::vector<LessonCause> causes;
  std::string sweep;                ///< a key that is tried at several values; empty: none
  std::vector<std::string> values;  ///< these
};

/// What a lesson may count beside the metrics: made of the deals that closed, so that a team, some
/// days or large deals can be looked at alone.
struct LessonMeasureInfo {
  std::string_view id, title, unit, says;
};
[[nodiscard]] std::span<const LessonMeasureInfo> lesson_measures();

/// The lessons that come with Tandem, in the order of their files.
[[nodiscard]] std::vector<std::filesystem::path> shipped_lessons();

/// What the simulation says of a claim, judged by its 95 % interval.
enum class LessonVerdict {
  as_large,   ///< the claimed direction, and the claim lies in the interval
  smaller,    ///< the claimed direction, the whole interval short of the claim
  larger,     ///< the claimed direction, the whole interval beyond the claim
  opposite,   ///< the whole interval on the other side of 0
  little,     ///< the interval holds 0 and is short of the claim: little or nothing
  unclear,    ///< the interval holds both 0 and the claim: cannot tell yet
  identical,  ///< the same in every pair
  nothing,    ///< no pair has an observation
  higher,     ///< nothing is claimed: the interval lies above 0
  lower,      ///< ... below 0
  shown,      ///< nothing is claimed of a level
};
/// Judges [low, high] against a claim of one number or a range; empty: there is no claim.
[[nodiscard]] LessonVerdict lesson_verdict(const Estimate& simulated, bool identical,
                                           Reading reading, std::span<const double> claimed);

/// An effect in one reading.
struct LessonFinding {
  std::size_t effect = 0;  ///< place in Lesson::effects
  Reading reading{};
  std::vector<double> claimed = {};  ///< empty: shown only
  int pairs = 0;
  double with = 0, without = 0;           ///< means of the file and of the twin
  Estimate difference = {};               ///< in the figure's unit, always valid interval
  std::optional<Estimate> relative = {};  ///< over the other's mean; none where that is 0
  std::optional<Estimate> level = {};     ///< for a cause or a claimed level
  double median = 0;                      ///< of the differences
  double share_as_large = 0;              ///< of pairs whose difference is at least the claim
  LessonVerdict verdict{};
  std::string unit = {};  ///< of `with` and `without`
  /// What is held against the claim: one of the three above.
  [[nodiscard]] const Estimate& held() const;
};

struct LessonOptions {
  int replications = 100;
  std::optional<std::uint64_t> seed;  ///< none: the scenario's own
  int threads = 0;                    ///< 0 = all cores; results do not depend on it
  std::stop_token stop;
  std::function<void(const Progress&)> progress;  ///< called by one thread at a time
};

struct LessonReport {
  Lesson lesson;
  std::string scenario;
  int reps = 0, days = 0, pairs = 0;
  bool stopped = false;
  std::uint64_t seed = 0;
  double seconds = 0;
  std::vector<LessonFinding> findings;  ///< effect by effect, reading by reading
};

/// The firm of a lesson's file and its twins: `compare` and what takes each cause away.
struct LessonFirms {
  Scenario file, twin;
  std::vector<Scenario> causes;
};
[[nodiscard]] Result<LessonFirms> load_lesson(const std::filesystem::path& file,
                                              const Overrides& overrides = {});

/// Plays a lesson and its twins on the same luck.
[[nodiscard]] LessonReport play_lesson(const LessonFirms& firms, const LessonOptions& options);

}  // namespace tandem
