// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "viewer/panels/panels.h"
#include "viewer/plots/canvas.h"

// Teams and people as a network. Each team has a room; its people sit on a circle in it, in the order of
// the file, so that nobody moves from day to day. What a circle has no room for is left out of a small
// one: names first, then ties.
namespace tandem::viewer {

namespace {

struct Place {
  ImVec2 centre;
  float radius = 0;
};

struct Room {
  std::string name;
  std::vector<int> seats;
  Box box;
};

std::vector<Room> rooms_of(const Scenario& scenario) {
  std::vector<Room> rooms;
  for (std::size_t i = 0; i < scenario.seats().size(); ++i) {
    const std::string& team = scenario.seats()[i].team;
    auto room = std::ranges::find(rooms, team, &Room::name);
    if (room == rooms.end()) room = rooms.insert(rooms.end(), {team, {}, {}});
    room->seats.push_back(static_cast<int>(i));
  }
  return rooms;
}

/// Tiles of one size that fill the box as squarely as they can.
void lay_out(std::vector<Room>& rooms, Box box, float gap) {
  const auto n = static_cast<int>(rooms.size());
  int columns = 1;
  float best = 0;
  for (int c = 1; c <= n; ++c) {
    const int r = (n + c - 1) / c;
    const float side =
        std::min(box.width() / static_cast<float>(c), box.height() / static_cast<float>(r));
    if (side > best) best = side, columns = c;
  }
  const int lines = (n + columns - 1) / columns;
  const float width = box.width() / static_cast<float>(columns),
              height = box.height() / static_cast<float>(lines);
  for (int i = 0; i < n; ++i) {
    const ImVec2 low = {box.low.x + static_cast<float>(i % columns) * width,
                        box.low.y + static_cast<float>(i / columns) * height};
    rooms[static_cast<std::size_t>(i)].box = {low, {low.x + width - gap, low.y + height - gap}};
  }
}

/// Seats on an ellipse where the room is about as high as wide, else in rows one above the other.
void seat_people(const Room& room, float em, std::vector<Place>& places) {
  constexpr float kPi = std::numbers::pi_v<float>;
  const Box box{{room.box.low.x + 0.5F * em, room.box.low.y + 1.4F * em},
                {room.box.high.x - 0.5F * em, room.box.high.y - 1.0F * em}};
  const ImVec2 centre = {(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2};
  const auto n = room.seats.size();
  const auto count = static_cast<float>(n);
  const float most = 1.3F * em;
  if (const float flat = box.width() / std::max(box.height(), 1.0F);
      flat < 1.7F && n <= 16 && n > 1) {
    const float least = std::min(box.width(), box.height()) / 2;
    const float radius = std::min(most, least * kPi / (count + kPi));
    for (std::size_t i = 0; i < n; ++i) {
      const float angle = 2 * kPi * static_cast<float>(i) / count - kPi / 2;
      places[static_cast<std::size_t>(room.seats[i])] = {
          {centre.x + (box.width() / 2 - radius) * std::cos(angle),
           centre.y + (box.height() / 2 - radius) * std::sin(angle)},
          radius};
    }
    return;
  }
  // As many rows as make cells most nearly square; every other row is shifted, so that ties do not
  // hide each other.
  std::size_t rows = 1;
  float cell = 0;
  for (std::size_t r = 1; r <= n; ++r) {
    const auto columns = static_cast<float>((n + r - 1) / r) + (r > 1 ? 0.5F : 0);
    const float side = std::min(box.width() / columns, box.height() / static_cast<float>(r));
    if (side > cell) cell = side, rows = r;
  }
  const std::size_t columns = (n + rows - 1) / rows;
  const float wide = box.width() / (static_cast<float>(columns) + (rows > 1 ? 0.5F : 0));
  const float high = box.height() / static_cast<float>(rows);
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t row = i / columns, column = i % columns;
    places[static_cast<std::size_t>(room.seats[i])] = {
        {box.low.x + wide * (static_cast<float>(column) + (row % 2 == 1 ? 1.0F : 0.5F)),
         box.low.y + high * (static_cast<float>(row) + 0.5F)},
        std::min(most, 0.42F * cell)};
  }
}

void arrow(Canvas& canvas, ImVec2 from, ImVec2 to, float from_radius, float to_radius, ImU32 colour,
           float width, Dash dash) {
  const float length = std::hypot(to.x - from.x, to.y - from.y);
  if (length < from_radius + to_radius + 4) return;
  const ImVec2 d = {(to.x - from.x) / length, (to.y - from.y) / length};
  const ImVec2 a = {from.x + d.x * from_radius, from.y + d.y * from_radius};
  const ImVec2 b = {to.x - d.x * to_radius, to.y - d.y * to_radius};
  const float tip = 3 * width;
  canvas.line(a, {b.x - d.x * tip, b.y - d.y * tip}, colour, width, dash);
  const std::array<ImVec2, 3> head = {
      b, ImVec2(b.x - d.x * 1.6F * tip - d.y * tip, b.y - d.y * 1.6F * tip + d.x * tip),
      ImVec2(b.x - d.x * 1.6F * tip + d.y * tip, b.y - d.y * 1.6F * tip - d.x * tip)};
  canvas.polygon(head, colour);
}

/// Orange for low, blue for high morale, pale between: what lies in the middle of the scale is usual.
ImU32 colour_of_morale(const Palette& p, double morale) {
  const ImU32 middle = mix(p.raised, p.line, 0.35F);
  const auto share = static_cast<float>((morale - 0.25) / 0.5);
  return share < 0.5F ? mix(p.low, middle, 2 * share) : mix(middle, p.high, 2 * share - 1);
}

void legend(Canvas& canvas, const Ui& ui, Box box) {
  const Palette& p = ui.colours();
  const float em = ui.em(), y = box.low.y + 0.5F * em;
  float x = box.low.x;
  const auto say = [&](const char* text) {
    canvas.text({x, y - 0.42F * em}, text, p.muted, Anchor::left, 0.8F);
    x += canvas.extent(text, 0.8F).x + 0.9F * em;
  };
  canvas.circle({x + 0.2F * em, y}, 0.2F * em, p.muted);
  canvas.circle({x + 0.85F * em, y}, 0.4F * em, p.muted);
  x += 1.5F * em;
  say(ui("floor.size"));
  for (int i = 0; i < 12; ++i)
    canvas.rect({{x + static_cast<float>(i) * 0.25F * em, y - 0.3F * em},
                 {x + static_cast<float>(i + 1) * 0.25F * em, y + 0.3F * em}},
                colour_of_morale(p, 0.25 + 0.5 * i / 11));
  x += 3.3F * em;
  say(ui("floor.colour"));
  canvas.ring({x + 0.4F * em, y}, 0.4F * em, p.text, 1.5F * ui.scale);
  canvas.ring({x + 0.4F * em, y}, 0.2F * em, p.text, 1.5F * ui.scale);
  x += 1.1F * em;
  say(ui("floor.new"));
  canvas.ring({x + 0.4F * em, y}, 0.35F * em, p.line, 1.5F * ui.scale);
  x += 1.1F * em;
  say(ui("floor.empty"));
  canvas.line({x, y}, {x + 1.2F * em, y}, p.better, 2 * ui.scale);
  x += 1.5F * em;
  say(ui("floor.help"));
  canvas.line({x, y}, {x + 1.2F * em, y}, p.warning, 2.5F * ui.scale, Dash::dashed);
  x += 1.5F * em;
  say(ui("floor.dispute"));
}

/// One run's firm.
void draw_firm(Ui& ui, const Run& run, const Picture& picture, const History* history, Box box) {
  const Palette& p = ui.colours();
  const float em = ui.em();
  const Scenario& scenario = *run.scenario;
  const FirmView& firm = picture.firm;
  ScreenCanvas screen(ImGui::GetWindowDrawList());
  Canvas& canvas = screen;
  std::vector<Room> rooms = rooms_of(scenario);
  lay_out(rooms, box, 0.5F * em);
  std::vector<Place> places(firm.seats.size());
  for (const Room& room : rooms) seat_people(room, em, places);

  double most = 1;
  for (const SeatView& seat : firm.seats) most = std::max(most, seat.revenue);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double share = std::max(firm.seats[i].revenue, 0.0) / most;
    places[i].radius *= static_cast<float>(0.45 + 0.55 * std::sqrt(share));
  }
  for (const Room& room : rooms) {
    canvas.rect(room.box, with_alpha(p.raised, 0.45F), 6);
    canvas.clip(room.box);
    canvas.text({room.box.low.x + 0.5F * em, room.box.low.y + 0.2F * em}, room.name, p.text,
                Anchor::left, 0.9F);
    canvas.unclip();
  }

  // Trust: only ties that say something where there are many.
  const bool crowded = firm.seats.size() > 40;
  const int picked = ui.selection.kind == Selection::rep ? ui.selection.seat : -1;
  for (const TieView& tie : firm.ties) {
    if (tie.from > tie.to) continue;  // the mean of both ways is drawn once
    const bool of_picked = tie.from == picked || tie.to == picked;
    if (tie.conflict > 0) continue;
    const float least = crowded ? 0.75F : 0.5F;
    if (tie.trust < least && !of_picked) continue;
    const float strength = std::clamp((tie.trust - 0.3F) / 0.7F, 0.0F, 1.0F);
    canvas.line(
        places[static_cast<std::size_t>(tie.from)].centre,
        places[static_cast<std::size_t>(tie.to)].centre,
        with_alpha(of_picked ? p.accent : p.line, of_picked ? 0.9F : 0.15F + 0.35F * strength),
        (0.5F + 2.5F * strength) * ui.scale * (crowded ? 0.5F : 1));
  }
  if (history != nullptr && firm.day < static_cast<int>(history->help.size()))
    for (const HelpView& help : history->help[static_cast<std::size_t>(firm.day)]) {
      const Place &from = places[static_cast<std::size_t>(help.from)],
                  &to = places[static_cast<std::size_t>(help.to)];
      arrow(canvas, from.centre, to.centre, from.radius, to.radius, help.given ? p.better : p.worse,
            (help.joint ? 2.5F : 1.5F) * ui.scale, help.given ? Dash::solid : Dash::dotted);
    }
  for (const DisputeView& dispute : firm.disputes) {
    const ImVec2 a = places[static_cast<std::size_t>(dispute.seat)].centre,
                 b = places[static_cast<std::size_t>(dispute.mate)].centre;
    canvas.line(a, b, p.warning, 2.5F * ui.scale, Dash::dashed);
    canvas.text({(a.x + b.x) / 2, (a.y + b.y) / 2 - 0.6F * em}, "!", p.warning, Anchor::middle);
  }

  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool inside = ImGui::IsWindowHovered() && box.holds(mouse);
  int under = -1;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const SeatView& seat = firm.seats[i];
    const Place& at = places[i];
    const std::string& name = scenario.seats()[i].name;
    if (!seat.present) {
      canvas.ring(at.centre, at.radius * 0.8F, p.line, 1.5F * ui.scale);
    } else {
      canvas.circle(at.centre, at.radius, colour_of_morale(p, seat.morale));
      if (seat.newcomer) {
        canvas.ring(at.centre, at.radius, p.text, 1.5F * ui.scale);
        canvas.ring(at.centre, at.radius * 0.5F, p.panel, 1.5F * ui.scale);
      }
      if (!seat.sells)
        canvas.frame({{at.centre.x - at.radius, at.centre.y - at.radius},
                      {at.centre.x + at.radius, at.centre.y + at.radius}},
                     p.muted, 1.5F * ui.scale);
    }
    const bool lit = !ui.found.empty() && name.find(ui.found) != std::string::npos;
    if (static_cast<int>(i) == picked || lit)
      canvas.ring(at.centre, at.radius + 0.25F * em, p.accent, 2.5F * ui.scale);
    if (inside &&
        std::hypot(mouse.x - at.centre.x, mouse.y - at.centre.y) < std::max(at.radius, 0.4F * em))
      under = static_cast<int>(i);
    if (at.radius > 0.3F * em && !crowded) {
      const auto slash = name.find('/');
      canvas.text({at.centre.x, at.centre.y + at.radius},
                  name.substr(slash == std::string::npos ? 0 : slash + 1), p.text, Anchor::middle,
                  0.72F);
    }
  }
  if (under < 0) return;
  const SeatView& seat = firm.seats[static_cast<std::size_t>(under)];
  const std::string says = fmt::format(
      "{}\n{} {:.2f}   {} {:.2f}\n{} {}", scenario.seats()[static_cast<std::size_t>(under)].name,
      ui("floor.morale"), seat.morale, ui("floor.trust.of.mates"), seat.trust, ui("floor.revenue"),
      number(seat.revenue, "money"));
  hint(ui, says.c_str());
  if (ImGui::IsMouseClicked(0)) {
    if (ui.run().id != run.id)
      ui.ask(fmt::format("active {}", &run - ui.session->runs().data() + 1));
    ui.ask(fmt::format("select rep {}", under + 1));
  }
}

}  // namespace

void floor_panel(Ui& ui) {
  const float em = ui.em();
  std::array<char, 64> text{};
  std::ranges::copy(ui.found.substr(0, text.size() - 1), text.begin());
  ImGui::SetNextItemWidth(10 * em);
  if (ImGui::InputTextWithHint("##find", ui("find"), text.data(), text.size()))
    ui.ask("find " + std::string(text.data()));
  ImGui::SameLine();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ScreenCanvas screen(ImGui::GetWindowDrawList());
  Canvas& canvas = screen;
  const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
  canvas.clip({at, {right, at.y + 1.6F * em}});
  legend(canvas, ui, {{at.x, at.y + 0.2F * em}, {right, at.y + 1.5F * em}});
  canvas.unclip();
  ImGui::NewLine();

  const ImVec2 low = ImGui::GetCursorScreenPos();
  const ImVec2 room = ImGui::GetContentRegionAvail();
  std::vector<const Run*> runs;
  if (ui.comparing)
    for (const int id : ui.session->shown()) runs.push_back(ui.session->find(id));
  else
    runs.push_back(&ui.run());
  const float width = room.x / static_cast<float>(runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Picture* picture = ui.known->picture(runs[i]->id);
    if (picture == nullptr) continue;
    Box box{{low.x + static_cast<float>(i) * width, low.y},
            {low.x + static_cast<float>(i + 1) * width, low.y + room.y}};
    if (runs.size() > 1) {
      canvas.text(box.low,
                  fmt::format("{}  {}", Ui::letter(ui.place_of(runs[i]->id)), runs[i]->name),
                  ui.colour_of_run(runs[i]->id));
      box.low.y += 1.4F * em;
    }
    draw_firm(ui, *runs[i], *picture, ui.known->of(runs[i]->id), box);
  }
}

}  // namespace tandem::viewer
