// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "imgui.h"

// What plots draw on: the screen, or an SVG file.
namespace tandem::viewer {

struct Box {
  ImVec2 low, high;
  [[nodiscard]] float width() const { return high.x - low.x; }
  [[nodiscard]] float height() const { return high.y - low.y; }
  [[nodiscard]] bool holds(ImVec2 p) const {
    return p.x >= low.x && p.x < high.x && p.y >= low.y && p.y < high.y;
  }
};

/// How a line is drawn: the second cue beside its colour.
enum class Dash { solid, dashed, dotted, dash_dot };
inline constexpr Dash kDashOfRun[] = {Dash::solid, Dash::dashed, Dash::dotted, Dash::dash_dot};
enum class Anchor { left, middle, right };

class Canvas {
 public:
  virtual ~Canvas() = default;
  virtual void line(ImVec2 a, ImVec2 b, ImU32 colour, float width, Dash dash = Dash::solid) = 0;
  virtual void polyline(std::span<const ImVec2> points, ImU32 colour, float width,
                        Dash dash = Dash::solid) = 0;
  virtual void polygon(std::span<const ImVec2> points, ImU32 colour) = 0;  ///< convex
  /// Between two lines of as many points, left to right.
  virtual void area(std::span<const ImVec2> upper, std::span<const ImVec2> lower, ImU32 colour) = 0;
  virtual void rect(Box box, ImU32 colour, float rounding = 0) = 0;
  virtual void frame(Box box, ImU32 colour, float width, float rounding = 0) = 0;
  virtual void circle(ImVec2 centre, float radius, ImU32 colour) = 0;
  virtual void ring(ImVec2 centre, float radius, ImU32 colour, float width) = 0;
  /// One line of text, its top at `at`. `size`: of the present font, 1 = usual.
  virtual void text(ImVec2 at, std::string_view text, ImU32 colour, Anchor anchor = Anchor::left,
                    float size = 1) = 0;
  virtual void clip(Box box) = 0;
  virtual void unclip() = 0;
  [[nodiscard]] virtual ImVec2 extent(std::string_view text, float size = 1) const;
};

/// Draws into the present ImGui window.
class ScreenCanvas final : public Canvas {
 public:
  explicit ScreenCanvas(ImDrawList* list) : list_(list) {}
  void line(ImVec2 a, ImVec2 b, ImU32 colour, float width, Dash dash) override;
  void polyline(std::span<const ImVec2> points, ImU32 colour, float width, Dash dash) override;
  void polygon(std::span<const ImVec2> points, ImU32 colour) override;
  void area(std::span<const ImVec2> upper, std::span<const ImVec2> lower, ImU32 colour) override;
  void rect(Box box, ImU32 colour, float rounding) override;
  void frame(Box box, ImU32 colour, float width, float rounding) override;
  void circle(ImVec2 centre, float radius, ImU32 colour) override;
  void ring(ImVec2 centre, float radius, ImU32 colour, float width) override;
  void text(ImVec2 at, std::string_view text, ImU32 colour, Anchor anchor, float size) override;
  void clip(Box box) override;
  void unclip() override;

 private:
  ImDrawList* list_;
};

/// Writes SVG.
class SvgCanvas final : public Canvas {
 public:
  SvgCanvas(Box box, ImU32 back);
  void line(ImVec2 a, ImVec2 b, ImU32 colour, float width, Dash dash) override;
  void polyline(std::span<const ImVec2> points, ImU32 colour, float width, Dash dash) override;
  void polygon(std::span<const ImVec2> points, ImU32 colour) override;
  void area(std::span<const ImVec2> upper, std::span<const ImVec2> lower, ImU32 colour) override;
  void rect(Box box, ImU32 colour, float rounding) override;
  void frame(Box box, ImU32 colour, float width, float rounding) override;
  void circle(ImVec2 centre, float radius, ImU32 colour) override;
  void ring(ImVec2 centre, float radius, ImU32 colour, float width) override;
  void text(ImVec2 at, std::string_view text, ImU32 colour, Anchor anchor, float size) override;
  void clip(Box box) override;
  void unclip() override;
  /// The whole file; `title` and `says` for readers that do not see it.
  [[nodiscard]] std::string file(std::string_view title, std::string_view says) const;

 private:
  Box box_;
  std::string body_;
  int clips_ = 0;
};

}  // namespace tandem::viewer
