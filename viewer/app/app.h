// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "viewer/app/commands.h"
#include "viewer/app/engine.h"
#include "viewer/app/session.h"
#include "viewer/frame/screen.h"
#include "viewer/plots/canvas.h"
#include "viewer/ui.h"

namespace tandem::viewer {

struct Options {
  std::filesystem::path file;                   ///< scenario or session; empty: the lesson list
  std::vector<std::filesystem::path> variants;  ///< shown beside it
  std::optional<std::uint64_t> seed;
  std::uint32_t replication = 0;
  Language language = Language::en;
  Theme theme = Theme::light;
  float scale = 0;                 ///< 1 = 100 %; 0: the monitor's
  std::filesystem::path recovery;  ///< where unsaved branches are kept; empty: nowhere
};

/// The viewer without its screen: what is open, where the cursor is, how it looks. Everything that
/// can be done is a line of one small language, said by a key, a click, the palette or a script; its
/// commands stand in commands.h.
class App {
 public:
  App(const Options& options, Screen& screen);
  ~App();

  /// Draws one frame and does what was asked for in it. False: it is time to close.
  bool frame(bool hurry);
  /// Does a line; empty or what is wrong with it.
  [[nodiscard]] std::string run(std::string_view line);
  /// Plays a script, frames between its lines. Empty or "FILE:LINE: what is wrong".
  [[nodiscard]] std::string run_script(std::string_view text, const std::string& name);

  /// Is anything moving by itself, so that frames should follow one another?
  [[nodiscard]] bool moving() const;
  [[nodiscard]] const Ui& ui() const { return ui_; }
  [[nodiscard]] const Session& session() const { return session_; }
  [[nodiscard]] Engine& engine() { return engine_; }
  [[nodiscard]] const std::vector<std::string>& printed() const { return printed_; }
  [[nodiscard]] const Faults& faults() const { return faults_; }  ///< of a broken scenario

  // What commands act on (commands.cpp).
  struct Actions;
  friend struct Actions;

 private:
  void load();
  void look_at_files();
  void take_pictures();
  void write_pictures();
  void draw();
  void draw_broken();
  void input();
  void walk();
  [[nodiscard]] bool walks(Key key) const;  ///< is the key one that moves between controls now?
  [[nodiscard]] std::string press(Key key);
  [[nodiscard]] std::string session_text() const;
  void go_to(int day);
  void set_scale();
  void save_recovery();
  void show();
  void replicate();
  [[nodiscard]] std::string words() const;

  Options options_;
  Screen& screen_;
  Session session_;
  bool open_ = false;                       ///< a scenario is open
  Faults faults_;                           ///< of the file, if it is broken
  std::filesystem::file_time_type read_{};  ///< when the file was last changed
  std::chrono::steady_clock::time_point looked_;
  Ui ui_;
  float font_scale_ = 0;  ///< that fonts were built for
  std::string font_words_;
  float user_scale_ = 1;
  bool playing_ = false;
  bool walking_ = false;         ///< the keyboard moves between controls
  double speed_ = 5, owed_ = 0;  ///< days a second; part of a day not yet played
  std::optional<std::pair<int, int>> loop_;
  bool palette_ = false, help_ = false, full_screen_ = false, closing_ = false;
  std::string message_;  ///< of the last thing that went wrong or was done
  int pairs_ = 0;
  std::vector<std::string> printed_;
  std::deque<ImVec2> clicks_;  ///< of a script, each of them three frames long
  int click_phase_ = 0;
  std::deque<Key> pressed_;  ///< of a script, for widgets that have the focus
  struct PictureFile {
    std::string file;
    std::optional<Box> part;
  };
  std::vector<PictureFile> pictures_;  ///< files that the next frame, or a part, is written to
  bool recover_ = false;               ///< unsaved branches of last time wait to be taken up
  Engine engine_;
};

}  // namespace tandem::viewer
