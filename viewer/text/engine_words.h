// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

// What the engine calls things, in Simplified Chinese: "metric.ID", "metric.says.ID", "figure.ID", "figure.says.ID",
// "parameter.PATH", "group.PATH", "role.NAME", "unit.NAME", "choice.VALUE", "use.NAME", "stage.NAME",
// "segment.NAME", "dispute.CAUSE", "verdict.NAME", "event.KIND", "plan.KIND" (an element of a plan), "term.KEY" (of
// one), "firm.NAME". Words of the journal stand in journal_words.h; sentences of the engine (entries of
// the journal, what a parameter means) are English.
namespace tandem::viewer {

struct EngineWord {
  std::string_view id;
  const char* zh;
};

/// All of them, by id.
[[nodiscard]] std::span<const EngineWord> engine_words();

// The lists that they are put together from, one a subject.
[[nodiscard]] std::span<const EngineWord> words_of_figures();    ///< words_figures.cpp
[[nodiscard]] std::span<const EngineWord> meaning_of_figures();  ///< says_figures.cpp
[[nodiscard]] std::span<const EngineWord> words_of_things();     ///< words_things.cpp
[[nodiscard]] std::span<const EngineWord> words_of_policies();   ///< words_policies.cpp
[[nodiscard]] std::span<const EngineWord> words_of_people();     ///< words_people.cpp
[[nodiscard]] std::span<const EngineWord> words_of_work();       ///< words_work.cpp

}  // namespace tandem::viewer
