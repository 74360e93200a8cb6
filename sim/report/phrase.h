// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "tandem/journal.h"

// How sentences are written: say<"{0} quits after {1}">(who, time). A pattern is held against its
// values as it is compiled, and is one of journal_patterns() by being used.
namespace tandem {

/// A literal as an argument of a template.
template <std::size_t N>
struct Pattern {
  char letters[N];

  consteval Pattern(const char (&literal)[N]) { std::copy_n(literal, N, letters); }
  [[nodiscard]] constexpr std::string_view view() const { return {letters, N - 1}; }
  /// Does each of the first `n` places stand in it once, and no other?
  [[nodiscard]] consteval bool has_places(std::size_t n) const {
    std::size_t places = 0;
    unsigned named = 0;  // a bit a place
    for (std::size_t i = 0; i + 2 < N; ++i) {
      if (letters[i] != '{') continue;
      ++places;
      if (letters[i + 2] == '}') named |= 1U << (letters[i + 1] - '0');
    }
    return places == n && named == (1U << n) - 1;
  }
};

/// Puts a pattern on the list of all; for kListed alone.
bool list_pattern(std::string_view pattern);
template <Pattern P>
inline const bool kListed = list_pattern(P.view());

[[nodiscard]] inline Phrase plain(Phrase phrase) { return phrase; }
/// A name, a note, a number as it is to be read.
[[nodiscard]] inline Phrase plain(std::string text) { return {.text = std::move(text)}; }
[[nodiscard]] Phrase plain(std::integral auto number) { return plain(std::to_string(number)); }
/// A word that languages have their own for, by its id there.
[[nodiscard]] inline Phrase word(std::string id, std::string_view english) {
  return {.text = std::string(english), .word = std::move(id)};
}

/// The pattern with its values, each a phrase, a text or a whole number.
template <Pattern P, typename... Values>
[[nodiscard]] Phrase say(Values&&... values) {
  static_assert(P.has_places(sizeof...(Values)), "a place a value");
  static_cast<void>(kListed<P>);
  Phrase phrase{.pattern = P.view()};
  phrase.values.reserve(sizeof...(Values));
  (phrase.values.push_back(plain(std::forward<Values>(values))), ...);
  return phrase;
}

/// One of two sentences on the same values.
template <Pattern Yes, Pattern No, typename... Values>
[[nodiscard]] Phrase say_if(bool yes, Values&&... values) {
  return yes ? say<Yes>(std::forward<Values>(values)...) : say<No>(std::forward<Values>(values)...);
}

}  // namespace tandem
