// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "viewer/app/engine.h"
#include "viewer/app/session.h"
#include "viewer/text/text.h"

// What all panels share: how things look, what is selected, what there is to see, and a way to ask
// for something. Panels are free functions of it; they change nothing but what the person points at.
namespace tandem::viewer {

enum class Theme { light, dark };

/// Colours that keep 3:1 against the background of their theme and are told apart by the
/// colour-blind (Okabe and Ito's set where it reaches that).
struct Palette {
  ImU32 back, panel, raised, text, muted, line, accent, accent_text;
  std::array<ImU32, 4> run;   ///< A, B, C, D
  ImU32 better, worse;        ///< with a triangle up or down beside them
  std::array<ImU32, 6> part;  ///< of a whole, e.g. uses of a day; no run looks like it
  ImU32 low, high;            ///< ends of a scale, e.g. of morale
  ImU32 warning;
};
[[nodiscard]] const Palette& palette(Theme theme);

/// Where something can be opened.
enum class Panel {
  lessons,
  floor,
  territories,
  pipeline,
  hours,
  compare,
  why,
  policies,
  plan,
  plots
};
inline constexpr std::array<std::string_view, 10> kPanels = {
    "lessons", "floor", "territories", "pipeline", "hours",
    "compare", "why",   "policies",    "plan",     "plots"};

/// What a person has picked.
struct Selection {
  enum Kind { none, rep, deal, account, event } kind = none;
  int seat = -1;   ///< of a rep
  std::string id;  ///< deal ACCOUNT.N, account number, or id of a journal entry
  friend bool operator==(const Selection&, const Selection&) = default;
};

/// A note on the time line: of a lesson or the person's own.
struct Remark {
  int day = 0;
  Words words;
};

/// State that panels keep from frame to frame: one struct each, declared in panels/*.h and kept here
/// by address of its type.
class Memory {
 public:
  template <class T>
  T& of() {
    auto& place = kept_[key<T>()];
    if (!place) place = std::make_shared<T>();
    return *std::static_pointer_cast<T>(place);
  }

 private:
  template <class T>
  static const void* key() {
    static const char mark = 0;
    return &mark;
  }
  std::map<const void*, std::shared_ptr<void>> kept_;
};

struct Ui {
  // How it looks
  Language language = Language::en;
  Theme theme = Theme::light;
  float scale = 1;  ///< of everything, with presentation mode in it
  bool presentation = false;
  bool chinese = true;  ///< a font with Chinese has been found

  // What there is to see
  const Session* session = nullptr;
  std::shared_ptr<const Known> known;
  int day = 0;  ///< of the time line's cursor: where the pictures are or will be in a moment
  Panel panel = Panel::floor;
  std::string part;  ///< of the panel, where it has several: "open compare people"
  Selection selection;
  std::vector<Selection> before, after;  ///< what was selected, and gone back from; the last first
  std::string found;  ///< text of the search box; people whose name holds it are lit
  std::vector<Remark> remarks;
  bool comparing = false;  ///< B, C, D beside A

  Memory memory;
  std::string said;                ///< what a panel tells at the foot of the window
  std::vector<std::string> asked;  ///< lines of the script language (app.h), done after the frame

  [[nodiscard]] const char* operator()(Text text) const { return text.in(language); }
  [[nodiscard]] const Palette& colours() const { return palette(theme); }
  /// One em at the present scale; sizes are told in it.
  [[nodiscard]] float em() const { return ImGui::GetFontSize(); }
  void ask(std::string line) { asked.push_back(std::move(line)); }

  [[nodiscard]] const Run& run() const { return session->active(); }
  [[nodiscard]] const Picture* picture() const { return known->picture(run().id); }
  [[nodiscard]] const History* history() const { return known->of(run().id); }
  /// Place of a run among those shown: 0 = A.
  [[nodiscard]] int place_of(int run) const;
  [[nodiscard]] ImU32 colour_of_run(int run) const;
  [[nodiscard]] static const char* letter(int place) {
    constexpr std::array<const char*, 4> kLetters = {"A", "B", "C", "D"};
    return kLetters[static_cast<std::size_t>(place) % kLetters.size()];
  }
};

/// "1.92 M", "640 k", "12.3 %", "3.4 h": a value with its unit as metrics and figures name it, in
/// three significant digits; "–" if it is not a number.
[[nodiscard]] std::string number(double value, std::string_view unit = "");
/// The same with a sign.
[[nodiscard]] std::string signed_number(double value, std::string_view unit = "");
/// "day 87".
[[nodiscard]] std::string day_title(const Ui& ui, int day);
/// "day 87, week 18, quarter 2".
[[nodiscard]] std::string date(const Ui& ui, int day);

/// The text in lines no wider than that: broken at spaces, so that "21,092" stays whole, and between
/// Chinese characters, but not before a mark that closes or after one that opens.
[[nodiscard]] std::string in_lines(std::string_view text, float width);
/// A text in lines as wide as there is room.
void wrapped(const std::string& text);
/// Says something about what the pointer is on, in the present scale.
void hint(const Ui& ui, const char* text);

/// A colour between two, share in [0, 1].
[[nodiscard]] ImU32 mix(ImU32 from, ImU32 to, float share);
[[nodiscard]] ImU32 with_alpha(ImU32 colour, float alpha);

}  // namespace tandem::viewer
