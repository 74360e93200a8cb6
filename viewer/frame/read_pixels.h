// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/frame/screen.h"

namespace tandem::viewer {

/// What OpenGL has drawn into the buffer that is read from now.
[[nodiscard]] Pixels read_pixels(Size size);

}  // namespace tandem::viewer
