// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "viewer/plots/plots.h"

// What several panels show alike: the runs they are about, and a line of choices.
namespace tandem::viewer {

/// A run that is shown, with what is known of it.
struct Shown {
  const Run* run = nullptr;
  const Picture* picture = nullptr;  ///< of the cursor's day; none yet: null
  const History* history = nullptr;  ///< null: not followed yet
  Pen pen;                           ///< its letter, colour and dash
};
/// All runs side by side while comparing, else the one looked at. Runs without a picture are left out.
[[nodiscard]] std::vector<Shown> shown_runs(const Ui& ui);

/// Changes whenever anything changes that plots of these runs are made of: what is costly to make is
/// kept until then.
[[nodiscard]] std::string key_of(const Ui& ui, const std::vector<Shown>& shown);

/// Buttons on a line, as many as fit, one of them pressed; the one pressed now, else `chosen`.
int choose(const Ui& ui, std::span<const char* const> names, int chosen);
/// The same for the parts of the open panel: place of the one that is open. It stays open until
/// another is asked for. `after` stands behind the title of part `id`.
std::size_t choose_part(Ui& ui, std::string_view id = {}, const std::string& after = {});
/// Goes on in this line if something so wide still fits.
void same_line_if(float width);
/// A muted sentence that wraps.
void remark(const char* text);
/// A heading of a part of a panel.
void heading(const Ui& ui, const char* text);

/// A metric, a figure of a seat, a use of hours and a stage in the reader's language.
[[nodiscard]] std::string title_of(const Ui& ui, const MetricInfo& metric);
[[nodiscard]] std::string title_of(const Ui& ui, const SeatFigure& figure);
[[nodiscard]] const char* stage_name(const Ui& ui, int stage);
/// What a metric and a figure of a seat mean, one sentence.
[[nodiscard]] const char* meaning_of(const Ui& ui, const MetricInfo& metric);
[[nodiscard]] const char* meaning_of(const Ui& ui, const SeatFigure& figure);
/// The uses of a day with their colours.
[[nodiscard]] std::vector<LegendEntry> uses_of_hours(const Ui& ui);

}  // namespace tandem::viewer
