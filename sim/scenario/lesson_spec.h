// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/model/field.h"

// The section `lesson` as a file says it: one row a key. What people see is made of it in
// read_lesson.cpp.
namespace tandem {

struct LessonSpec {
  std::string id, title_en, title_zh, claim_en, claim_zh, from_en, from_zh;
  std::vector<std::string> compare, values;
  std::string sweep;
  static std::span<const Field<LessonSpec>> fields();
};

struct LessonEffectSpec {
  std::string metric, name_en, name_zh, team, cause, reading_en, reading_zh;
  int of = 0;  ///< with, without
  double from = 0, to = 0, least = 0;
  std::vector<double> relative, points, amount, level;
  static std::span<const Field<LessonEffectSpec>> fields();
};

struct LessonNoteSpec {
  double at = 0;
  std::string watch_en, watch_zh;
  static std::span<const Field<LessonNoteSpec>> fields();
};

struct LessonCauseSpec {
  std::string id, name_en, name_zh;
  std::vector<std::string> set;
  static std::span<const Field<LessonCauseSpec>> fields();
};

}  // namespace tandem
