// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "sim/command/commands.h"
#include "sim/command/text.h"
#include "tandem/scenario.h"

namespace tandem {

namespace {

constexpr std::string_view kMark = "What it shows:";

/// The first comment of a scenario file that says what it shows, else its first comment.
std::string description(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::string first;
  for (std::string line; std::getline(in, line) && line.starts_with("#");) {
    std::string text = line.substr(std::min(line.size(), line.find_first_not_of("# ")));
    if (text.starts_with("SPDX")) continue;
    if (text.starts_with(kMark)) {
      text = text.substr(kMark.size());
      return text.substr(std::min(text.size(), text.find_first_not_of(' ')));
    }
    if (first.empty()) first = text;
  }
  return first;
}

}  // namespace

ExitCode command(const ListOptions&, const Console& console) {
  namespace fs = std::filesystem;
  const fs::path folder = shipped_scenarios();
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    if (it->path().extension() == ".yaml") files.push_back(it->path());
  }
  if (error) {
    throw Failure(kFailed, fmt::format("cannot read the folder of shipped scenarios, {}: {}; "
                                       "TANDEM_SCENARIOS may name another",
                                       folder.string(), error.message()));
  }
  std::ranges::sort(files);
  int widest = 0;
  for (const fs::path& file : files) {
    widest = std::max(widest, display_width(file.lexically_relative(folder).string()));
  }
  for (const fs::path& file : files) {
    const std::string name = file.lexically_relative(folder).string();
    const int indent = widest + 4;
    const std::string pad(static_cast<std::size_t>(widest - display_width(name) + 2), ' ');
    console.put("  " + console.paint(Style::bold, name) + pad +
                wrapped(description(file), std::max(30, console.width() - indent - 2), indent) +
                "\n");
  }
  console.put(console.paint(Style::dim, "in " + folder.string()) + "\n");
  return kDone;
}

}  // namespace tandem
