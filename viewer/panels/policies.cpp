// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/panels.h"

namespace tandem::viewer {

void policies_panel(Ui& ui) { ImGui::TextUnformatted(title_of(ui, Panel::policies)); }

}  // namespace tandem::viewer
