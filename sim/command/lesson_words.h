// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tandem/lesson.h"

// The few words around a lesson's own texts, in both languages.
namespace tandem::lesson_words {

inline const Words kClaim{"Claim", "说法"};
inline const Words kFrom{"From", "出处"};
inline const Words kFigure{"figure", "指标"};
inline const Words kWith{"with", "有"};
inline const Words kWithout{"without", "无"};
inline const Words kEffect{"effect", "效果"};
inline const Words kInterval{"95 % interval", "95% 区间"};
inline const Words kClaimed{"claimed", "所称"};
inline const Words kWatch{"What to watch", "看点"};
inline const Words kReadings{"How the claim is read", "对说法的读法"};
inline const Words kTwin{"without is the same firm with", "“无”是同一家公司，只改"};
inline const Words kPairs{"{} pairs on the same luck, {} days, {} reps, seed {}",
                          "{} 对，同样的运气，{} 天，{} 名销售，种子 {}"};
inline const Words kDay{"day {}", "第 {} 天"};
inline const Words kUnchecked{
    "The source of the claim could not be checked: this is an illustration, not a target to "
    "calibrate to. With and without meet the same luck; the interval is that of the effect.",
    "该说法的来源无法核实：这里只作示例，不用来校准模型。“有”与“无”遇到同样的运气；区间是效果的区间"
    "。"};
inline const Words kPoints{"points", "百分点"};
inline const Words kAsRead{"level", "数值"};
inline const Words kPairsAsLarge{
    "median {}; in {} % of the pairs the difference is at least as large as claimed",
    "中位数 {}；{}% 的配对中差异不小于所称"};
inline const Words kScale{
    "in proportion to its size, a firm of {} to {} reps would show the claimed amount",
    "按规模折算，{} 到 {} 名销售的公司会出现所称的数额"};

/// What a verdict means.
[[nodiscard]] inline Words verdict(LessonVerdict verdict, Reading reading) {
  const bool level = reading == Reading::level;
  switch (verdict) {
    case LessonVerdict::as_large:
      return level ? Words{"about as large as claimed", "与所称大致相当"}
                   : Words{"same direction, about as large as claimed",
                           "方向相同，大小与所称大致相当"};
    case LessonVerdict::smaller:
      return level ? Words{"smaller than claimed", "小于所称"}
                   : Words{"same direction, smaller than claimed", "方向相同，小于所称"};
    case LessonVerdict::larger:
      return level ? Words{"larger than claimed", "大于所称"}
                   : Words{"same direction, larger than claimed", "方向相同，大于所称"};
    case LessonVerdict::opposite:
      return {"the other direction", "方向相反"};
    case LessonVerdict::little:
      return {"little or nothing: smaller than claimed, its direction not clear",
              "很小或没有：小于所称，方向不明"};
    case LessonVerdict::unclear:
      return {"cannot tell yet", "还看不出来"};
    case LessonVerdict::identical:
      return {"no effect: the same in every pair", "没有效果：每一对都相同"};
    case LessonVerdict::higher:
      return {"nothing claimed: higher", "没有说法：更高"};
    case LessonVerdict::lower:
      return {"nothing claimed: lower", "没有说法：更低"};
    case LessonVerdict::shown:
      return {"nothing claimed", "没有说法"};
    case LessonVerdict::nothing:
      break;
  }
  return {"nothing to observe", "没有可观察的数据"};
}

}  // namespace tandem::lesson_words
