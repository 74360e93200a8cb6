// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/command/console.h"
#include "tandem/why.h"

// Entries of a journal on a terminal.
namespace tandem {

/// A blank line, then the text as a heading.
[[nodiscard]] std::string heading(const std::string& text, const Console& console);

/// The terms of a decision as bars about an axis, the sum last where it means something.
[[nodiscard]] std::string term_bars(const JournalEntry& entry, const Console& console);

/// One line: id, then the sentence.
[[nodiscard]] std::string entry_line(const JournalEntry& entry, const Console& console,
                                     std::size_t id_width);
/// Several of them, ids in one column.
[[nodiscard]] std::string entry_lines(const Journal& journal,
                                      const std::vector<std::size_t>& places,
                                      const Console& console);

/// The terms of two runs' decision beside each other, as far as they differ.
[[nodiscard]] std::string terms_beside(const JournalEntry& first, const JournalEntry& second,
                                       const Console& console);

/// The entry and what it follows from: the main cause of each back to its root, others beside it.
[[nodiscard]] std::string chain(const Journal& journal, std::size_t place, const Console& console);

/// How far two runs have parted, by day.
[[nodiscard]] std::string ripple_table(const Divergence& divergence, const Scenario& scenario,
                                       const Console& console);

}  // namespace tandem
