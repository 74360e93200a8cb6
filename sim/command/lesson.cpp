// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "sim/command/commands.h"
#include "sim/command/lesson_output.h"
#include "sim/command/play.h"
#include "sim/command/text.h"

namespace tandem {

namespace {

namespace fs = std::filesystem;

std::vector<ShippedLesson> shipped() {
  std::vector<ShippedLesson> out;
  for (const fs::path& file : shipped_lessons()) {
    const Scenario scenario = value_or_throw(Scenario::load(file));
    if (const Lesson* lesson = scenario.lesson())
      out.push_back({file.lexically_relative(shipped_scenarios()).generic_string(), *lesson});
  }
  return out;
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// The file that is meant: one by its path, or a lesson that comes along by its id or file name.
fs::path file_of(const std::string& asked) {
  std::error_code error;
  if (fs::exists(asked, error) || asked.find('/') != std::string::npos) return asked;
  std::vector<std::string> known;
  for (const ShippedLesson& l : shipped()) {
    fs::path file = shipped_scenarios() / l.file;
    if (lower(asked) == lower(l.lesson.id) || asked == file.stem().string() ||
        asked == file.filename().string())
      return file;
    known.push_back(l.lesson.id);
    known.push_back(file.stem().string());
  }
  const std::string nearest = nearest_name(asked, known);
  throw Failure(kBadInput, fmt::format("there is neither a file nor a lesson `{}`; {}", asked,
                                       nearest.empty() ? "`tandem lesson` lists the lessons"
                                                       : "did you mean `" + nearest + "`?"));
}

LessonReport play(const fs::path& file, const LessonCommandOptions& asked,
                  const LessonOptions& options) {
  const LessonFirms firms = value_or_throw(load_lesson(file, {.set = asked.set, .days = 0}));
  try {
    return play_lesson(firms, options);
  } catch (const RunFailure& fault) {
    PlayOptions again;
    again.set = asked.set;
    throw with_recipe(fault, file.string(), again);
  }
}

/// The lesson at each value of the key that it names; those that are not finished are left out.
std::vector<LessonReport> play_sweep(const fs::path& file, const Lesson& lesson,
                                     const LessonCommandOptions& asked,
                                     const LessonOptions& options) {
  if (lesson.sweep.empty())
    throw Failure(kBadInput, fmt::format("lesson {} names no key to sweep", lesson.id));
  std::vector<LessonReport> out;
  for (const std::string& value : lesson.values) {
    LessonCommandOptions one = asked;
    one.set.push_back(lesson.sweep + "=" + value);
    LessonReport report = play(file, one, options);
    if (report.stopped) break;
    out.push_back(std::move(report));
  }
  return out;
}

ExitCode play_all(const LessonCommandOptions& asked, LessonOptions options, ProgressBar& bar,
                  const Console& console) {
  const std::vector<ShippedLesson> lessons = shipped();
  std::vector<LessonReport> reports;
  options.progress = [&](const Progress& p) {
    const auto before = static_cast<double>(reports.size());
    bar.show({p.done, p.of, (before + p.share) / static_cast<double>(lessons.size())});
  };
  for (const ShippedLesson& l : lessons) {
    reports.push_back(play(shipped_scenarios() / l.file, asked, options));
    if (!reports.back().stopped) continue;
    bar.wipe();
    console.say("tandem: interrupted before all lessons were played; nothing to show\n");
    return kInterrupted;
  }
  bar.wipe();
  console.put(lesson_markdown(lessons, reports));
  return kDone;
}

}  // namespace

ExitCode command(const LessonCommandOptions& asked, const Console& console) {
  const Language language = asked.language == "zh" ? Language::zh : Language::en;
  if (asked.lesson.empty() && !asked.markdown) {
    const std::vector<ShippedLesson> lessons = shipped();
    console.put(asked.json ? lesson_list_json(lessons) : lesson_list(lessons, language, console));
    return kDone;
  }
  const Interrupt interrupt;  // before the first thread
  ProgressBar bar(console, asked.quiet);
  LessonOptions options;
  options.replications = asked.replications;
  options.seed = asked.seed;
  options.threads = asked.threads;
  options.stop = interrupt.token();
  options.progress = [&](const Progress& p) { bar.show(p); };
  if (asked.markdown) return play_all(asked, options, bar, console);
  const fs::path file = file_of(asked.lesson);
  const LessonReport report = play(file, asked, options);
  const std::vector<LessonReport> sweep = asked.sweep && !report.stopped
                                              ? play_sweep(file, report.lesson, asked, options)
                                              : std::vector<LessonReport>{};
  bar.wipe();
  if (report.pairs > 0)
    console.put(asked.json ? lesson_json(report, sweep)
                           : lesson_table(report, language, console) +
                                 sweep_table(sweep, language, console));
  if (!report.stopped) return kDone;
  console.flush();
  tell_interrupted(console, report.pairs, asked.replications, "");
  return kInterrupted;
}

}  // namespace tandem
