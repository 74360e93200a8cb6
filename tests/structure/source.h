// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace structure {

/// A file of the repository; `path` is relative to its root.
struct Source {
  std::string path;
  std::string text;
};

/// A breach of a rule.
struct Finding {
  std::string path;
  int line;
  std::string what;
};
using Findings = std::vector<Finding>;

/// A name as it stands in code, with its qualifiers: "std::exp", "x" in "state.x".
struct Name {
  std::string text;
  int line;
  bool member;        ///< behind ".", "->" or a template's ">::"
  bool called;        ///< before "("
  std::string after;  ///< the first characters behind it, blanks left out
};

/// C++ text with comments and the insides of literals blanked out; lines stay where they are.
[[nodiscard]] std::string code_of(std::string_view text);
/// The names of C++ text that code_of() has cleaned.
[[nodiscard]] std::vector<Name> names_of(std::string_view code);
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);

}  // namespace structure
