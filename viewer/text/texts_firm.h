// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "viewer/text/entry.h"

// The firm on a day: floor, territories, pipeline, hours; the lesson list.
namespace tandem::viewer {

// clang-format off
inline constexpr auto kFirmTexts = std::to_array<Entry>({
    {"floor.size", "size: revenue", "大小：收入"},
    {"floor.colour", "colour: morale", "颜色：士气"},
    {"floor.low", "low", "低"},
    {"floor.high", "high", "高"},
    {"floor.new", "newcomer", "新人"},
    {"floor.empty", "empty seat", "空缺"},
    {"floor.trust", "trust", "信任"},
    {"floor.help", "helped yesterday", "昨日帮助"},
    {"floor.refused", "refused", "拒绝"},
    {"floor.dispute", "dispute", "冲突"},
    {"floor.team", "people", "人"},
    {"floor.manager", "manager", "经理"},
    {"floor.morale", "morale", "士气"},
    {"floor.trust.of.mates", "trust of mates", "同事的信任"},
    {"floor.revenue", "revenue", "收入"},
});
// clang-format on

}  // namespace tandem::viewer
