// SPDX-License-Identifier: Apache-2.0
#include "viewer/frame/fonts.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <span>

#include "imgui.h"
#include "viewer/text/engine_words.h"
#include "viewer/text/journal_sentences.h"
#include "viewer/text/journal_words.h"
#include "viewer/text/text.h"

namespace tandem::viewer {

namespace {

std::string first_there(std::initializer_list<const char*> files) {
  std::error_code none;
  for (const char* file : files)
    if (std::filesystem::exists(file, none)) return file;
  return {};
}

std::string latin_font() {
  if (const char* chosen = std::getenv("TANDEM_FONT")) return chosen;
  return first_there({"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
                      "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
                      "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"});
}

std::string chinese_font() {
  if (const char* chosen = std::getenv("TANDEM_CHINESE_FONT")) return chosen;
  return first_there({"/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
                      "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
                      "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
                      "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
                      "/usr/share/fonts/truetype/arphic/uming.ttc"});
}

bool readable(const std::string& file) {
  std::error_code none;
  return !file.empty() && std::filesystem::is_regular_file(file, none);
}

}  // namespace

FontReport build_fonts(float pixels, const std::string& words) {
  ImGuiIO& io = ImGui::GetIO();
  io.Fonts->Clear();
  ImFontGlyphRangesBuilder builder;
  builder.AddRanges(io.Fonts->GetGlyphRangesDefault());
  for (const auto& entry : kCatalogue) {
    builder.AddText(entry.en);
    builder.AddText(entry.zh);
  }
  for (const auto& list : {std::span<const Entry>(kKindWords), std::span<const Entry>(kTermWords),
                           std::span<const Entry>(kUndoneWords)})
    for (const Entry& word : list) builder.AddText(word.zh);
  for (const Sentence& sentence : kSentences) builder.AddText(sentence.zh);
  for (const EngineWord& word : engine_words()) builder.AddText(word.zh);
  builder.AddText(words.c_str());
  builder.AddText("‹›«»–—…·×±≤≥→←↑↓▲▼●○■□◆◇★☆√μ°αβ‘’“”✓✗");
  // Only as long as the atlas is built.
  static ImVector<ImWchar> ranges;
  ranges.clear();
  builder.BuildRanges(&ranges);

  FontReport report{latin_font(), chinese_font()};
  if (!readable(report.latin)) report.latin.clear();
  if (!readable(report.chinese)) report.chinese.clear();
  ImFontConfig config;
  config.OversampleH = 2;
  config.OversampleV = 1;
  if (!report.latin.empty()) {
    io.Fonts->AddFontFromFileTTF(report.latin.c_str(), pixels, &config, ranges.Data);
  } else if (report.chinese.empty()) {
    config.SizePixels = pixels;
    io.Fonts->AddFontDefault(&config);
  }
  if (!report.chinese.empty()) {
    config.OversampleH = 1;
    config.MergeMode = !report.latin.empty();
    io.Fonts->AddFontFromFileTTF(report.chinese.c_str(), pixels, &config, ranges.Data);
  }
  io.Fonts->TexDesiredWidth = 2048;
  io.Fonts->Build();
  return report;
}

}  // namespace tandem::viewer
