// SPDX-License-Identifier: Apache-2.0
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <string_view>
#include <utility>

#include "viewer/app/app.h"
#include "viewer/app/commands.h"

namespace tandem::viewer {

std::span<const Shortcut> shortcuts() {
  static const Shortcut kShortcuts[] = {
      {"Space", "toggle", "cmd.toggle"},
      {".", "speed up", "key.faster"},
      {",", "speed down", "key.slower"},
      {"Right", "step 1 weeks", "key.week_on"},
      {"Left", "back 1 weeks", "key.week_back"},
      {"Ctrl+Right", "step 1 days", "key.day_on"},
      {"Ctrl+Left", "back 1 days", "key.day_back"},
      {"O", "step 1 days", "key.day_on"},
      {"Shift+Right", "step 1 quarters", "key.quarter_on"},
      {"Shift+Left", "back 1 quarters", "key.quarter_back"},
      {"PageDown", "step 1 months", "key.month_on"},
      {"PageUp", "back 1 months", "key.month_back"},
      {"Home", "goto start", "key.start"},
      {"R", "goto start", "key.start"},
      {"End", "goto end", "key.end"},
      {"P", "pause", "cmd.pause"},
      {"N", "next", "key.next"},
      {"Shift+N", "previous", "key.previous"},
      {"", "next quit", "key.next_quit"},
      {"", "next dispute", "key.next_dispute"},
      {"", "next change", "key.next_change"},
      {"", "next note", "key.next_note"},
      {"B", "branch", "key.branch"},
      {"C", "compare", "key.compare"},
      {"X", "swap", "cmd.swap"},
      {"J", "select next", "key.select_next"},
      {"K", "select previous", "key.select_previous"},
      {"W", "zoom in", "key.zoom_in"},
      {"S", "zoom out", "key.zoom_out"},
      {"A", "zoom left", "key.zoom_left"},
      {"D", "zoom right", "key.zoom_right"},
      {"Alt+Left", "select back", "key.select_back"},
      {"Alt+Right", "select forward", "key.select_forward"},
      {"Ctrl+Z", "undo", "cmd.undo"},
      {"Ctrl+Y", "redo", "cmd.redo"},
      {"1", "open floor", "panel.floor"},
      {"2", "open territories", "panel.territories"},
      {"3", "open pipeline", "panel.pipeline"},
      {"4", "open hours", "panel.hours"},
      {"5", "open plots", "panel.plots"},
      {"6", "open compare", "panel.compare"},
      {"7", "open why", "panel.why"},
      {"8", "open policies", "panel.policies"},
      {"9", "open plan", "panel.plan"},
      {"0", "open lessons", "panel.lessons"},
      {"Ctrl+R", "replicate 100", "key.replicate"},
      {"", "replicate 0", "key.replicate_stop"},
      {"Ctrl+=", "scale up", "key.larger"},
      {"Ctrl+-", "scale down", "key.smaller"},
      {"Ctrl+0", "scale 100", "key.usual"},
      {"T", "theme next", "key.theme"},
      {"L", "language next", "key.language"},
      {"F11", "fullscreen", "cmd.fullscreen"},
      {"Shift+F11", "presentation", "key.presentation"},
      {"Ctrl+K", "palette", "cmd.palette"},
      {"F1", "help", "cmd.help"},
      {"?", "help", "cmd.help"},
      {"Escape", "close", "cmd.close"},
      {"Ctrl+Q", "quit", "cmd.quit"},
  };
  return kShortcuts;
}

Key key_of(std::string_view name) {
  static constexpr std::pair<std::string_view, int> kNamed[] = {
      {"Space", GLFW_KEY_SPACE}, {"Right", GLFW_KEY_RIGHT},    {"Left", GLFW_KEY_LEFT},
      {"Up", GLFW_KEY_UP},       {"Down", GLFW_KEY_DOWN},      {"Home", GLFW_KEY_HOME},
      {"End", GLFW_KEY_END},     {"PageUp", GLFW_KEY_PAGE_UP}, {"PageDown", GLFW_KEY_PAGE_DOWN},
      {"F1", GLFW_KEY_F1},       {"F11", GLFW_KEY_F11},        {"Escape", GLFW_KEY_ESCAPE},
      {"Enter", GLFW_KEY_ENTER}, {"Tab", GLFW_KEY_TAB},        {"Backspace", GLFW_KEY_BACKSPACE},
      {"=", GLFW_KEY_EQUAL},     {"-", GLFW_KEY_MINUS},        {"Delete", GLFW_KEY_DELETE},
      {".", GLFW_KEY_PERIOD},    {",", GLFW_KEY_COMMA}};
  Key key;
  for (bool more = true; more;) {
    more = false;
    if (name.starts_with("Ctrl+")) name.remove_prefix(5), key.ctrl = more = true;
    if (name.starts_with("Shift+")) name.remove_prefix(6), key.shift = more = true;
    if (name.starts_with("Alt+")) name.remove_prefix(4), key.alt = more = true;
  }
  if (name == "?") return {GLFW_KEY_SLASH, key.ctrl, true, key.alt};
  if (name.size() == 1 &&
      ((name[0] >= 'A' && name[0] <= 'Z') || (name[0] >= '0' && name[0] <= '9'))) {
    key.code = static_cast<unsigned char>(name[0]);
    return key;
  }
  for (const auto& [known, code] : kNamed)
    if (known == name) key.code = code;
  return key;
}

std::string App::press(Key key) {
  if (ImGui::GetIO().WantTextInput || walks(key)) {
    pressed_.push_back(key);
    return {};
  }
  for (const Shortcut& shortcut : shortcuts())
    if (!shortcut.key.empty() && key_of(shortcut.key) == key) return run(shortcut.line);
  pressed_.push_back(key);
  return {};
}

}  // namespace tandem::viewer
