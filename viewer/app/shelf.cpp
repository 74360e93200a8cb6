// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/shelf.h"

#include <fstream>

#include "viewer/text/text.h"

namespace tandem::viewer {

namespace {

std::string& words() {
  static std::string all;
  return all;
}

/// "# What it shows: a small firm ...": the first sentence of the comment.
std::string what_it_shows(const std::filesystem::path& file) {
  constexpr std::string_view kStart = "# What it shows: ";
  std::ifstream in(file);
  std::string line, out;
  if (!std::getline(in, line) || !line.starts_with(kStart)) return {};
  out = line.substr(kStart.size());
  while (!out.ends_with('.') && std::getline(in, line) && line.starts_with("# "))
    out += " " + line.substr(2);
  if (!out.empty()) out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
  return out;
}

std::vector<Volume> read() {
  std::vector<Volume> out;
  for (const auto& file : shipped_lessons()) {
    const auto scenario = Scenario::load(file);
    if (!scenario) continue;
    const Lesson* lesson = scenario.value().lesson();
    if (lesson == nullptr) continue;
    out.push_back({file, lesson->id, lesson->title, lesson->claim, true});
  }
  const auto folder = shipped_scenarios();
  for (const char* firm :
       {"quickstart", "base/software-vendor", "base/inside-sales-floor", "base/consumer-goods",
        "base/medical-devices", "base/call-centre", "base/shop-floor"}) {
    const auto file = folder / (std::string(firm) + ".yaml");
    const std::string says = what_it_shows(file);
    if (says.empty()) continue;
    const std::string id = std::filesystem::path(firm).filename().string();
    const std::string word = "firm." + id;
    std::string name = id;
    for (char& c : name)
      if (c == '-') c = ' ';
    name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    out.push_back({file,
                   id,
                   {name, engine_word(word, name.c_str(), Language::zh)},
                   {says, engine_word(word + ".says", says.c_str(), Language::zh)},
                   false});
  }
  for (const Volume& volume : out) words() += volume.title.zh + volume.says.zh;
  return out;
}

}  // namespace

const std::vector<Volume>& shelf() {
  static const std::vector<Volume> all = read();
  return all;
}

const std::string& shelf_words() { return words(); }

}  // namespace tandem::viewer
