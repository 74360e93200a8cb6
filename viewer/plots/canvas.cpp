// SPDX-License-Identifier: Apache-2.0
#include "viewer/plots/canvas.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <vector>

namespace tandem::viewer {

namespace {

/// Lengths of strokes and gaps, in widths of the line; empty: none.
std::span<const float> strokes(Dash dash) {
  static constexpr std::array<float, 2> kDashed = {5, 3}, kDotted = {1.2F, 2.2F};
  static constexpr std::array<float, 4> kDashDot = {5, 2.5F, 1.2F, 2.5F};
  switch (dash) {
    case Dash::solid:
      return {};
    case Dash::dashed:
      return kDashed;
    case Dash::dotted:
      return kDotted;
    case Dash::dash_dot:
      return kDashDot;
  }
  return {};
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

std::string paint(std::string_view what, ImU32 colour) {
  const ImVec4 c = ImGui::ColorConvertU32ToFloat4(colour);
  const auto part = [](float x) { return static_cast<int>(std::lround(x * 255)); };
  std::string out =
      fmt::format("{}=\"#{:02x}{:02x}{:02x}\"", what, part(c.x), part(c.y), part(c.z));
  if (c.w < 1) out += fmt::format(" {}-opacity=\"{:.3f}\"", what, c.w);
  return out;
}

}  // namespace

ImVec2 Canvas::extent(std::string_view text, float size) const {
  return ImGui::GetFont()->CalcTextSizeA(ImGui::GetFontSize() * size, 1e9F, 0, text.data(),
                                         text.data() + text.size());
}

void ScreenCanvas::line(ImVec2 a, ImVec2 b, ImU32 colour, float width, Dash dash) {
  const std::array<ImVec2, 2> points = {a, b};
  polyline(points, colour, width, dash);
}

void ScreenCanvas::polyline(std::span<const ImVec2> points, ImU32 colour, float width, Dash dash) {
  if (points.size() < 2) return;
  const auto pattern = strokes(dash);
  if (pattern.empty()) {  // one by one: a joined line grows thin where it turns sharply
    for (std::size_t i = 1; i < points.size(); ++i)
      list_->AddLine(points[i - 1], points[i], colour, width);
    return;
  }
  std::size_t stroke = 0;
  float left = pattern[0] * width;
  std::vector<ImVec2> drawn = {points[0]};  // of the stroke under way; empty in a gap
  const auto end_stroke = [&] {
    if (drawn.size() > 1)
      list_->AddPolyline(drawn.data(), static_cast<int>(drawn.size()), colour, 0, width);
    drawn.clear();
  };
  for (std::size_t i = 1; i < points.size(); ++i) {
    const ImVec2 a = points[i - 1], b = points[i];
    const float length = std::hypot(b.x - a.x, b.y - a.y);
    for (float at = 0; at < length;) {
      const float step = std::min(left, length - at);
      at += step;
      left -= step;
      const ImVec2 here = {a.x + at / length * (b.x - a.x), a.y + at / length * (b.y - a.y)};
      if (stroke % 2 == 0) drawn.push_back(here);
      if (left > 0) continue;
      end_stroke();
      stroke = (stroke + 1) % pattern.size();
      left = pattern[stroke] * width;
      if (stroke % 2 == 0) drawn.push_back(here);
    }
  }
  end_stroke();
}

void ScreenCanvas::polygon(std::span<const ImVec2> points, ImU32 colour) {
  list_->AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), colour);
}
void ScreenCanvas::area(std::span<const ImVec2> upper, std::span<const ImVec2> lower,
                        ImU32 colour) {
  // Pieces lie edge to edge: soft edges would show as seams.
  const ImDrawListFlags before = list_->Flags;
  list_->Flags &= ~ImDrawListFlags_AntiAliasedFill;
  for (std::size_t i = 1; i < upper.size(); ++i)
    list_->AddQuadFilled(upper[i - 1], upper[i], lower[i], lower[i - 1], colour);
  list_->Flags = before;
}
void ScreenCanvas::rect(Box box, ImU32 colour, float rounding) {
  list_->AddRectFilled(box.low, box.high, colour, rounding);
}
void ScreenCanvas::frame(Box box, ImU32 colour, float width, float rounding) {
  list_->AddRect(box.low, box.high, colour, rounding, 0, width);
}
void ScreenCanvas::circle(ImVec2 centre, float radius, ImU32 colour) {
  list_->AddCircleFilled(centre, radius, colour);
}
void ScreenCanvas::ring(ImVec2 centre, float radius, ImU32 colour, float width) {
  list_->AddCircle(centre, radius, colour, 0, width);
}
void ScreenCanvas::text(ImVec2 at, std::string_view text, ImU32 colour, Anchor anchor, float size) {
  if (anchor != Anchor::left) {
    const float width = extent(text, size).x;
    at.x -= anchor == Anchor::right ? width : width / 2;
  }
  list_->AddText(ImGui::GetFont(), ImGui::GetFontSize() * size,
                 {std::floor(at.x), std::floor(at.y)}, colour, text.data(),
                 text.data() + text.size());
}
void ScreenCanvas::clip(Box box) { list_->PushClipRect(box.low, box.high, true); }
void ScreenCanvas::unclip() { list_->PopClipRect(); }

SvgCanvas::SvgCanvas(Box box, ImU32 back) : box_(box) { rect(box, back, 0); }

void SvgCanvas::line(ImVec2 a, ImVec2 b, ImU32 colour, float width, Dash dash) {
  const std::array<ImVec2, 2> points = {a, b};
  polyline(points, colour, width, dash);
}

void SvgCanvas::polyline(std::span<const ImVec2> points, ImU32 colour, float width, Dash dash) {
  if (points.size() < 2) return;
  auto out = std::back_inserter(body_);
  fmt::format_to(out, "<polyline fill=\"none\" {} stroke-width=\"{:.2f}\"", paint("stroke", colour),
                 width);
  if (const auto pattern = strokes(dash); !pattern.empty()) {
    body_ += " stroke-dasharray=\"";
    for (const float length : pattern) fmt::format_to(out, "{:.2f} ", length * width);
    body_.back() = '"';
  }
  body_ += " points=\"";
  for (const ImVec2 p : points) fmt::format_to(out, "{:.2f},{:.2f} ", p.x, p.y);
  body_.back() = '"';
  body_ += "/>\n";
}

void SvgCanvas::polygon(std::span<const ImVec2> points, ImU32 colour) {
  fmt::format_to(std::back_inserter(body_), "<polygon {} points=\"", paint("fill", colour));
  for (const ImVec2 p : points)
    fmt::format_to(std::back_inserter(body_), "{:.2f},{:.2f} ", p.x, p.y);
  body_.back() = '"';
  body_ += "/>\n";
}

void SvgCanvas::area(std::span<const ImVec2> upper, std::span<const ImVec2> lower, ImU32 colour) {
  std::vector<ImVec2> around(upper.begin(), upper.end());
  around.insert(around.end(), lower.rbegin(), lower.rend());
  if (around.size() > 2) polygon(around, colour);
}

void SvgCanvas::rect(Box box, ImU32 colour, float rounding) {
  fmt::format_to(
      std::back_inserter(body_),
      "<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" rx=\"{:.2f}\" {}/>\n",
      box.low.x, box.low.y, std::max(box.width(), 0.0F), std::max(box.height(), 0.0F), rounding,
      paint("fill", colour));
}

void SvgCanvas::frame(Box box, ImU32 colour, float width, float rounding) {
  fmt::format_to(std::back_inserter(body_),
                 "<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" rx=\"{:.2f}\" "
                 "fill=\"none\" stroke-width=\"{:.2f}\" {}/>\n",
                 box.low.x, box.low.y, std::max(box.width(), 0.0F), std::max(box.height(), 0.0F),
                 rounding, width, paint("stroke", colour));
}

void SvgCanvas::circle(ImVec2 centre, float radius, ImU32 colour) {
  fmt::format_to(std::back_inserter(body_),
                 "<circle cx=\"{:.2f}\" cy=\"{:.2f}\" r=\"{:.2f}\" {}/>\n", centre.x, centre.y,
                 radius, paint("fill", colour));
}

void SvgCanvas::ring(ImVec2 centre, float radius, ImU32 colour, float width) {
  fmt::format_to(std::back_inserter(body_),
                 "<circle cx=\"{:.2f}\" cy=\"{:.2f}\" r=\"{:.2f}\" fill=\"none\" "
                 "stroke-width=\"{:.2f}\" {}/>\n",
                 centre.x, centre.y, radius, width, paint("stroke", colour));
}

void SvgCanvas::text(ImVec2 at, std::string_view text, ImU32 colour, Anchor anchor, float size) {
  const float pixels = ImGui::GetFontSize() * size;
  constexpr std::array<std::string_view, 3> kAnchors = {"start", "middle", "end"};
  fmt::format_to(
      std::back_inserter(body_),
      "<text x=\"{:.2f}\" y=\"{:.2f}\" font-size=\"{:.1f}\" text-anchor=\"{}\" {}>{}</text>\n",
      at.x, at.y + 0.8F * pixels, pixels, kAnchors[static_cast<std::size_t>(anchor)],
      paint("fill", colour), escaped(text));
}

void SvgCanvas::clip(Box box) {
  fmt::format_to(std::back_inserter(body_),
                 "<clipPath id=\"c{0}\"><rect x=\"{1:.2f}\" y=\"{2:.2f}\" width=\"{3:.2f}\" "
                 "height=\"{4:.2f}\"/></clipPath><g clip-path=\"url(#c{0})\">\n",
                 clips_++, box.low.x, box.low.y, box.width(), box.height());
}
void SvgCanvas::unclip() { body_ += "</g>\n"; }

std::string SvgCanvas::file(std::string_view title, std::string_view says) const {
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{:.2f} {:.2f} {:.2f} {:.2f}\" "
      "width=\"{:.0f}\" "
      "height=\"{:.0f}\" font-family=\"DejaVu Sans, WenQuanYi Micro Hei, sans-serif\" "
      "role=\"img\">\n"
      "<title>{}</title><desc>{}</desc>\n{}</svg>\n",
      box_.low.x, box_.low.y, box_.width(), box_.height(), box_.width(), box_.height(),
      escaped(title), escaped(says), body_);
}

}  // namespace tandem::viewer
