// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "viewer/panels/lever.h"
#include "viewer/panels/plan.h"
#include "viewer/plots/widget.h"

namespace tandem::viewer {

namespace {

double scale_of(const PayCurveView& curve) { return curve.goal > 0 ? curve.goal : 1; }

/// How far the axis goes: past the goal, everybody and the last kink that is not far out.
double right_of(const ElementCurves& element) {
  const bool share = element.runs.front().curve.goal > 0;
  double right = share ? 1.5 : 0;
  for (const auto& [run, curve] : element.runs) {
    const double scale = scale_of(curve);
    right = std::max(right, 1.15 * curve.x / scale);
    for (const auto& [x, pay] : curve.points)
      if (!share || x / scale < 3) right = std::max(right, 1.2 * x / scale);
  }
  for (const Standing& other : element.others)
    if (!share || other.x < 4) right = std::max(right, 1.05 * other.x);
  return right > 0 ? right : 1;
}

Curves::Series series_of(const Ui& ui, const PayCurveView& curve, int place, bool several,
                         double right) {
  const auto p = static_cast<std::size_t>(place);
  Curves::Series series;
  series.pen = {several ? Ui::letter(place) : "", ui.colours().run[p % ui.colours().run.size()],
                several ? kDashOfRun[p % std::size(kDashOfRun)] : Dash::solid};
  const double scale = scale_of(curve);
  for (const auto& [x, pay] : curve.points)
    if (x >= 0 && x / scale <= right) series.points.emplace_back(x / scale, pay);
  if (series.points.empty() || series.points.front().first > 0)
    series.points.insert(series.points.begin(), {0, pay_at(curve, 0)});
  series.points.emplace_back(right, pay_at(curve, right * scale));
  series.here = curve.x / scale;
  return series;
}

Curves curves_of(const Ui& ui, const ElementCurves& element, bool several) {
  const PayCurveView& first = element.runs.front().curve;
  Curves plot;
  plot.title =
      fmt::format("{} – {}, {}", plan_word(ui, first.element),
                  engine_word("choice." + first.measure, first.measure.c_str(), ui.language),
                  says(ui("plan.days"), fmt::arg("from", first.from), fmt::arg("to", first.to)));
  plot.x_name = first.goal > 0 ? ui("plan.axis.goal") : ui("plan.axis.result");
  plot.x_unit = first.goal > 0 ? "share" : "money";
  plot.y_name = ui("plan.axis.pay");
  plot.y_unit = "money";
  if (first.goal > 0) {
    plot.mark = 1;
    plot.mark_name = ui("plan.goal");
  }
  const double right = right_of(element);
  // A below, whose line is whole, then the dashed ones.
  for (const int run : ui.session->shown())
    for (const auto& [of, curve] : element.runs)
      if (of == run) plot.series.push_back(series_of(ui, curve, ui.place_of(run), several, right));
  const auto& seats = ui.run().scenario->seats();
  for (const Standing& other : element.others)
    plot.others.push_back({other.x, seats[static_cast<std::size_t>(other.seat)].name});
  return plot;
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
  const bool several = ui.comparing && ui.known->pictures.size() > 1;
  const float height = std::min(14 * em, 1.5F * em + 0.5F * ImGui::GetContentRegionAvail().x);
  plot(ui, ("pay-" + element.runs.front().curve.element).c_str(), {0, height},
       curves_of(ui, element, several));
  for (const int run : ui.session->shown())
    for (const auto& [of, curve] : element.runs)
      if (of == run) words(ui, curve, ui.place_of(run), several);
  ImGui::Spacing();
}

}  // namespace tandem::viewer
