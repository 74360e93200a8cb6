// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

// What the engine calls things, in Simplified Chinese: "metric.ID", "figure.ID", "parameter.PATH",
// "group.PATH", "role.NAME", "unit.NAME", "choice.VALUE", "use.NAME", "stage.NAME", "segment.NAME",
// "dispute.CAUSE", "verdict.NAME", "event.KIND", "plan.KIND" (an element of a plan), "term.KEY" (of
// one), "firm.NAME"; and what they mean: "metric.says.ID", "figure.says.ID", "parameter.says.PATH",
// "plan.says.KIND", "term.says.KEY". Words of the journal stand in journal_words.h, its sentences in
// journal_sentences.h.
namespace tandem::viewer {

struct EngineWord {
  std::string_view id;
  const char* zh;
};

/// All of them, by id.
[[nodiscard]] std::span<const EngineWord> engine_words();

// The lists that they are put together from, one a subject.
[[nodiscard]] std::span<const EngineWord> words_of_figures();     ///< words_figures.cpp
[[nodiscard]] std::span<const EngineWord> meaning_of_figures();   ///< says_figures.cpp
[[nodiscard]] std::span<const EngineWord> words_of_things();      ///< words_things.cpp
[[nodiscard]] std::span<const EngineWord> words_of_policies();    ///< words_policies.cpp
[[nodiscard]] std::span<const EngineWord> words_of_people();      ///< words_people.cpp
[[nodiscard]] std::span<const EngineWord> words_of_work();        ///< words_work.cpp
[[nodiscard]] std::span<const EngineWord> meaning_of_policies();  ///< says_policies.cpp
[[nodiscard]] std::span<const EngineWord> meaning_of_people();    ///< says_people.cpp
[[nodiscard]] std::span<const EngineWord> meaning_of_work();      ///< says_work.cpp
[[nodiscard]] std::span<const EngineWord> meaning_of_plan();      ///< says_plan.cpp

}  // namespace tandem::viewer
