// SPDX-License-Identifier: Apache-2.0
#include "viewer/text/text.h"

#include <algorithm>
#include <vector>

#include "viewer/text/engine_words.h"
#include "viewer/text/journal_sentences.h"

namespace tandem::viewer {

namespace {

const char* listed(std::string_view id) {
  const auto words = engine_words();
  const auto word = std::ranges::lower_bound(words, id, {}, &EngineWord::id);
  return word != words.end() && word->id == id ? word->zh : nullptr;
}

const char* chinese(std::string_view id) {
  // A term means the same in every kind of element: plan[].commission.rate, plan[].pool.rate.
  constexpr std::string_view kPlan = "parameter.plan[].", kMeaning = "parameter.says.plan[].";
  const bool meaning = id.starts_with(kMeaning);
  if (!meaning && !id.starts_with(kPlan)) return listed(id);
  const std::string_view term = id.substr(meaning ? kMeaning.size() : kPlan.size());
  const std::string says = meaning ? "says." : "";
  const auto dot = term.find('.');
  return dot == std::string_view::npos ? listed("plan." + says + std::string(term))
                                       : listed("term." + says + std::string(term.substr(dot + 1)));
}

}  // namespace

std::span<const EngineWord> engine_words() {
  static const std::vector<EngineWord> all = [] {
    std::vector<EngineWord> out;
    for (const auto& list :
         {words_of_figures(), meaning_of_figures(), words_of_things(), words_of_policies(),
          words_of_people(), words_of_work(), meaning_of_policies(), meaning_of_people(),
          meaning_of_work(), meaning_of_plan()})
      out.insert(out.end(), list.begin(), list.end());
    std::ranges::sort(out, {}, &EngineWord::id);
    return out;
  }();
  return all;
}

const char* engine_word(std::string_view id, const char* english, Language language) {
  if (language == Language::en) return english;
  const char* word = chinese(id);
  return word != nullptr ? word : english;
}

bool has_engine_word(std::string_view id) { return chinese(id) != nullptr; }

std::string told(const Phrase& said, Language language) {
  if (language == Language::en) return said.english();
  return said.told([](const Phrase& phrase) -> std::string {
    if (phrase.pattern.empty())
      return phrase.word.empty() ? phrase.text
                                 : engine_word(phrase.word, phrase.text.c_str(), Language::zh);
    const auto sentence = std::ranges::find(kSentences, phrase.pattern, &Sentence::en);
    return sentence != std::end(kSentences) ? sentence->zh : std::string(phrase.pattern);
  });
}

}  // namespace tandem::viewer
