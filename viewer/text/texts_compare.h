// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "viewer/text/entry.h"

// Comparing runs, plots.
namespace tandem::viewer {

// clang-format off
inline constexpr auto kCompareTexts = std::to_array<Entry>({
    {"compare.coming", "…", "…"},
    {"plot.menu", "Copy as a table, save as SVG or PNG", "复制为表格，或另存为 SVG、PNG"},
    {"plot.copy", "Copy as a table", "复制为表格"},
    {"plot.svg", "Save as SVG", "另存为 SVG"},
    {"plot.png", "Save as PNG", "另存为 PNG"},
    {"plot.copied", "Copied; rows:", "已复制；行数："},
    {"plot.saved", "Saved:", "已保存："},
    {"plots.day", "day", "天"},
    {"plots.overview", "Overview", "概览"},
    {"plots.one", "One figure", "单项指标"},
    {"plots.person", "A person", "个人"},
    {"plots.metric", "Figure", "指标"},
    {"plots.firm", "Firm", "公司"},
    {"plots.people", "People", "人员"},
    {"plots.collaboration", "Working together", "协作"},
    {"plots.customers", "Customers", "客户"},
    {"plots.keep.scales", "Keep the scales", "固定坐标"},
    {"plots.keep.scales.says", "Axes stay as they are while you step, change a policy or pick somebody else.", "步进、更改政策或选择他人时，坐标轴保持不变。"},
    {"plots.other.luck", "100 runs on other luck", "以不同运气运行 100 次"},
    {"plots.other.luck.says", "Plays the same firm on other luck in the background. It tells what is usual and what was chance.", "在后台以不同运气重复运行同一公司，以区分常态与偶然。"},
    {"plots.band", "Band: 8 of 10 runs on other luck lie in it. Runs:", "色带：十次不同运气的运行中有八次落在其中。次数："},
    {"plots.no.band", "One run is one luck. Runs on other luck show what is usual.", "单次运行只是一种运气。更多运行可显示常态。"},
    {"plots.final", "At the end, on other luck", "期末值（不同运气）"},
    {"plots.runs", "runs", "次运行"},
    {"plots.whole.run", "Whole run", "整个过程"},
    {"plots.better", "better", "更好"},
    {"plots.worse", "worse", "更差"},
    {"plots.cannot.tell", "cannot tell yet: the interval holds 0", "尚无法判断：区间包含 0"},
    {"plots.pairs", "paired runs", "对配对运行"},
    {"plots.interval", "95 % interval", "95 % 区间"},
    {"plots.no.observation", "Nothing to observe in this firm.", "该公司没有此项观测。"},
    {"plots.pick.person", "Choose a person here, or click one on the floor (key 1).", "在此选择人员，或在团队面板（按键 1）中点击。"},
    {"plots.mean.of.team", "mean of the team", "团队平均"},
    {"plots.all.of.team", "Everybody in the team, same axes", "团队全体，坐标相同"},
    {"plots.all.figures", "All figures", "全部指标"},
});
// clang-format on

}  // namespace tandem::viewer
