// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/structure/source.h"

namespace structure {

// Each check looks at one file and knows by its path whether it is concerned.

/// Includes follow the one-way table (layers.h) and name headers from the root.
[[nodiscard]] Findings check_includes(const Source& source);
/// The library draws addressed chance alone and looks at no clock (a study may time itself).
[[nodiscard]] Findings check_chance_and_clocks(const Source& source);
/// No unordered container where a day is computed, recorded or reported: its order is nobody's
/// promise.
[[nodiscard]] Findings check_unordered(const Source& source);
/// The library never prints; the command does.
[[nodiscard]] Findings check_printing(const Source& source);
/// What feeds a decision calls tandem::math, as the C library's exp and its kin differ between
/// CPUs. A line whose result feeds none says so in a comment with "libm:" and the reason.
[[nodiscard]] Findings check_math(const Source& source);
/// No macro but CHECK.
[[nodiscard]] Findings check_macros(const Source& source);
/// Build files ask for no machine-dependent code and no relaxed arithmetic.
[[nodiscard]] Findings check_build_flags(const Source& source);
/// The licence line stands in the first two lines; nothing is left for later; files stay readable.
[[nodiscard]] Findings check_licence(const Source& source);
[[nodiscard]] Findings check_left_over(const Source& source);
[[nodiscard]] Findings check_length(const Source& source);
/// A notebook holds no outputs: they are made anew by whoever runs it.
[[nodiscard]] Findings check_notebook(const Source& source);
/// run_day is a table of contents.
[[nodiscard]] Findings check_run_day(const Source& source);
/// The public interface stays small: 14 headers of 250 lines.
[[nodiscard]] Findings check_public_headers(const std::vector<Source>& sources);

/// All of them over all sources.
[[nodiscard]] Findings check_all(const std::vector<Source>& sources);

}  // namespace structure
