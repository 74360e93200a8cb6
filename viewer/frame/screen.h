// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tandem/result.h"

// Where frames go: a window, a picture in memory drawn by GL without a display, or nowhere.
namespace tandem::viewer {

struct Size {
  int width = 1280, height = 720;
};

/// Rows from the top, RGB.
struct Pixels {
  Size size;
  std::vector<std::uint8_t> rgb;
};

/// What a screen wants: a frame; nothing, as nothing has happened; to be closed.
enum class Next { frame, nothing, close };

class Screen {
 public:
  virtual ~Screen() = default;
  /// With a frame the ImGui context has size, time and input. Without `hurry` it may sleep until
  /// there is something to do, half a second at most.
  virtual Next begin(bool hurry) = 0;
  virtual void end() = 0;  ///< shows what ImGui has drawn
  [[nodiscard]] virtual Size size() const = 0;
  [[nodiscard]] virtual float content_scale() const { return 1; }  ///< of the monitor
  virtual void wake() {}                              ///< from any thread: there is something new
  virtual void fonts_changed() {}                     ///< the atlas was built anew
  virtual void keep() {}                              ///< the next frame will be read
  [[nodiscard]] virtual Pixels read() { return {}; }  ///< of the frame that was kept
  virtual void full_screen(bool) {}
  [[nodiscard]] virtual bool minimised() const { return false; }
};

/// A window; a fault with the reason where there is no display or no OpenGL 3.3.
[[nodiscard]] Result<std::unique_ptr<Screen>> open_window(Size size, const std::string& title);
/// Off-screen by EGL without any display server; a fault where there is no such driver.
[[nodiscard]] Result<std::unique_ptr<Screen>> open_off_screen(Size size);
/// Draws nowhere: for tests and timing of everything but the driver.
[[nodiscard]] std::unique_ptr<Screen> open_nowhere(Size size);

/// Writes a PNG file whole or not at all; empty or why not.
[[nodiscard]] std::string write_png(const std::string& file, const Pixels& pixels);
/// The part of a picture from (x, y) on.
[[nodiscard]] Pixels cut(const Pixels& from, int x, int y, Size size);

}  // namespace tandem::viewer
