// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/app.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <exception>
#include <sstream>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "tandem/lesson.h"
#include "viewer/app/files.h"
#include "viewer/app/shelf.h"
#include "viewer/frame/fonts.h"
#include "viewer/panels/panels.h"

namespace tandem::viewer {

namespace {

constexpr float kFontSize = 15;  ///< pixels at 100 %

void use_theme(const Palette& p, float scale) {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  style.WindowRounding = 0;
  style.ChildRounding = 4;
  style.FrameRounding = 4;
  style.PopupRounding = 4;
  style.GrabRounding = 4;
  style.TabRounding = 4;
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.FramePadding = {8, 4};
  style.ItemSpacing = {8, 6};
  style.WindowPadding = {10, 8};
  style.ScrollbarSize = 12;
  style.ScaleAllSizes(scale);
  const auto set = [&](ImGuiCol which, ImU32 colour) {
    style.Colors[which] = ImGui::ColorConvertU32ToFloat4(colour);
  };
  set(ImGuiCol_Text, p.text);
  set(ImGuiCol_TextDisabled, p.muted);
  set(ImGuiCol_WindowBg, p.back);
  set(ImGuiCol_ChildBg, p.panel);
  set(ImGuiCol_PopupBg, p.panel);
  set(ImGuiCol_Border, p.line);
  set(ImGuiCol_FrameBg, p.raised);
  set(ImGuiCol_FrameBgHovered, mix(p.raised, p.accent, 0.25F));
  set(ImGuiCol_FrameBgActive, mix(p.raised, p.accent, 0.4F));
  set(ImGuiCol_Button, p.raised);
  set(ImGuiCol_ButtonHovered, mix(p.raised, p.accent, 0.25F));
  set(ImGuiCol_ButtonActive, mix(p.raised, p.accent, 0.4F));
  set(ImGuiCol_Header, mix(p.raised, p.accent, 0.2F));
  set(ImGuiCol_HeaderHovered, mix(p.raised, p.accent, 0.3F));
  set(ImGuiCol_HeaderActive, mix(p.raised, p.accent, 0.4F));
  set(ImGuiCol_CheckMark, p.accent);
  set(ImGuiCol_SliderGrab, p.accent);
  set(ImGuiCol_SliderGrabActive, p.accent);
  set(ImGuiCol_Separator, p.raised);
  set(ImGuiCol_ScrollbarBg, p.panel);
  set(ImGuiCol_ScrollbarGrab, p.line);
  set(ImGuiCol_ScrollbarGrabHovered, p.muted);
  set(ImGuiCol_ScrollbarGrabActive, p.muted);
  set(ImGuiCol_Tab, p.raised);
  set(ImGuiCol_TabHovered, mix(p.raised, p.accent, 0.3F));
  set(ImGuiCol_TabActive, mix(p.raised, p.accent, 0.3F));
  set(ImGuiCol_TableHeaderBg, p.raised);
  set(ImGuiCol_TableBorderStrong, p.raised);
  set(ImGuiCol_TableBorderLight, p.raised);
  set(ImGuiCol_TableRowBgAlt, with_alpha(p.raised, 0.5F));
  set(ImGuiCol_NavHighlight, p.accent);
  set(ImGuiCol_TextSelectedBg, with_alpha(p.accent, 0.35F));
}

// Where keys have the numbers of GLFW without a window that says so.
void map_keys(ImGuiIO& io) {
  constexpr std::pair<ImGuiKey, int> kKeys[] = {{ImGuiKey_Tab, GLFW_KEY_TAB},
                                                {ImGuiKey_LeftArrow, GLFW_KEY_LEFT},
                                                {ImGuiKey_RightArrow, GLFW_KEY_RIGHT},
                                                {ImGuiKey_UpArrow, GLFW_KEY_UP},
                                                {ImGuiKey_DownArrow, GLFW_KEY_DOWN},
                                                {ImGuiKey_PageUp, GLFW_KEY_PAGE_UP},
                                                {ImGuiKey_PageDown, GLFW_KEY_PAGE_DOWN},
                                                {ImGuiKey_Home, GLFW_KEY_HOME},
                                                {ImGuiKey_End, GLFW_KEY_END},
                                                {ImGuiKey_Delete, GLFW_KEY_DELETE},
                                                {ImGuiKey_Backspace, GLFW_KEY_BACKSPACE},
                                                {ImGuiKey_Space, GLFW_KEY_SPACE},
                                                {ImGuiKey_Enter, GLFW_KEY_ENTER},
                                                {ImGuiKey_Escape, GLFW_KEY_ESCAPE},
                                                {ImGuiKey_A, GLFW_KEY_A},
                                                {ImGuiKey_C, GLFW_KEY_C},
                                                {ImGuiKey_V, GLFW_KEY_V},
                                                {ImGuiKey_X, GLFW_KEY_X},
                                                {ImGuiKey_Y, GLFW_KEY_Y},
                                                {ImGuiKey_Z, GLFW_KEY_Z}};
  for (const auto& [key, code] : kKeys) io.KeyMap[key] = code;
}

}  // namespace

App::App(const Options& options, Screen& screen)
    : options_(options), screen_(screen), engine_([&screen] { screen.wake(); }) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  if (io.BackendPlatformName == nullptr) map_keys(io);
  ui_.language = options.language;
  ui_.theme = options.theme;
  ui_.session = &session_;
  ui_.known = engine_.known();
  user_scale_ = options.scale > 0 ? options.scale : std::clamp(screen.content_scale(), 0.75F, 3.0F);
  if (options_.file.empty())
    ui_.panel = Panel::lessons;
  else
    load();
}

App::~App() {
  // An orderly end: what has not been saved by now was not wanted.
  if (!options_.recovery.empty() && !recover_ && std::uncaught_exceptions() == 0) {
    std::error_code none;
    std::filesystem::remove(options_.recovery, none);
  }
}

void App::load() {
  std::error_code none;
  std::filesystem::path file = options_.file;
  std::string then;
  if (file.extension() == ".tandem") {
    const SavedSession saved = read_session(file);
    if (!saved.scenario.empty()) file = file.parent_path() / saved.scenario;
    then = saved.steps;
  }
  read_ = std::filesystem::last_write_time(file, none);
  auto scenario = Scenario::load(file);
  if (!scenario) {
    faults_ = scenario.faults();
    return;
  }
  std::vector<Scenario> variants;
  if (!options_.variants.empty()) {
    auto loaded = load_variants(scenario.value(), options_.variants);
    if (!loaded) {
      faults_ = loaded.faults();
      return;
    }
    variants = std::move(loaded).value();
  }
  faults_.clear();
  const bool again = open_;
  const int day = ui_.day;
  session_ = Session(std::move(scenario).value(), file, options_.replication);
  for (std::size_t i = 0; i < variants.size(); ++i)
    session_.open(std::move(variants[i]), options_.variants[i]);
  if (options_.seed) session_.luck(*options_.seed, options_.replication);
  open_ = true;
  ui_.comparing = !variants.empty();
  ui_.selection = {};
  ui_.before.clear();
  ui_.after.clear();
  ui_.remarks.clear();
  ui_.day = again ? std::min(day, session_.days()) : 0;
  if (ui_.panel == Panel::lessons || !again) ui_.panel = Panel::floor;
  if (const Lesson* lesson = session_.active().scenario->lesson())
    for (const LessonNote& note : lesson->notes) ui_.remarks.push_back({note.at, note.watch});
  playing_ = false;
  loop_.reset();
  show();
  std::istringstream lines(then);
  for (std::string line; std::getline(lines, line);)
    if (auto fault = run(line); !fault.empty()) message_ = fault;
  recover_ = !options_.recovery.empty() && read_session(options_.recovery).scenario ==
                                               std::filesystem::absolute(file, none).string();
}

std::string App::session_text() const {
  std::error_code none;
  const auto file = std::filesystem::absolute(session_.runs().front().file, none);
  return "# Branches of a Tandem session: tandem-viewer opens this file.\nfile " + file.string() +
         "\n" + session_.script() + fmt::format("goto day {}\n", ui_.day);
}

void App::save_recovery() {
  if (options_.recovery.empty() || !session_.changed()) return;
  std::error_code none;
  std::filesystem::create_directories(options_.recovery.parent_path(), none);
  if (auto fault = write_file(options_.recovery, session_text()); !fault.empty()) message_ = fault;
}

void App::show() {
  engine_.show(session_, ui_.day);
  if (pairs_ > 0) replicate();
}

void App::replicate() { engine_.replicate(session_, pairs_); }

void App::go_to(int day) {
  ui_.day = std::clamp(day, 0, session_.days());
  engine_.show(session_, ui_.day);
}

bool App::moving() const {
  return playing_ || !engine_.idle(false) || !clicks_.empty() || !pressed_.empty();
}

void App::take_pictures() { ui_.known = engine_.known(); }

std::string App::words() const {
  std::string words = shelf_words();
  if (!open_) return words;
  for (const Run& run : session_.runs()) words += run.name + run.scenario->resolved();
  if (const Lesson* lesson = session_.runs().front().origin->lesson()) {
    words += lesson->title.zh + lesson->claim.zh + lesson->from.zh;
    for (const LessonNote& note : lesson->notes) words += note.watch.zh;
    for (const LessonEffect& effect : lesson->effects) words += effect.name.zh + effect.reading.zh;
    for (const LessonCause& cause : lesson->causes) words += cause.name.zh;
  }
  return words;
}

void App::set_scale() {
  const float height = static_cast<float>(screen_.size().height);
  float scale = user_scale_;
  // Read from the last row: at least 1/50 of the height.
  if (ui_.presentation) scale = std::max(scale, std::ceil(height / 50) / kFontSize);
  const std::string now = words();
  if (scale != font_scale_ || now != font_words_) {
    const FontReport fonts = build_fonts(std::round(kFontSize * scale), now);
    ui_.chinese = !fonts.chinese.empty();
    if (fonts.latin.empty() && fonts.chinese.empty())
      message_ = "No font was found, so letters are coarse: apt-get install fonts-dejavu-core";
    if (font_scale_ > 0) screen_.fonts_changed();
    font_scale_ = scale;
    font_words_ = now;
  }
  ui_.scale = scale;
  use_theme(ui_.colours(), scale);
}

// Looks once a second whether the file has been saved anew.
void App::look_at_files() {
  const auto now = std::chrono::steady_clock::now();
  if (options_.file.empty() || now - looked_ < std::chrono::seconds(1)) return;
  looked_ = now;
  std::error_code fault;
  const auto file = open_ ? session_.runs().front().file : options_.file;
  const auto time = std::filesystem::last_write_time(file, fault);
  if (fault || time == read_) return;
  // Branches stand on what the file was; they are not thrown away for it.
  if (open_ && session_.changed())
    message_ = ui_("file.changed"), read_ = time;
  else
    load();
  screen_.wake();
}

void App::input() {
  ImGuiIO& io = ImGui::GetIO();
  if (!clicks_.empty()) {
    io.MousePos = clicks_.front();
    io.MouseDown[0] = click_phase_ == 1;
    if (++click_phase_ > 2) {
      click_phase_ = 0;
      clicks_.pop_front();
    }
  }
  static std::optional<Key> down;
  if (down) {
    io.KeysDown[down->code] = false;
    io.KeyCtrl = io.KeyShift = io.KeyAlt = false;
    down.reset();
  } else if (!pressed_.empty()) {
    down = pressed_.front();
    pressed_.pop_front();
    io.KeysDown[down->code] = true;
    io.KeyCtrl = down->ctrl;
    io.KeyShift = down->shift;
    io.KeyAlt = down->alt;
  }
}

void App::write_pictures() {
  for (const auto& [file, part] : pictures_) {
    Pixels pixels = screen_.read();
    if (part)
      pixels = cut(pixels, static_cast<int>(part->low.x), static_cast<int>(part->low.y),
                   {static_cast<int>(part->width()), static_cast<int>(part->height())});
    std::error_code none;
    if (auto fault = write_png(file, pixels); !fault.empty())
      message_ = fault;
    else if (part)
      message_ =
          fmt::format("{} {}", ui_("plot.saved"), std::filesystem::absolute(file, none).string());
  }
  pictures_.clear();
}

// Tab, up and down begin to walk through the controls with the keyboard: then arrows, Space and Enter
// are theirs. Escape or the mouse end it, and the keys are the time line's again.
void App::walk() {
  ImGuiIO& io = ImGui::GetIO();
  if (!io.WantTextInput &&
      (io.KeysDown[GLFW_KEY_TAB] || io.KeysDown[GLFW_KEY_UP] || io.KeysDown[GLFW_KEY_DOWN]))
    walking_ = true;
  if (io.MouseDown[0] || (io.KeysDown[GLFW_KEY_ESCAPE] && open_)) walking_ = false;
  if (walking_ || !open_)
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  else
    io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
}

bool App::walks(Key key) const {
  constexpr std::array kTheirs = {GLFW_KEY_SPACE,    GLFW_KEY_LEFT, GLFW_KEY_RIGHT,
                                  GLFW_KEY_HOME,     GLFW_KEY_END,  GLFW_KEY_PAGE_UP,
                                  GLFW_KEY_PAGE_DOWN};
  return walking_ && !key.ctrl && !key.shift && !key.alt &&
         std::ranges::find(kTheirs, key.code) != kTheirs.end();
}

bool App::frame(bool hurry) {
  set_scale();
  const Next next = screen_.begin(hurry || moving());
  if (next == Next::close) return false;
  if (next == Next::nothing) {
    look_at_files();
    return true;
  }
  input();
  ImGuiIO& io = ImGui::GetIO();
  walk();
  ImGui::NewFrame();
  take_pictures();
  look_at_files();
  if (!io.WantTextInput)
    for (const Shortcut& shortcut : shortcuts()) {
      const Key key = shortcut.key.empty() ? Key{} : key_of(shortcut.key);
      if (key.code == 0 || io.KeyCtrl != key.ctrl || io.KeyShift != key.shift ||
          io.KeyAlt != key.alt || walks(key))
        continue;
      if (ImGui::IsKeyPressed(key.code, key.code == GLFW_KEY_RIGHT || key.code == GLFW_KEY_LEFT))
        ui_.ask(std::string(shortcut.line));
    }
  if (playing_ && engine_.idle(false)) {
    owed_ += speed_ * std::min(io.DeltaTime, 0.1F);
    if (const int days = static_cast<int>(owed_); days > 0) {
      owed_ -= days;
      if (loop_ && ui_.day + days > loop_->second)
        go_to(loop_->first);
      else
        go_to(ui_.day + days);
      if (ui_.day >= session_.days()) playing_ = false;
    }
  }
  draw();
  ImGui::Render();
  if (!pictures_.empty()) screen_.keep();
  screen_.end();
  write_pictures();
  if (!ui_.said.empty()) message_ = std::exchange(ui_.said, {});
  const std::vector<std::string> asked = std::exchange(ui_.asked, {});
  for (const std::string& line : asked) {
    if (auto fault = run(line); !fault.empty()) message_ = fault;
  }
  return !closing_;
}

std::string App::run_script(std::string_view text, const std::string& name) {
  const auto frames = [&](int n) {
    for (int i = 0; i < n; ++i) (void)frame(true);
  };
  frames(2);
  std::istringstream lines{std::string(text)};
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    message_.clear();
    if (auto fault = run(line); !fault.empty())
      return fmt::format("{}:{}: {}", name, number, fault);
    if (closing_) return {};
    engine_.settle(false);
    do frames(2);
    while (!clicks_.empty() || !pressed_.empty() || !engine_.idle(false));
    // What a panel asked for by a click counts as a line of the script, too.
    if (!message_.empty() && (line.starts_with("key") || line.starts_with("click") ||
                              line.starts_with("screenshot") || line.starts_with("picture")))
      if (message_.find("cannot be written") != std::string::npos)
        return fmt::format("{}:{}: {}", name, number, message_);
  }
  return {};
}

void App::draw_broken() {
  ImGui::PushStyleColor(ImGuiCol_Text, ui_.colours().warning);
  ImGui::TextUnformatted(ui_("broken"));
  ImGui::PopStyleColor();
  ImGui::TextDisabled("%s", ui_("broken.reload"));
  ImGui::Spacing();
  const std::string all = describe(faults_);
  ImGui::TextUnformatted(all.c_str());
}

void App::draw() {
  const Size size = screen_.size();
  const float em = ui_.em();
  const auto width = static_cast<float>(size.width), height = static_cast<float>(size.height);
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({width, height});
  constexpr auto kFixed = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                          ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoSavedSettings;
  ImGui::Begin("tandem", nullptr, kFixed);
  if (!faults_.empty()) {
    draw_broken();
  } else if (!open_) {
    lessons_panel(ui_);
  } else {
    if (recover_) {
      ImGui::TextUnformatted(ui_("recover.found"));
      ImGui::SameLine();
      if (ImGui::SmallButton(ui_("recover.take"))) ui_.ask("recover");
      ImGui::SameLine();
      if (ImGui::SmallButton(ui_("recover.drop"))) ui_.ask("recover drop");
    }
    top_bar(ui_, playing_, speed_);
    const float below = time_line_height(ui_) + ImGui::GetStyle().ItemSpacing.y +
                        (message_.empty() ? 0 : ImGui::GetFrameHeight());
    // What is picked stands beside the panel where there is room, else it is a panel of its own.
    const bool wide = width > 64 * em && ui_.panel != Panel::why && ui_.panel != Panel::lessons;
    const float beside = wide ? std::min(26 * em, width / 3) : 0;
    const float room =
        ImGui::GetContentRegionAvail().x - (wide ? beside + ImGui::GetStyle().ItemSpacing.x : 0);
    ImGui::BeginChild("panel", {room, -below}, false, ImGuiWindowFlags_AlwaysUseWindowPadding);
    using Draw = void (*)(Ui&);
    constexpr std::array<Draw, kPanels.size()> kDraw = {
        lessons_panel, floor_panel, territories_panel, pipeline_panel, hours_panel,
        compare_panel, why_panel,   policies_panel,    plan_panel,     plots_panel};
    kDraw[static_cast<std::size_t>(ui_.panel)](ui_);
    ImGui::EndChild();
    if (wide) {
      ImGui::SameLine();
      ImGui::BeginChild("beside", {0, -below}, false, ImGuiWindowFlags_AlwaysUseWindowPadding);
      why_panel(ui_);
      ImGui::EndChild();
    }
    time_line(ui_, loop_);
    if (!ui_.known->failure.empty()) message_ = ui_.known->failure;
    if (!message_.empty()) {
      ImGui::PushStyleColor(ImGuiCol_Text, ui_.colours().warning);
      ImGui::TextUnformatted(message_.c_str());
      ImGui::PopStyleColor();
    }
  }
  ImGui::End();
  command_palette(ui_, palette_);
  shortcut_sheet(ui_, help_);
}

}  // namespace tandem::viewer
