// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/scenario/node.h"

namespace tandem {

/// Reads YAML into a tree. Time and memory are bounded for any text: aliases count as what they
/// stand for, nesting and the number of values are limited. Refused: duplicate keys, keys that are
/// no text, tags, merge keys, a second document, quotes without end. The first `from` bytes are
/// passed over: the key of a `--set`.
[[nodiscard]] Result<Node> read_yaml(const Source& source, std::size_t from = 0);

}  // namespace tandem
