// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/lever.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>

namespace tandem::viewer {

namespace {

using View = std::string_view;

std::string spaced(View text) {
  std::string out(text);
  std::ranges::replace(out, '_', ' ');
  std::ranges::replace(out, '.', ' ');
  return out;
}

/// Sections of a scenario that a firm decides by itself; all others are how people and markets are.
bool is_policy(View path) {
  constexpr std::array<View, 10> kDecided = {
      "policies.", "quota.",     "pricing.discount", "pricing.premium", "groups.",
      "hiring.",   "dismissal.", "evaluation.ev",    "evaluation.m",    "selling.order"};
  constexpr std::array<View, 6> kBesides = {"evaluation.openness", "evaluation.weight",
                                            "evaluation.raise",    "evaluation.exit",
                                            "career.raise",        "selling.handover_credit"};
  return std::ranges::any_of(kDecided, [&](View start) { return path.starts_with(start); }) ||
         std::ranges::find(kBesides, path) != kBesides.end();
}

std::vector<std::string> split(View text, View by) {
  std::vector<std::string> out;
  for (std::size_t end = 0; end != View::npos;) {
    end = text.find(by);
    out.emplace_back(text.substr(0, end));
    if (end != View::npos) text.remove_prefix(end + by.size());
  }
  return out;
}

/// Where a slider ends whose range is far wider than what is usual.
double usual_end(const Lever& lever) {
  const double usual = std::fabs(read_value(lever.info->fallback).value_or(0));
  const View unit = lever.info->unit;
  double end = 4 * usual;
  if (unit == "share") end = std::max(end, 1.0);
  if (unit == "working days") end = std::max(end, 63.0);
  if (unit == "hours") end = std::max(end, 8.0);
  if (unit == "money") end = std::max(end, 1000.0);
  return std::clamp(std::max(end, lever.whole ? 5.0 : 1.0), lever.low, lever.high);
}

Lever made(const ParameterInfo& info) {
  Lever lever;
  lever.info = &info;
  lever.key = info.path;
  if (const auto brackets = lever.key.find("[]"); brackets != View::npos)
    lever.key.erase(brackets, 2);
  lever.policy = is_policy(info.path);
  if (lever.key.starts_with("plan.")) lever.key.erase(0, 5);
  // "policies.meetings.every" is of the group "policies.meetings", "market.key_rate" of "market".
  const auto first = lever.key.find('.');
  const auto second = lever.key.find('.', first + 1);
  const auto cut = lever.key.starts_with("policies.") && second != View::npos ? second : first;
  lever.group = lever.key.substr(0, cut);
  lever.name = lever.key.substr(cut + 1);
  if (info.type == "yes/no") lever.kind = Lever::yes_no;
  if (info.type == "choice") {
    lever.kind = Lever::choice;
    lever.choices = split(info.range, " | ");
  }
  if (info.type == "number" || info.type == "integer") {
    lever.kind = Lever::number;
    lever.whole = info.type == "integer";
    const auto ends = split(info.range, " .. ");
    lever.low = read_value(ends.front()).value_or(0);
    lever.high = read_value(ends.back()).value_or(1e9);
    lever.slide = usual_end(lever);
  }
  return lever;
}

}  // namespace

const std::vector<Lever>& levers() {
  static const std::vector<Lever> all = [] {
    std::vector<Lever> out;
    for (const ParameterInfo& info : parameters())
      if (!info.scope.empty() && !info.path.starts_with("plan[]")) out.push_back(made(info));
    std::ranges::stable_sort(out, [](const Lever& a, const Lever& b) {
      const auto rank = [](const Lever& lever) {
        const bool goals = lever.group == "quota" || lever.group == "pricing";
        return !lever.policy ? 3 : goals ? 0 : lever.group.starts_with("policies.") ? 1 : 2;
      };
      return rank(a) < rank(b);
    });
    return out;
  }();
  return all;
}

const std::vector<Lever>& plan_levers() {
  static const std::vector<Lever> all = [] {
    std::vector<Lever> out;
    for (const ParameterInfo& info : parameters())
      if (info.path.starts_with("plan[].")) out.push_back(made(info));
    return out;
  }();
  return all;
}

std::string Lever::title(const Ui& ui) const {
  std::string english = spaced(name);
  english[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(english[0])));
  return engine_word("parameter." + info->path, english.c_str(), ui.language);
}

std::string Lever::meaning(const Ui& ui) const {
  return engine_word("parameter.says." + info->path, info->says.c_str(), ui.language);
}

std::string Lever::help(const Ui& ui) const {
  std::string out = key + "\n" + meaning(ui);
  const auto line = [&](const char* what, const std::string& says) {
    if (!says.empty()) out += fmt::format("\n{}: {}", what, says);
  };
  line(ui("levers.unit"), engine_word("unit." + info->unit, info->unit.c_str(), ui.language));
  line(ui("levers.default"), info->fallback);
  line(ui("levers.range"), info->range);
  line(ui("levers.source"), info->source);
  return out;
}

std::optional<double> read_value(View written) {
  double value = 0;
  const auto read = std::from_chars(written.data(), written.data() + written.size(), value);
  if (read.ec != std::errc{} || !std::isfinite(value)) return std::nullopt;
  const View rest = written.substr(static_cast<std::size_t>(read.ptr - written.data()));
  if (rest == "%") return value / 100;
  if (rest == "k") return value * 1e3;
  if (rest == "M") return value * 1e6;
  if (rest.empty() || rest == "d" || rest == "h") return value;
  return std::nullopt;
}

std::string write_value(double value, View unit) {
  const auto plain = [](double number) {
    // Four digits are what a hand can choose; never with an exponent.
    const double size = std::fabs(number);
    const int places =
        size == 0 ? 0 : static_cast<int>(std::clamp(3 - std::floor(std::log10(size)), 0.0, 6.0));
    std::string out = fmt::format("{:.{}f}", number, places);
    if (out.find('.') != std::string::npos) {
      out.erase(out.find_last_not_of('0') + 1);
      if (out.back() == '.') out.pop_back();
    }
    return out == "-0" ? "0" : out;
  };
  if (unit == "share") return plain(value * 100) + "%";
  if (unit == "working days") return plain(std::round(value)) + "d";
  if (unit == "hours") return plain(value) + "h";
  return plain(value);
}

std::string in_quotes(View text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

bool holds(View text, View wanted) {
  const auto same = [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) ==
           std::tolower(static_cast<unsigned char>(b));
  };
  return std::search(text.begin(), text.end(), wanted.begin(), wanted.end(), same) != text.end() ||
         wanted.empty();
}

std::optional<std::string> field(Ui& ui, const char* id, const std::string& value, float width) {
  // One field at most is being typed into: its text is kept, the others show what is so.
  struct Typing {
    ImGuiID id = 0;
    std::array<char, 512> text{};
  };
  Typing& typing = ui.memory.of<Typing>();
  const ImGuiID here = ImGui::GetID(id);
  std::array<char, 512> shown{};
  value.copy(shown.data(), shown.size() - 1);
  const bool mine = typing.id == here;
  ImGui::SetNextItemWidth(width > 0 ? width * ui.em() : -1);
  auto& text = mine ? typing.text : shown;
  const bool entered =
      ImGui::InputText(id, text.data(), text.size(), ImGuiInputTextFlags_EnterReturnsTrue);
  const bool active = ImGui::IsItemActive();
  if (active && !mine) typing = {here, shown};
  if (!entered && (active || !mine)) return std::nullopt;
  const std::string now = text.data();
  const bool left = ImGui::IsItemDeactivatedAfterEdit();
  if (!active) typing.id = 0;
  if ((entered || left) && now != value) return now;
  return std::nullopt;
}

std::optional<std::string> control(Ui& ui, const Lever& lever, const std::string& value,
                                   float width) {
  if (lever.kind == Lever::yes_no) {
    bool on = value == "yes";
    if (ImGui::Checkbox("##on", &on)) return on ? "yes" : "no";
    return std::nullopt;
  }
  if (lever.kind == Lever::choice) {
    std::optional<std::string> chosen;
    const auto says = [&](const std::string& choice) {
      return engine_word("choice." + choice, choice.c_str(), ui.language);
    };
    ImGui::SetNextItemWidth(width * ui.em());
    const std::string plain =
        value.size() > 1 && value.front() == '"' ? value.substr(1, value.size() - 2) : value;
    if (ImGui::BeginCombo("##choice", says(plain))) {
      for (const std::string& choice : lever.choices)
        if (ImGui::Selectable(says(choice), choice == plain) && choice != plain)
          chosen =
              choice.find_first_not_of("0123456789") == View::npos ? in_quotes(choice) : choice;
      ImGui::EndCombo();
    }
    return chosen;
  }
  const auto number = read_value(value);
  if (lever.kind == Lever::text || !number) return field(ui, "##value", value, width);
  // The value to type and a slider over what is usual; what lies beyond can be typed.
  const float typed = std::min(5.5F, width / 2);
  if (auto text = field(ui, "##value", value, typed)) return text;
  ImGui::SameLine(0, ui.em() * 0.3F);
  struct Sliding {
    ImGuiID id = 0;
    float to = 0;
  };
  Sliding& sliding = ui.memory.of<Sliding>();
  const ImGuiID here = ImGui::GetID("##slide");
  // A range may go far below what is usual, too.
  const auto low = static_cast<float>(std::max(lever.low, std::min(-lever.slide, 2 * *number)));
  // Beyond the usual it leaves as much room again.
  const auto high = static_cast<float>(
      *number < lever.slide ? lever.slide
                            : std::min(lever.high, std::max(lever.slide, 2 * *number)));
  float to = sliding.id == here ? sliding.to : static_cast<float>(*number);
  std::string shows = sliding.id == here ? write_value(to, lever.info->unit) : std::string();
  for (std::size_t i = 0; (i = shows.find('%', i)) != View::npos; i += 2) shows.insert(i, 1, '%');
  ImGui::SetNextItemWidth((width - typed - 0.3F) * ui.em());
  ImGui::SliderFloat("##slide", &to, low, high, shows.empty() ? " " : shows.c_str(),
                     ImGuiSliderFlags_NoRoundToFormat | ImGuiSliderFlags_NoInput);
  if (ImGui::IsItemActive()) sliding = {here, lever.whole ? std::round(to) : to};
  if (ImGui::IsItemDeactivated() && sliding.id == here) {
    const std::string now = write_value(sliding.to, lever.info->unit);
    sliding.id = 0;
    if (read_value(now) != number) return now;
  }
  return std::nullopt;
}

}  // namespace tandem::viewer
