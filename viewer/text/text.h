// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "tandem/journal.h"
#include "tandem/lesson.h"
#include "viewer/text/catalogue.h"

// Everything a person reads, in English and Simplified Chinese. A text that the catalogue does not
// have does not compile.
namespace tandem::viewer {

/// A text of the catalogue: `Text("play")`.
class Text {
 public:
  consteval Text(const char* id) : place_(find(id)) {}
  [[nodiscard]] const char* in(Language language) const {
    return language == Language::zh ? kCatalogue[place_].zh : kCatalogue[place_].en;
  }
  [[nodiscard]] std::string_view id() const { return kCatalogue[place_].id; }

 private:
  static consteval std::size_t find(std::string_view id) {
    for (std::size_t i = 0; i < kCatalogue.size(); ++i)
      if (id == kCatalogue[i].id) return i;
    throw "the catalogue has no such text";
  }
  std::size_t place_;
};

/// What the engine calls something (metrics, figures of a seat, parameters, units, kinds of events),
/// in a language; the English where the engine's own words are all there is.
[[nodiscard]] const char* engine_word(std::string_view id, const char* english, Language language);
/// Ids that engine_word() knows in Chinese: a test holds them against what the engine declares.
[[nodiscard]] bool has_engine_word(std::string_view id);
/// A sentence of the journal in a language.
[[nodiscard]] std::string told(const Phrase& said, Language language);

}  // namespace tandem::viewer
