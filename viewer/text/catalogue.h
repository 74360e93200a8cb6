// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

#include "viewer/text/texts_app.h"
#include "viewer/text/texts_compare.h"
#include "viewer/text/texts_firm.h"
#include "viewer/text/texts_levers.h"
#include "viewer/text/texts_why.h"

// All texts of the viewer, one list a subject.
namespace tandem::viewer {

template <std::size_t... N>
constexpr auto joined(const std::array<Entry, N>&... lists) {
  std::array<Entry, (N + ...)> all{};
  std::size_t place = 0;
  const auto add = [&](const auto& list) {
    for (const Entry& entry : list) all[place++] = entry;
  };
  (add(lists), ...);
  return all;
}

inline constexpr auto kCatalogue =
    joined(kAppTexts, kFirmTexts, kCompareTexts, kWhyTexts, kLeverTexts);

}  // namespace tandem::viewer
