// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>

#include "imgui.h"
#include "tests/support/large_firm.h"
#include "viewer/app/app.h"

// What a trainer waits for: a frame, a step back, the first frame. Without the GL driver.
namespace tandem::viewer {
namespace {

/// 304 reps with two runs beside each other.
class Fixture {
 public:
  Fixture() : context_(ImGui::CreateContext()), screen_(open_nowhere({1920, 1080})) {
    file_ = std::filesystem::temp_directory_path() / "tandem-viewer-bench.yaml";
    std::ofstream(file_) << test::large_firm(38);
    Options options;
    options.file = file_;
    options.scale = 1;
    app_ = std::make_unique<App>(options, *screen_);
    if (!app_->faults().empty()) throw std::runtime_error(describe(app_->faults()));
    (void)app_->run_script("goto day 60\nset pricing.discount=5%\ncompare on\ngoto day 200\nwait\n",
                           "bench");
  }
  ~Fixture() {
    app_.reset();
    screen_.reset();
    ImGui::DestroyContext(context_);
    std::filesystem::remove(file_);
  }
  Fixture(const Fixture&) = delete;
  Fixture& operator=(const Fixture&) = delete;
  App& app() { return *app_; }

 private:
  ImGuiContext* context_;
  std::unique_ptr<Screen> screen_;
  std::filesystem::path file_;
  std::unique_ptr<App> app_;
};

// One frame of each panel with two runs of 304 reps.
void frame(benchmark::State& bench) {
  Fixture fixture;
  const auto panel = static_cast<std::size_t>(bench.range(0));
  (void)fixture.app().run_script("open " + std::string(kPanels[panel]) + "\nselect rep 7\nwait\n",
                                 "bench");
  for (auto _ : bench) benchmark::DoNotOptimize(fixture.app().frame(true));
  bench.SetLabel(std::string(kPanels[panel]));
}
BENCHMARK(frame)
    ->DenseRange(0, static_cast<int>(kPanels.size()) - 1)
    ->Unit(benchmark::kMillisecond);

// From a day to the quarter before it, and on again: both runs.
void back_a_quarter(benchmark::State& bench) {
  Fixture fixture;
  for (auto _ : bench) {
    (void)fixture.app().run("back 1 quarters");
    fixture.app().engine().settle(false);
    bench.PauseTiming();
    (void)fixture.app().run("step 1 quarters");
    fixture.app().engine().settle(false);
    bench.ResumeTiming();
  }
}
BENCHMARK(back_a_quarter)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(20);

// From the file to the first frame with people on it: the quickstart.
void first_frame(benchmark::State& bench) {
  for (auto _ : bench) {
    ImGuiContext* context = ImGui::CreateContext();
    const auto screen = open_nowhere({1280, 720});
    Options options;
    options.file = TANDEM_SOURCE_DIR "/scenarios/quickstart.yaml";
    options.scale = 1;
    {
      App app(options, *screen);
      app.engine().settle(false);
      (void)app.frame(true);
    }
    ImGui::DestroyContext(context);
  }
}
BENCHMARK(first_frame)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace tandem::viewer

BENCHMARK_MAIN();
