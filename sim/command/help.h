// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

namespace tandem {

/// What the help says of one subcommand beside its options.
struct CommandHelp {
  std::string name;
  std::string usage;
  std::string summary;  ///< one line for the overview
  std::string purpose;  ///< one paragraph
  std::vector<std::string> examples;
};

struct OptionHelp {
  std::string name;  ///< with its value, e.g. "--seed N"
  std::string says;
};

[[nodiscard]] std::vector<std::string> command_names();
/// Never null for a name of command_names().
[[nodiscard]] const CommandHelp* find_help(const std::string& command);

[[nodiscard]] std::string overview();  ///< `tandem --help`
[[nodiscard]] std::string help_of(const CommandHelp& command, std::span<const OptionHelp> options);

}  // namespace tandem
