// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "viewer/panels/lever.h"
#include "viewer/panels/plan.h"
#include "viewer/plots/canvas.h"

namespace tandem::viewer {

namespace {

/// Steps of 1, 2 or 5 times a power of ten, so that about n lie in the span.
double nice_step(double span, int n) {
  const double rough = std::max(span, 1e-9) / n;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  const double lead = rough / power;
  return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
}

constexpr std::array<Dash, 4> kDashes = {Dash::solid, Dash::dashed, Dash::dotted, Dash::dash_dot};

/// One picture: the axes, what is drawn in them.
struct Frame {
  Box box;
  double right = 1, top = 1;  ///< of the axes, which begin at 0
  bool share = true;          ///< x is a share of the goal
  [[nodiscard]] ImVec2 at(double x, double y) const {
    return {box.low.x + static_cast<float>(x / right) * box.width(),
            box.high.y - static_cast<float>(y / top) * box.height()};
  }
};

double scale_of(const PayCurveView& curve) { return curve.goal > 0 ? curve.goal : 1; }

/// How far the axes go: past the goal, everybody and the last kink that is not far out.
Frame frame_of(const ElementCurves& element, Box box) {
  Frame frame{box};
  frame.share = element.runs.front().curve.goal > 0;
  double right = frame.share ? 1.5 : 0;
  for (const auto& [run, curve] : element.runs) {
    const double scale = scale_of(curve);
    right = std::max(right, 1.15 * curve.x / scale);
    for (const auto& [x, pay] : curve.points)
      if (!frame.share || x / scale < 3) right = std::max(right, 1.2 * x / scale);
  }
  for (const Standing& other : element.others)
    if (!frame.share || other.x < 4) right = std::max(right, 1.05 * other.x);
  frame.right = right > 0 ? right : 1;
  frame.top = 0;
  for (const auto& [run, curve] : element.runs)
    frame.top = std::max(frame.top, 1.08 * pay_at(curve, frame.right * scale_of(curve)));
  if (frame.top <= 0) frame.top = 1;
  return frame;
}

void axes(const Ui& ui, Canvas& canvas, const Frame& frame) {
  const Palette& colours = ui.colours();
  const float em = ui.em();
  const double step =
      nice_step(frame.right, std::max(2, static_cast<int>(frame.box.width() / (6 * em))));
  for (double x = 0; x <= frame.right * 1.0001; x += step) {
    const ImVec2 at = frame.at(x, 0);
    canvas.line(at, {at.x, frame.box.low.y}, colours.raised, 1);
    canvas.text({at.x, at.y + 0.2F * em}, frame.share ? number(x, "share") : number(x),
                colours.muted, Anchor::middle, 0.85F);
  }
  const double up =
      nice_step(frame.top, std::max(2, static_cast<int>(frame.box.height() / (2.5F * em))));
  for (double y = 0; y <= frame.top * 1.0001; y += up) {
    const ImVec2 at = frame.at(0, y);
    canvas.line(at, {frame.box.high.x, at.y}, colours.raised, 1);
    canvas.text({at.x - 0.4F * em, at.y - 0.45F * em}, number(y), colours.muted, Anchor::right,
                0.85F);
  }
  canvas.line(frame.at(0, 0), frame.at(frame.right, 0), colours.line, 1);
  canvas.line(frame.at(0, 0), frame.at(0, frame.top), colours.line, 1);
}

void curve_line(const Ui& ui, Canvas& canvas, const Frame& frame, const PayCurveView& curve,
                int place, bool several) {
  const double scale = scale_of(curve);
  std::vector<ImVec2> points;
  for (const auto& [x, pay] : curve.points)
    if (x >= 0 && x / scale <= frame.right) points.push_back(frame.at(x / scale, pay));
  if (points.empty() || curve.points.front().first > 0)
    points.insert(points.begin(), frame.at(0, pay_at(curve, 0)));
  points.push_back(frame.at(frame.right, pay_at(curve, frame.right * scale)));
  const auto p = static_cast<std::size_t>(place) % kDashes.size();
  const ImU32 colour = ui.colours().run[p];
  canvas.polyline(points, colour, 0.14F * ui.em(), several ? kDashes[p] : Dash::solid);
  const ImVec2 here = frame.at(std::min(curve.x / scale, frame.right), pay_at(curve, curve.x));
  canvas.circle(here, 0.4F * ui.em(), colour);
  if (several)  // letters side by side, for curves often end together
    canvas.text({points.back().x + (0.3F + 0.7F * static_cast<float>(place)) * ui.em(),
                 points.back().y - 0.5F * ui.em()},
                Ui::letter(place), colour);
}

/// Where the others stand: ticks on the axis; their name under the pointer.
void others(const Ui& ui, Canvas& canvas, const Frame& frame, const ElementCurves& element) {
  const ImVec2 mouse = ImGui::GetMousePos();
  const bool over = ImGui::IsItemHovered();
  const Standing* nearest = nullptr;
  float best = 0.6F * ui.em();
  for (const Standing& other : element.others) {
    const ImVec2 at = frame.at(std::min(other.x, frame.right), 0);
    canvas.line({at.x, at.y - 0.8F * ui.em()}, at, ui.colours().muted, 0.12F * ui.em());
    if (over && std::fabs(mouse.x - at.x) < best)
      best = std::fabs(mouse.x - at.x), nearest = &other;
  }
  if (nearest == nullptr) return;
  const auto& seats = ui.run().scenario->seats();
  hint(ui, fmt::format("{}: {}", seats[static_cast<std::size_t>(nearest->seat)].name,
                       number(nearest->x, frame.share ? "share" : ""))
               .c_str());
}

/// What it means, in words.
void words(const Ui& ui, const PayCurveView& curve, int place, bool several) {
  const double now = pay_at(curve, curve.x);
  std::string says = several ? std::string(Ui::letter(place)) + ": " : std::string();
  const auto add = [&](const char* text, auto... values) {
    says += fmt::format(fmt::runtime(text), values...) + " ";
  };
  if (curve.goal > 0) {
    const double step = curve.goal / 100;
    add(ui("plan.stands"), fmt::arg("share", number(curve.x / curve.goal, "share")),
        fmt::arg("result", number(curve.x)), fmt::arg("pay", number(now)));
    add(ui("plan.next.percent"), fmt::arg("more", number(pay_at(curve, curve.x + step) - now)));
    if (const auto kink = next_kink(curve, curve.x))
      add(ui("plan.next.kink"), fmt::arg("share", number(*kink / curve.goal, "share")),
          fmt::arg("missing", number(*kink - curve.x)),
          fmt::arg("pay", number(pay_at(curve, *kink))));
    else
      add(ui("plan.no.kink"));
  } else {
    add(ui("plan.stands.plain"), fmt::arg("result", number(curve.x)), fmt::arg("pay", number(now)));
  }
  ImGui::TextWrapped("%s", says.c_str());
}

}  // namespace

void plan_curve(Ui& ui, const ElementCurves& element) {
  const float em = ui.em();
  const PayCurveView& first = element.runs.front().curve;
  const bool several = ui.comparing && ui.known->pictures.size() > 1;
  const std::string title =
      fmt::format("{} – {}, {}", plan_word(ui, first.element),
                  engine_word("choice." + first.measure, first.measure.c_str(), ui.language),
                  says(ui("plan.days"), fmt::arg("from", first.from), fmt::arg("to", first.to)));
  ImGui::TextWrapped("%s", title.c_str());
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const ImVec2 size = {ImGui::GetContentRegionAvail().x,
                       std::min(13 * em, 0.5F * ImGui::GetContentRegionAvail().x)};
  ImGui::Dummy(size);
  const Box box{{low.x + 4 * em, low.y + 0.6F * em},
                {low.x + size.x - 3.2F * em, low.y + size.y - 1.5F * em}};
  if (box.width() < 4 * em || box.height() < 3 * em) return;
  ScreenCanvas canvas(ImGui::GetWindowDrawList());
  const Frame frame = frame_of(element, box);
  axes(ui, canvas, frame);
  if (frame.share) {
    const ImVec2 goal = frame.at(1, 0);
    canvas.line(goal, {goal.x, box.low.y}, ui.colours().muted, 0.1F * em, Dash::dashed);
    canvas.text({goal.x + 0.2F * em, box.low.y}, ui("plan.goal"), ui.colours().muted, Anchor::left,
                0.85F);
  }
  others(ui, canvas, frame, element);
  // A below, whose line is whole, then the dashed ones.
  for (const int run : ui.session->shown())
    for (const auto& [of, curve] : element.runs)
      if (of == run) curve_line(ui, canvas, frame, curve, ui.place_of(run), several);
  canvas.text({box.low.x + 0.3F * em, box.low.y - 0.5F * em}, ui("plan.axis.pay"),
              ui.colours().muted, Anchor::left, 0.85F);
  for (const int run : ui.session->shown())
    for (const auto& [of, curve] : element.runs)
      if (of == run) words(ui, curve, ui.place_of(run), several);
  ImGui::Spacing();
}

}  // namespace tandem::viewer
