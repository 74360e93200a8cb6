// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "viewer/text/text.h"

// The small language of the viewer: what can be done, what it is called, which key does it. Keys,
// palette, help sheet and scripts all read this one table.
namespace tandem::viewer {

class App;

/// A command: "step N days".
struct Command {
  std::string_view form;  ///< first word, then what it takes: "goto day N"
  Text says;
  /// Does it; empty or what is wrong.
  std::string (*run)(App& app, std::string_view rest);
};
[[nodiscard]] std::span<const Command> commands();

/// A line that a key says and the palette offers.
struct Shortcut {
  std::string_view key;   ///< "Ctrl+K", "Space", "Shift+Right"; empty: only in the palette
  std::string_view line;  ///< of the language
  Text says;
};
[[nodiscard]] std::span<const Shortcut> shortcuts();

/// A key as a script and the sheet name it ("Ctrl+K"), as GLFW numbers it; 0: there is none such.
struct Key {
  int code = 0;
  bool ctrl = false, shift = false, alt = false;
  friend bool operator==(const Key&, const Key&) = default;
};
[[nodiscard]] Key key_of(std::string_view name);

}  // namespace tandem::viewer
