// SPDX-License-Identifier: Apache-2.0
#define GL_GLEXT_PROTOTYPES
#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <GL/glext.h>

#include <algorithm>

#include "backends/imgui_impl_opengl3.h"
#include "imgui.h"
#include "viewer/frame/read_pixels.h"

namespace tandem::viewer {

namespace {

/// Whatever EGL was asked for and has to be given back.
struct Context {
  EGLDisplay display = EGL_NO_DISPLAY;
  EGLContext context = EGL_NO_CONTEXT;
  ~Context() {
    if (display == EGL_NO_DISPLAY) return;
    eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (context != EGL_NO_CONTEXT) eglDestroyContext(display, context);
    eglTerminate(display);
  }
};

class OffScreen final : public Screen {
 public:
  OffScreen(std::unique_ptr<Context> context, Size size)
      : context_(std::move(context)), size_(size) {
    glGenFramebuffers(1, &frame_);
    glGenRenderbuffers(1, &colour_);
    glBindRenderbuffer(GL_RENDERBUFFER, colour_);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, size.width, size.height);
    glBindFramebuffer(GL_FRAMEBUFFER, frame_);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour_);
    ImGui_ImplOpenGL3_Init("#version 330");
  }
  ~OffScreen() override {
    ImGui_ImplOpenGL3_Shutdown();
    glDeleteRenderbuffers(1, &colour_);
    glDeleteFramebuffers(1, &frame_);
  }
  Next begin(bool) override {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(size_.width), static_cast<float>(size_.height)};
    io.DeltaTime = 1.0F / 60;
    ImGui_ImplOpenGL3_NewFrame();
    return Next::frame;
  }
  void end() override {
    glBindFramebuffer(GL_FRAMEBUFFER, frame_);
    glViewport(0, 0, size_.width, size_.height);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  }
  [[nodiscard]] Size size() const override { return size_; }
  void fonts_changed() override {
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
  }
  [[nodiscard]] Pixels read() override {
    glBindFramebuffer(GL_FRAMEBUFFER, frame_);
    return read_pixels(size_);
  }

 private:
  std::unique_ptr<Context> context_;
  Size size_;
  GLuint frame_ = 0, colour_ = 0;
};

}  // namespace

Result<std::unique_ptr<Screen>> open_off_screen(Size size) {
  const auto fail = [](const char* what) {
    Fault fault;
    fault.message = std::string("no picture can be drawn: ") + what;
    fault.expected = "Mesa's software driver: apt-get install libegl1 libgl1 libgl1-mesa-dri";
    return fault;
  };
  auto context = std::make_unique<Context>();
  const auto get_display = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(
      eglGetProcAddress("eglGetPlatformDisplayEXT"));
  if (get_display == nullptr) return fail("EGL has no platform displays");
  context->display = get_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
  if (context->display == EGL_NO_DISPLAY) return fail("EGL has no surfaceless platform");
  if (eglInitialize(context->display, nullptr, nullptr) == EGL_FALSE) {
    context->display = EGL_NO_DISPLAY;
    return fail("EGL does not start");
  }
  eglBindAPI(EGL_OPENGL_API);
  const EGLint wanted[] = {EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_SURFACE_TYPE, 0, EGL_NONE};
  EGLConfig config = nullptr;
  EGLint found = 0;
  eglChooseConfig(context->display, wanted, &config, 1, &found);
  const EGLint version[] = {EGL_CONTEXT_MAJOR_VERSION,
                            3,
                            EGL_CONTEXT_MINOR_VERSION,
                            3,
                            EGL_CONTEXT_OPENGL_PROFILE_MASK,
                            EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                            EGL_NONE};
  context->context =
      eglCreateContext(context->display, found > 0 ? config : nullptr, EGL_NO_CONTEXT, version);
  if (context->context == EGL_NO_CONTEXT) return fail("there is no OpenGL 3.3");
  if (eglMakeCurrent(context->display, EGL_NO_SURFACE, EGL_NO_SURFACE, context->context) ==
      EGL_FALSE)
    return fail("EGL needs a surface");
  return std::unique_ptr<Screen>(std::make_unique<OffScreen>(std::move(context), size));
}

}  // namespace tandem::viewer
