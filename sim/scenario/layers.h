// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "sim/scenario/node.h"

// A scenario is read as layers: what the file extends, the file, each `--set`. A later layer wins.
namespace tandem {

/// What a person wants read: a text, how messages call it, and where its relative paths start.
struct Start {
  std::string name;
  std::string text;
  std::filesystem::path folder;
  std::filesystem::path file;  ///< empty: the text is no file's
};

/// The tree of the text laid over all that it extends. Nothing: some file cannot be read at all,
/// and what else could be said would be noise.
[[nodiscard]] std::optional<Node> read_layers(const Start& start, Sources& sources, Faults& faults);

/// Lays `over` on `base`: maps by key, lists of named things by name, the rest is replaced.
void merge(Node& base, Node over);

/// `start: empty` is short for `start: {mode: empty}`.
void spell_out(Node& root);

/// `open_deals: FILE` becomes the rows of the file, each with its place there. Paths are those of
/// the layer that named them: read_layers() has made them so.
void take_in_tables(Node& root, Sources& sources, Faults& faults);

/// Lays one `--set KEY=VALUE` over the tree; `number` counts them from 1.
void apply_set(Node& root, std::string_view option, int number, Sources& sources, Faults& faults);

/// Paths of the values that files and options gave, in the order of the tree.
[[nodiscard]] std::vector<std::string> given_paths(const Node& root);

}  // namespace tandem
