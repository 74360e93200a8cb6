// SPDX-License-Identifier: Apache-2.0
#include "imgui.h"
#include "viewer/frame/screen.h"

namespace tandem::viewer {

namespace {

class Nowhere final : public Screen {
 public:
  explicit Nowhere(Size size) : size_(size) {}
  Next begin(bool) override {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(size_.width), static_cast<float>(size_.height)};
    io.DeltaTime = 1.0F / 60;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;  // as the GL one: large frames
    return Next::frame;
  }
  void end() override {}
  [[nodiscard]] Size size() const override { return size_; }

 private:
  Size size_;
};

}  // namespace

std::unique_ptr<Screen> open_nowhere(Size size) { return std::make_unique<Nowhere>(size); }

}  // namespace tandem::viewer
