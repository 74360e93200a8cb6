// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <memory>
#include <string>

#include "imgui.h"
#include "viewer/app/app.h"

namespace tandem::viewer {

/// Where a test writes a file or folder of its own, though others run beside it.
inline std::string own_file(const std::string& name) {
  return testing::TempDir() + std::to_string(getpid()) + "-" + name;
}

/// A viewer that draws nowhere, with fonts and all.
class TestViewer {
 public:
  explicit TestViewer(const std::string& file, Size size = {1280, 720}, Options options = {})
      : context_(ImGui::CreateContext()), screen_(open_nowhere(size)) {
    options.file = file;
    options.scale = options.scale > 0 ? options.scale : 1;
    app_ = std::make_unique<App>(options, *screen_);
  }
  ~TestViewer() {
    app_.reset();
    screen_.reset();
    ImGui::DestroyContext(context_);
  }
  TestViewer(const TestViewer&) = delete;
  TestViewer& operator=(const TestViewer&) = delete;

  App* operator->() { return app_.get(); }
  App& operator*() { return *app_; }
  /// Plays lines; empty or what was wrong.
  std::string play(const std::string& lines) { return app_->run_script(lines, "test"); }
  /// The hash after these lines.
  std::string hash(const std::string& lines) {
    const std::string fault = play(lines + "\nhash\n");
    return fault.empty() ? app_->printed().back() : fault;
  }

 private:
  ImGuiContext* context_;
  std::unique_ptr<Screen> screen_;
  std::unique_ptr<App> app_;
};

/// A shipped scenario.
inline std::string shipped_file(const std::string& name) {
  return TANDEM_SOURCE_DIR "/scenarios/" + name;
}

}  // namespace tandem::viewer
