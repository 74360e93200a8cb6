// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/model/model.h"
#include "sim/state/notes.h"
#include "tandem/journal.h"

// Notes in plain words.
namespace tandem {

/// ACCOUNT.N: the n-th opportunity of an account, both from 1; "?" where it is none of the first
/// 10,000.
[[nodiscard]] std::string deal_name(const Model& model, int account, std::uint64_t deal);

/// The parts of an id "kind:subject:day".
struct EventId {
  std::string_view kind, subject;
  int day = 0;
};
[[nodiscard]] std::optional<EventId> parse_event(std::string_view id);

/// What undoes the event of an id. Throws std::invalid_argument where there is nothing to undo.
[[nodiscard]] Undone undoing(const Model& model, std::string_view id);

/// What an entry says of a note.
[[nodiscard]] Phrase sentence(const Model& model, const Note& note);

}  // namespace tandem
