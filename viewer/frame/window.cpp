// SPDX-License-Identifier: Apache-2.0
#define GLFW_INCLUDE_NONE
#include <GL/gl.h>
#include <GLFW/glfw3.h>

#include <algorithm>

#include "backends/imgui_impl_glfw.h"
#include "backends/imgui_impl_opengl3.h"
#include "imgui.h"
#include "viewer/frame/read_pixels.h"

namespace tandem::viewer {

namespace {

std::string& last_error() {
  static std::string text;
  return text;
}

class Window final : public Screen {
 public:
  explicit Window(GLFWwindow* window) : window_(window) {
    ImGui_ImplGlfw_InitForOpenGL(window_, true);
    ImGui_ImplOpenGL3_Init("#version 330");
  }
  ~Window() override {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    glfwDestroyWindow(window_);
    glfwTerminate();
  }
  // After something happened a few frames are drawn, as menus and hints need; then nothing is until
  // something happens again, but for the blinking of a text's cursor.
  Next begin(bool hurry) override {
    constexpr int kAfter = 3;
    constexpr double kNap = 0.5;
    if (hurry) {
      glfwPollEvents();
      if (minimised()) glfwWaitEventsTimeout(0.05);
    } else if (frames_ > 0) {
      glfwPollEvents();
      --frames_;
    } else {
      const double before = glfwGetTime();
      glfwWaitEventsTimeout(kNap);
      const bool event = glfwGetTime() - before < 0.98 * kNap;
      if (event) frames_ = kAfter;
      if (glfwWindowShouldClose(window_) == 0 &&
          (minimised() || (!event && !ImGui::GetIO().WantTextInput)))
        return Next::nothing;
    }
    if (glfwWindowShouldClose(window_) != 0) return Next::close;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    return Next::frame;
  }
  void end() override {
    const Size now = size();
    glViewport(0, 0, now.width, now.height);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    if (keep_) {
      glReadBuffer(GL_BACK);
      kept_ = read_pixels(now);
    }
    keep_ = false;
    glfwSwapBuffers(window_);
  }
  [[nodiscard]] Size size() const override {
    Size now;
    glfwGetFramebufferSize(window_, &now.width, &now.height);
    return now;
  }
  [[nodiscard]] float content_scale() const override {
    float x = 1, y = 1;
    glfwGetWindowContentScale(window_, &x, &y);
    return std::max(x, y);
  }
  void wake() override { glfwPostEmptyEvent(); }
  void fonts_changed() override {
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
  }
  void keep() override { keep_ = true; }
  [[nodiscard]] Pixels read() override { return kept_; }
  void full_screen(bool on) override {
    if (!on) {
      glfwSetWindowMonitor(window_, nullptr, 80, 80, 1280, 720, GLFW_DONT_CARE);
      return;
    }
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    if (monitor == nullptr) return;
    const GLFWvidmode* mode = glfwGetVideoMode(monitor);
    glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
  }
  [[nodiscard]] bool minimised() const override {
    return glfwGetWindowAttrib(window_, GLFW_ICONIFIED) != 0;
  }

 private:
  GLFWwindow* window_;
  int frames_ = 3;
  bool keep_ = false;
  Pixels kept_;
};

}  // namespace

Result<std::unique_ptr<Screen>> open_window(Size size, const std::string& title) {
  const auto fail = [](const std::string& what) {
    Fault fault;
    fault.message = what + (last_error().empty() ? "" : " (" + last_error() + ")");
    fault.expected =
        "a display with OpenGL 3.3; without one: tandem-viewer FILE --script STEPS --screenshot "
        "OUT.png";
    return fault;
  };
  glfwSetErrorCallback([](int, const char* text) { last_error() = text; });
  if (glfwInit() == GLFW_FALSE) return fail("no window can be opened: there is no display");
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  GLFWwindow* window = glfwCreateWindow(size.width, size.height, title.c_str(), nullptr, nullptr);
  if (window == nullptr) {
    glfwTerminate();
    return fail("no window can be opened: OpenGL 3.3 is missing");
  }
  glfwMakeContextCurrent(window);
  glfwSwapInterval(1);
  return std::unique_ptr<Screen>(std::make_unique<Window>(window));
}

}  // namespace tandem::viewer
