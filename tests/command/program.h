// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace tandem {

namespace fs = std::filesystem;

inline const std::string kProgram = std::string(TANDEM_BINARY_DIR) + "/bin/tandem";
inline const std::string kQuickstart =
    std::string(TANDEM_SOURCE_DIR) + "/scenarios/quickstart.yaml";

inline std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// What a shell line came to.
struct Outcome {
  int code;
  std::string out, err;
};

/// A test in a folder of its own that runs the program through the shell, as a person would.
class Command : public testing::Test {
 protected:
  Command()
      : folder_(fs::temp_directory_path() /
                ("tandem-command-" + std::to_string(getpid()) + "-" +
                 testing::UnitTest::GetInstance()->current_test_info()->name())) {
    fs::create_directories(folder_);
  }
  ~Command() override { fs::remove_all(folder_); }

  /// Runs a line of shell in the folder; `tandem` in it is the program.
  [[nodiscard]] Outcome shell(const std::string& line) const {
    const std::string script = "cd '" + folder_.string() + "' && tandem() { '" + kProgram +
                               "' \"$@\"; } && { " + line + "\n} > .out 2> .err";
    std::ofstream(folder_ / ".sh") << script;
    const int status = std::system(("/bin/bash '" + (folder_ / ".sh").string() + "'").c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
            text_of(folder_ / ".out"), text_of(folder_ / ".err")};
  }
  [[nodiscard]] Outcome tandem(const std::string& arguments) const {
    return shell("tandem " + arguments);
  }
  /// A short run of the quickstart firm.
  [[nodiscard]] std::string quick(const std::string& more = "") const {
    return "'" + kQuickstart + "' --days 30 --replications 4 " + more;
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
  }
  /// Names in the folder without the shell's own.
  [[nodiscard]] int left_behind(const std::string& folder = ".") const {
    int out = 0;
    for (const auto& entry : fs::directory_iterator(folder_ / folder)) {
      out += !entry.path().filename().string().starts_with(".");
    }
    return out;
  }

  fs::path folder_;
};

}  // namespace tandem
