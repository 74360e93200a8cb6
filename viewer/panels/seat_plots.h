// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/panels/shown.h"

namespace tandem::viewer {

/// The figures of one person over days beside the mean of the team, one of them large, and that one
/// of everybody in the team on the same axes.
void seat_plots(Ui& ui, const std::vector<Shown>& shown, bool keep_scales);

}  // namespace tandem::viewer
