// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/command/console.h"
#include "tandem/lesson.h"

// What `tandem lesson` prints: in English or Chinese for people, JSON for machines, a page for docs.
namespace tandem {

/// A lesson that comes with Tandem.
struct ShippedLesson {
  std::string file;  ///< under the shipped scenarios
  Lesson lesson;
};

[[nodiscard]] std::string lesson_list(std::span<const ShippedLesson> lessons, Language language,
                                      const Console& console);
[[nodiscard]] std::string lesson_list_json(std::span<const ShippedLesson> lessons);
[[nodiscard]] std::string lesson_table(const LessonReport& report, Language language,
                                       const Console& console);
/// The claimed effects at each value of the lesson's sweep.
[[nodiscard]] std::string sweep_table(std::span<const LessonReport> reports, Language language,
                                      const Console& console);
/// With the reports of its sweep, if it was played.
[[nodiscard]] std::string lesson_json(const LessonReport& report,
                                      std::span<const LessonReport> sweep = {});
[[nodiscard]] std::string lesson_markdown(std::span<const ShippedLesson> lessons,
                                          std::span<const LessonReport> reports);

}  // namespace tandem
