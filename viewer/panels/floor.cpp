// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "viewer/panels/panels.h"
#include "viewer/panels/shown.h"
#include "viewer/plots/widget.h"

// Teams and people as a network, a picture for each run.
namespace tandem::viewer {

namespace {

/// Pictures of the firm, made anew when what they are made of changes.
struct Floor {
  std::string key;
  std::vector<Network> firms;
};

enum Kind { trust, helped, joined, refused, dispute };

std::vector<Network::TieKind> kinds_of(const Ui& ui) {
  using Tie = Network::TieKind;
  const Palette& p = ui.colours();
  return {{Tie::line, ui("floor.trust"), p.line, 1.5F, Dash::solid},
          {Tie::arrow, ui("floor.help"), p.better, 1.5F, Dash::solid},
          {Tie::arrow, ui("floor.joint"), p.better, 2.5F, Dash::solid},
          {Tie::arrow, ui("floor.refused"), p.worse, 1.5F, Dash::dotted},
          {Tie::clash, ui("floor.dispute"), p.warning, 2.5F, Dash::dashed}};
}

void add_people(Network& network, const Ui& ui, const Scenario& scenario, const FirmView& firm) {
  for (std::size_t i = 0; i < firm.seats.size(); ++i) {
    const SeatView& seat = firm.seats[i];
    const SeatLabel& label = scenario.seats()[i];
    auto group = std::ranges::find(network.groups, label.team);
    if (group == network.groups.end()) group = network.groups.insert(group, label.team);
    Network::Node& node = network.nodes.emplace_back();
    node.name = label.name;
    node.label = label.name.substr(label.name.rfind('/') + 1);
    node.group = static_cast<int>(group - network.groups.begin());
    node.size = seat.revenue;
    node.tone = seat.morale;
    node.empty = !seat.present;
    node.fresh = seat.newcomer;
    node.framed = !seat.sells;
    node.lit = !ui.found.empty() && label.name.find(ui.found) != std::string::npos;
    node.says = seat.present ? fmt::format("{} {:.2f}   {} {:.2f}\n{} {}", ui("floor.morale"),
                                           seat.morale, ui("floor.trust.of.mates"), seat.trust,
                                           ui("floor.revenue"), number(seat.revenue, "money"))
                             : std::string(ui("floor.empty"));
  }
}

/// Trust is the mean of both ways.
void add_trust(Network& network, const FirmView& firm) {
  struct Pair {
    int low, high;
    float trust;
  };
  std::vector<Pair> pairs;
  for (const TieView& tie : firm.ties)
    pairs.push_back({std::min(tie.from, tie.to), std::max(tie.from, tie.to), tie.trust});
  std::ranges::sort(pairs, {}, [](const Pair& p) { return std::pair(p.low, p.high); });
  for (std::size_t i = 0; i < pairs.size();) {
    double sum = 0;
    std::size_t j = i;
    for (; j < pairs.size() && pairs[j].low == pairs[i].low && pairs[j].high == pairs[i].high; ++j)
      sum += static_cast<double>(pairs[j].trust);
    network.ties.push_back({trust, pairs[i].low, pairs[i].high, sum / static_cast<double>(j - i)});
    i = j;
  }
}

Network network_of(const Ui& ui, const Shown& shown, bool several) {
  const FirmView& firm = shown.picture->firm;
  const Palette& p = ui.colours();
  Network network;
  network.title = several ? fmt::format("{}  {}", shown.pen.name, shown.run->name)
                          : std::string(ui("floor.people"));
  network.size_name = ui("floor.size");
  network.size_unit = "money";
  network.tone_name = ui("floor.colour");
  network.empty_name = ui("floor.empty");
  network.fresh_name = ui("floor.new");
  network.framed_name = ui("floor.apart");
  network.node_name = ui("floor.name");
  network.group_name = ui("floor.group");
  network.tones = {0.25, 0.75};  // what lies in the middle of the scale is usual
  network.low = p.low;
  network.middle = mix(p.raised, p.line, 0.35F);
  network.high = p.high;
  network.kinds = kinds_of(ui);
  add_people(network, ui, *shown.run->scenario, firm);
  add_trust(network, firm);
  network.least = firm.seats.size() > 40 ? 0.75 : 0.5;
  if (shown.history != nullptr && firm.day < static_cast<int>(shown.history->help.size()))
    for (const HelpView& help : shown.history->help[static_cast<std::size_t>(firm.day)])
      network.ties.push_back({!help.given  ? refused
                              : help.joint ? joined
                                           : helped,
                              help.from, help.to, 1});
  for (const DisputeView& open : firm.disputes)
    network.ties.push_back({dispute, open.seat, open.mate, 1});
  network.picked = ui.selection.kind == Selection::rep ? ui.selection.seat : -1;
  return network;
}

}  // namespace

void floor_panel(Ui& ui) {
  const auto shown = shown_runs(ui);
  if (shown.empty()) return remark(ui("firm.coming"));
  std::array<char, 64> text{};
  std::ranges::copy(ui.found.substr(0, text.size() - 1), text.begin());
  ImGui::SetNextItemWidth(std::min(10 * ui.em(), ImGui::GetContentRegionAvail().x));
  if (ImGui::InputTextWithHint("##find", ui("find"), text.data(), text.size()))
    ui.ask("find " + std::string(text.data()));

  Floor& state = ui.memory.of<Floor>();
  if (const std::string key = fmt::format("{} / {}", key_of(ui, shown), ui.found);
      key != state.key) {
    state.key = key;
    state.firms.clear();
    for (const Shown& each : shown) state.firms.push_back(network_of(ui, each, shown.size() > 1));
  }
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const auto count = static_cast<float>(shown.size());
  const float width = (room.x + gap) / count - gap;
  ScreenCanvas canvas(ImGui::GetWindowDrawList());
  const ImVec2 size = {
      width, std::max(room.y, least_height(canvas, state.firms.front(), look_of(ui), width))};
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (i > 0) ImGui::SameLine();
    const std::string id = fmt::format("floor-{}", shown[i].pen.name);
    const Pointed pointed = plot(ui, id.c_str(), size, state.firms[i]);
    if (!pointed.clicked) continue;
    if (ui.run().id != shown[i].run->id)
      ui.ask(fmt::format("active {}", &*shown[i].run - ui.session->runs().data() + 1));
    ui.ask(fmt::format("select rep {}", pointed.item + 1));
  }
}

}  // namespace tandem::viewer
