// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace tandem {

/// One mistake in something a person wrote: a scenario, a table, an option.
/// `file` may be empty (an option on the command line); `line` and `column` count from 1, 0 = no
/// place.
struct Fault {
  std::string file;
  int line = 0;
  int column = 0;
  std::string source;    ///< the offending line as written, for the caret; may be empty
  int width = 1;         ///< how many characters the caret underlines
  std::string field;     ///< dotted path such as "teams[1].territory"; may be empty
  std::string message;   ///< what was read and what is wrong with it
  std::string expected;  ///< what would be right; may be empty
  std::string nearest;   ///< the nearest known name ("did you mean ..."); may be empty
};

using Faults = std::vector<Fault>;

/// The faults as a good compiler prints them: place, message, source line with caret, expectation,
/// nearest name.
[[nodiscard]] std::string describe(const Fault& fault);
[[nodiscard]] std::string describe(const Faults& faults);

/// A value, or every fault that was found on the way to it. Bad input never throws out of the
/// library.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::move(value)) {}
  Result(Faults faults) : content_(std::move(faults)) {}
  Result(Fault fault) : content_(Faults{std::move(fault)}) {}

  [[nodiscard]] bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] const T& value() const& { return std::get<0>(content_); }
  [[nodiscard]] T&& value() && { return std::get<0>(std::move(content_)); }
  [[nodiscard]] const Faults& faults() const { return std::get<1>(content_); }

 private:
  std::variant<T, Faults> content_;
};

}  // namespace tandem
