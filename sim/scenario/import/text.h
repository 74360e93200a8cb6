// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Words, names and numbers as people write them in exports and as messages show them.
namespace tandem::crm {

/// Without white space at both ends, no-break spaces included.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The key under which two spellings of a name are the same: ASCII letters in lower case, without
/// spaces, hyphens, dots and the like. "GTX Pro" and "GTXPro" meet; "C++" and "C#" do not. Bytes
/// beyond ASCII stay.
[[nodiscard]] std::string name_key(std::string_view name);

/// The key of a column header: name_key without "__c", brackets and signs.
[[nodiscard]] std::string header_key(std::string_view header);

/// Lower-case runs of letters (bytes beyond ASCII count as letters), e.g. "6. Closed-Won" ->
/// closed, won.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

/// Does a cell say nothing? Empty, "-", "n/a", "null", "none", "nan", "(blank)", "0000-00-00".
[[nodiscard]] bool blank(std::string_view cell);

/// The known name nearest to `name` by edits, if near enough to be meant; else empty.
[[nodiscard]] std::string nearest_name(std::string_view name,
                                       const std::vector<std::string>& known);

/// 1425 -> "1,425".
[[nodiscard]] std::string grouped(std::int64_t number);

/// Cents as money: 1000553400 -> "10,005,534.00".
[[nodiscard]] std::string money_text(std::int64_t cents);

/// A text on one line of at most `width` characters, control characters shown as blanks.
[[nodiscard]] std::string shown(std::string_view text, std::size_t width = 40);

/// "1 row", "2 rows".
[[nodiscard]] std::string count_of(std::int64_t number, std::string_view one,
                                   std::string_view many);

/// What the bytes of a file are.
enum class Encoding { utf8, western, utf16, binary, unknown };

/// Judges by byte order mark, control bytes and UTF-8 validity; `western` is Windows-1252, which
/// holds Latin-1.
[[nodiscard]] Encoding encoding_of(std::string_view bytes);

/// Windows-1252 to UTF-8.
[[nodiscard]] std::string utf8_from_western(std::string_view bytes);

}  // namespace tandem::crm
