// SPDX-License-Identifier: Apache-2.0
// tandem-viewer: a window on a firm. Exit codes: 0 all is well, 1 it could not be shown, 2 a mistake in
// what was asked.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "imgui.h"
#include "tandem/version.h"
#include "viewer/app/app.h"

namespace {

using namespace tandem;
using namespace tandem::viewer;

/// Where unsaved branches are kept.
std::filesystem::path recovery_file() {
  const char* state = std::getenv("XDG_STATE_HOME");
  const char* home = std::getenv("HOME");
  if (state != nullptr && *state != 0)
    return std::filesystem::path(state) / "tandem/unsaved.tandem";
  if (home != nullptr && *home != 0)
    return std::filesystem::path(home) / ".local/state/tandem/unsaved.tandem";
  return {};
}

int fail(int code, const std::string& text) {
  std::cerr << "tandem-viewer: " << text << "\n";
  return code;
}

/// What was asked for on the command line.
struct Arguments {
  Options options;
  Size pixels;
  bool window = true;
  std::string steps;       ///< of the script
  std::string steps_file;  ///< what faults in them are said to be in
  std::string screenshot;
};

/// The exit code where there is nothing more to do: help, version, a mistake.
std::optional<int> read_arguments(int argc, char** argv, Arguments& arguments) {
  CLI::App cli{"Shows a firm day by day: step, go back, branch, compare, ask why."};
  cli.set_help_flag("--help", "show this help");
  cli.set_version_flag("--version",
                       [] { return "tandem-viewer " + std::string(version()) + "\n"; });
  std::string file, script, language = "en", theme = "light", size = "1280x720";
  std::vector<std::string> variants;
  std::optional<std::uint64_t> seed;
  std::uint32_t replication = 0;
  double scale = 0;
  cli.add_option("FILE", file, "a scenario or a saved session; without it the lesson list opens");
  cli.add_option("VARIANT", variants, "up to three scenarios shown beside it, on the same luck");
  cli.add_option("--seed", seed, "seed of all luck instead of the file's");
  cli.add_option("--replication", replication,
                 "which replication of that seed is shown (default 0)");
  cli.add_option("--language", language, "en or zh")->check(CLI::IsMember({"en", "zh"}));
  cli.add_option("--theme", theme, "light or dark")->check(CLI::IsMember({"light", "dark"}));
  cli.add_option("--size", size, "of the window or picture in pixels, WxH (default 1280x720)");
  cli.add_option("--scale", scale, "of everything in percent, 75 to 300 (default: the monitor's)")
      ->check(CLI::Range(75, 300));
  cli.add_option("--script", script,
                 "do what this file says, a line at a time, without a window; - reads "
                 "standard input");
  cli.add_option("--screenshot", arguments.screenshot, "then save the picture here, PNG");
  cli.footer(
      "A script has a command a line, e.g.\n  goto day 87\n  branch\n  set pricing.discount=10%\n  "
      "step 1 quarters\n  screenshot after.png\n  hash\nAll commands: key F1 in the window.");
  try {
    cli.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = cli.exit(error);
    return code == 0 ? 0 : 2;
  }
  Options& options = arguments.options;
  options.file = file;
  options.seed = seed;
  options.replication = replication;
  options.language = language == "zh" ? Language::zh : Language::en;
  options.theme = theme == "dark" ? Theme::dark : Theme::light;
  options.scale = static_cast<float>(scale / 100);
  for (const std::string& variant : variants) options.variants.emplace_back(variant);
  if (variants.size() > 3) return fail(2, "at most three variants stand beside a scenario");
  Size& pixels = arguments.pixels;
  char x = 0, rest = 0;
  if (std::sscanf(size.c_str(), "%d%c%d%c", &pixels.width, &x, &pixels.height, &rest) != 3 ||
      x != 'x' || pixels.width < 320 || pixels.height < 200 || pixels.width > 8192 ||
      pixels.height > 8192)
    return fail(2, "--size: \"" + size + "\" is no size (expected: WxH, 320x200 to 8192x8192)");
  std::error_code none;
  for (const std::string& each : {file, script == "-" ? std::string() : script})
    if (!each.empty() && !std::filesystem::is_regular_file(each, none))
      return fail(2, each + ": there is no such file");
  arguments.window = script.empty() && arguments.screenshot.empty();
  if (!arguments.window && scale == 0) options.scale = 1;
  arguments.steps_file = script.empty() || script == "-" ? "steps" : script;
  if (script == "-") {
    arguments.steps.assign(std::istreambuf_iterator<char>(std::cin), {});
  } else if (!script.empty()) {
    std::ifstream in(script);
    arguments.steps.assign(std::istreambuf_iterator<char>(in), {});
  }
  return std::nullopt;
}

/// Does the steps, or is a window until that is closed; the exit code.
int play(const Arguments& arguments, Screen& screen) {
  App app(arguments.options, screen);
  if (arguments.window) {
    while (app.frame(false)) {
    }
    return 0;
  }
  if (!app.faults().empty()) {
    std::cerr << describe(app.faults());
    return 2;
  }
  std::string fault = app.run_script(arguments.steps, arguments.steps_file);
  if (fault.empty() && !arguments.screenshot.empty())
    fault = app.run_script("screenshot " + arguments.screenshot, "--screenshot");
  for (const std::string& line : app.printed()) std::cout << line << "\n";
  return fault.empty() ? 0 : fail(2, fault);
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  if (const auto code = read_arguments(argc, argv, arguments)) return *code;
  ImGui::CreateContext();
  auto screen = arguments.window ? open_window(arguments.pixels, "Tandem")
                                 : open_off_screen(arguments.pixels);
  if (!screen) {
    ImGui::DestroyContext();
    const Fault& fault = screen.faults().front();
    return fail(1, fault.message + "\n  needed: " + fault.expected);
  }
  if (arguments.window) arguments.options.recovery = recovery_file();
  int code = 0;
  try {
    code = play(arguments, *screen.value());
  } catch (const std::exception& fault) {
    code = fail(70, fault.what());
  }
  screen = Fault{};
  ImGui::DestroyContext();
  return code;
}
