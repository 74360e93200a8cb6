// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tandem::viewer {

/// A text of the viewer.
struct Entry {
  const char *id, *en, *zh;
};

}  // namespace tandem::viewer
