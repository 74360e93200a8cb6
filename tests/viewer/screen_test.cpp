// SPDX-License-Identifier: Apache-2.0
// Screens: a window (ctest gives it a display of its own), pictures drawn off-screen, and the program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "tests/viewer/screen.h"

namespace tandem::viewer {
namespace {

std::size_t colours(const Pixels& pixels) {
  std::set<std::array<std::uint8_t, 3>> seen;
  for (std::size_t i = 0; i + 2 < pixels.rgb.size(); i += 3)
    seen.insert({pixels.rgb[i], pixels.rgb[i + 1], pixels.rgb[i + 2]});
  return seen.size();
}

Options quickstart() {
  Options options;
  options.file = shipped_file("quickstart.yaml");
  options.scale = 1;
  return options;
}

TEST(Window, DrawsAFirm) {
  ASSERT_NE(std::getenv("DISPLAY"), nullptr) << "ctest gives this test a display: xvfb-run";
  ImGuiContext* context = ImGui::CreateContext();
  auto screen = open_window({900, 600}, "test");
  ASSERT_TRUE(screen.ok()) << describe(screen.faults());
  {
    App app(quickstart(), *screen.value());
    EXPECT_EQ(app.run_script("goto day 100\nwait\n", "test"), "");
    screen.value()->keep();
    EXPECT_TRUE(app.frame(true));
    EXPECT_GT(colours(screen.value()->read()), 50u);
  }
  screen = Fault{};
  ImGui::DestroyContext(context);
}

TEST(OffScreen, TheSamePictureTwiceIsTheSame) {
  const auto draw = [](Theme theme) {
    ImGuiContext* context = ImGui::CreateContext();
    auto screen = open_off_screen({900, 600});
    EXPECT_TRUE(screen.ok()) << describe(screen.faults());
    Pixels pixels;
    {
      Options options = quickstart();
      options.theme = theme;
      App app(options, *screen.value());
      EXPECT_EQ(app.run_script("goto day 100\nwait\nselect rep 2\nwait\n", "test"), "");
      pixels = screen.value()->read();
    }
    screen = Fault{};
    ImGui::DestroyContext(context);
    return pixels;
  };
  const Pixels light = draw(Theme::light), again = draw(Theme::light), dark = draw(Theme::dark);
  EXPECT_EQ(light.rgb, again.rgb);
  EXPECT_NE(light.rgb, dark.rgb);
  EXPECT_GT(colours(light), 50u);
}

struct Outcome {
  int code;
  std::string out;
};
Outcome viewer(const std::string& arguments, const std::string& steps = "") {
  const std::string file = own_file("tandem-steps.txt");
  std::ofstream(file) << steps;
  const std::string line = "env -u DISPLAY -u WAYLAND_DISPLAY '" TANDEM_BINARY_DIR
                           "/bin/tandem-viewer' " +
                           arguments + (steps.empty() ? "" : " --script " + file) + " 2>&1";
  FILE* pipe = popen(line.c_str(), "r");
  Outcome outcome{-1, {}};
  std::array<char, 4096> block{};
  while (const std::size_t n = std::fread(block.data(), 1, block.size(), pipe))
    outcome.out.append(block.data(), n);
  outcome.code = WEXITSTATUS(pclose(pipe));
  return outcome;
}

TEST(Program, PrintsTheHashOfTheEngine) {
  const std::string quickstart = shipped_file("quickstart.yaml");
  const Outcome told = viewer(quickstart, "goto end\nback 2 quarters\ngoto day 252\nhash\n");
  EXPECT_EQ(told.code, 0) << told.out;
  std::array<char, 64> block{};
  FILE* pipe = popen(
      ("'" TANDEM_BINARY_DIR "/bin/tandem' run " + quickstart + " --replications 1 --hash").c_str(),
      "r");
  ASSERT_NE(std::fgets(block.data(), block.size(), pipe), nullptr);
  pclose(pipe);
  EXPECT_EQ(told.out, block.data());
}

TEST(Program, MistakesHaveTheirLineAndTheirCode) {
  const std::string quickstart = shipped_file("quickstart.yaml");
  const Outcome unknown = viewer(quickstart, "step 1 days\njump\n");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.out, testing::HasSubstr("tandem-steps.txt:2: \"jump\" is no command"));
  EXPECT_EQ(viewer("no-such.yaml").code, 2);
  EXPECT_EQ(viewer(quickstart + " --size 12").code, 2);
  EXPECT_EQ(viewer(quickstart + " --scale 900").code, 2);
  const Outcome window = viewer(quickstart);
  EXPECT_EQ(window.code, 1);
  EXPECT_THAT(window.out, testing::HasSubstr("there is no display"));
  const Outcome picture = viewer(quickstart + " --screenshot /no/such/folder/a.png");
  EXPECT_NE(picture.code, 0);
  EXPECT_THAT(picture.out, testing::HasSubstr("cannot be written"));
}

TEST(Program, ABrokenScenarioIsToldLikeByTheOtherProgram) {
  const std::string file = own_file("tandem-broken-2.yaml");
  std::ofstream(file) << "tandem: 1\nmarkt: {deal_size: 4}\n";
  const Outcome told = viewer(file + " --screenshot /tmp/never.png");
  EXPECT_EQ(told.code, 2);
  EXPECT_THAT(told.out, testing::HasSubstr(":2:1: error: markt"));
  std::filesystem::remove(file);
}

TEST(Program, PicturesHaveTheSizeAskedFor) {
  const std::string file = own_file("tandem-picture.png");
  const Outcome told =
      viewer(shipped_file("quickstart.yaml") + " --size 640x400 --screenshot " + file);
  EXPECT_EQ(told.code, 0) << told.out;
  std::ifstream in(file, std::ios::binary);
  std::array<unsigned char, 24> head{};
  in.read(reinterpret_cast<char*>(head.data()), head.size());
  EXPECT_EQ(head[18] * 256 + head[19], 640);
  EXPECT_EQ(head[22] * 256 + head[23], 400);
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace tandem::viewer
