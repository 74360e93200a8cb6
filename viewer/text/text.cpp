// SPDX-License-Identifier: Apache-2.0
#include "viewer/text/text.h"

#include "viewer/text/engine_words.h"

namespace tandem::viewer {

namespace {

const char* chinese(std::string_view id) {
  for (const EngineWord& word : kEngineWords)
    if (word.id == id) return word.zh;
  return nullptr;
}

}  // namespace

const char* engine_word(std::string_view id, const char* english, Language language) {
  if (language == Language::en) return english;
  const char* word = chinese(id);
  return word != nullptr ? word : english;
}

bool has_engine_word(std::string_view id) { return chinese(id) != nullptr; }

}  // namespace tandem::viewer
