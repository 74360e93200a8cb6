// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tandem/registry.h"
#include "viewer/ui.h"

// What a change may set, as something one can take hold of: made of the declarations of the engine
// alone, so that a new parameter has its control, range and help at once.
namespace tandem::viewer {

/// A parameter that a change may set.
struct Lever {
  enum Kind { number, choice, yes_no, text };
  const ParameterInfo* info = nullptr;
  Kind kind = text;
  bool whole = false;                   ///< a number without a part
  bool policy = false;                  ///< a firm decides it; else it is how the world is
  std::string group, name;              ///< "policies.meetings", "every"
  std::string key;                      ///< in a change: "territories.competitors"
  std::vector<std::string> choices;     ///< of a choice, as a file writes them
  double low = 0, high = 1, slide = 1;  ///< range; where a slider ends

  /// As it is called in a list.
  [[nodiscard]] std::string title(const Ui& ui) const;
  /// What it means, one sentence.
  [[nodiscard]] std::string meaning(const Ui& ui) const;
  /// Key, meaning, unit, default, range, source.
  [[nodiscard]] std::string help(const Ui& ui) const;
};

/// All of them, policies first; those of plans are in plan_levers().
[[nodiscard]] const std::vector<Lever>& levers();
/// plan[].KIND.KEY.
[[nodiscard]] const std::vector<Lever>& plan_levers();

/// A number as a file writes it ("12%", "3d", "1.5h", "60k") and back; none if it is none.
[[nodiscard]] std::optional<double> read_value(std::string_view written);
[[nodiscard]] std::string write_value(double value, std::string_view unit);

/// The control of a lever on a value; a new value once one has been chosen. `width` in em.
[[nodiscard]] std::optional<std::string> control(Ui& ui, const Lever& lever,
                                                 const std::string& value, float width);

/// A text field as wide as what is left or `width` em; the text once it is done.
[[nodiscard]] std::optional<std::string> field(Ui& ui, const char* id, const std::string& value,
                                               float width);

/// Text in double quotes as YAML reads it.
[[nodiscard]] std::string in_quotes(std::string_view text);
/// Does `text` hold `wanted`, whatever the case?
[[nodiscard]] bool holds(std::string_view text, std::string_view wanted);

/// A text with its {placeholders} filled in: says(ui("levers.on.day"), fmt::arg("day", 9)).
template <class... Args>
[[nodiscard]] std::string says(const char* text, const Args&... args) {
  return fmt::format(fmt::runtime(text), args...);
}

}  // namespace tandem::viewer
