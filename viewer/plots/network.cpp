// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "viewer/plots/plots.h"

// Teams and people as a network. What a circle has no room for is left out of a small one: names first,
// then ties.
namespace tandem::viewer {

namespace {

constexpr float kLabelSize = 0.72F;

struct Place {
  ImVec2 centre;
  float radius = 0;
};

/// Tiles of one size that fill the box as squarely as they can.
std::vector<Box> rooms_in(Box box, std::size_t count, float gap) {
  const auto n = static_cast<int>(count);
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
  std::vector<Box> rooms;
  for (int i = 0; i < n; ++i) {
    const int line = i / columns, column = i % columns;
    const ImVec2 low = {box.low.x + static_cast<float>(column) * width,
                        box.low.y + static_cast<float>(line) * height};
    rooms.push_back({low, {low.x + width - gap, low.y + height - gap}});
  }
  return rooms;
}

/// Places on an ellipse where the room is about as high as wide, else in rows one above the other.
void seat_people(Box room, const std::vector<std::size_t>& seats, float em,
                 std::vector<Place>& places) {
  constexpr float kPi = std::numbers::pi_v<float>;
  const Box box{{room.low.x + 0.5F * em, room.low.y + 1.4F * em},
                {room.high.x - 0.5F * em, room.high.y - 1.0F * em}};
  const ImVec2 centre = {(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2};
  const std::size_t n = seats.size();
  const auto count = static_cast<float>(n);
  const float most = 1.3F * em;
  if (const float flat = box.width() / std::max(box.height(), 1.0F);
      flat < 1.7F && n <= 16 && n > 1) {
    const float least = std::max(std::min(box.width(), box.height()) / 2, 0.0F);
    const float radius = std::min(most, least * kPi / (count + kPi));
    for (std::size_t i = 0; i < n; ++i) {
      const float angle = 2 * kPi * static_cast<float>(i) / count - kPi / 2;
      places[seats[i]] = {{centre.x + (box.width() / 2 - radius) * std::cos(angle),
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
    const std::size_t across = (n + r - 1) / r;
    const float columns = static_cast<float>(across) + (r > 1 ? 0.5F : 0);
    const float side = std::min(box.width() / columns, box.height() / static_cast<float>(r));
    if (side > cell) cell = side, rows = r;
  }
  const std::size_t columns = (n + rows - 1) / rows;
  const float wide = box.width() / (static_cast<float>(columns) + (rows > 1 ? 0.5F : 0));
  const float high = box.height() / static_cast<float>(rows);
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t row = i / columns, column = i % columns;
    places[seats[i]] = {
        {box.low.x + wide * (static_cast<float>(column) + (row % 2 == 1 ? 1.0F : 0.5F)),
         box.low.y + high * (static_cast<float>(row) + 0.5F)},
        std::min(most, 0.42F * cell)};
  }
}

/// Would every label of a room be clear of the other labels and of the largest circles of others?
bool labels_fit(const Canvas& canvas, const Network& plot, const std::vector<std::size_t>& seats,
                const std::vector<Place>& places, float em) {
  struct Taken {
    Box circle, label;
  };
  std::vector<Taken> taken;
  for (const std::size_t i : seats) {
    const auto& [at, radius] = places[i];
    const float half = canvas.extent(plot.nodes[i].label, kLabelSize).x / 2;
    taken.push_back({{{at.x - radius, at.y - radius}, {at.x + radius, at.y + radius}},
                     {{at.x - half, at.y + radius}, {at.x + half, at.y + radius + 0.8F * em}}});
  }
  const auto overlap = [](const Box& a, const Box& b) {
    return a.low.x < b.high.x && b.low.x < a.high.x && a.low.y < b.high.y && b.low.y < a.high.y;
  };
  for (std::size_t i = 0; i < taken.size(); ++i)
    for (std::size_t j = 0; j < taken.size(); ++j)
      if (i != j &&
          (overlap(taken[i].label, taken[j].label) || overlap(taken[i].label, taken[j].circle)))
        return false;
  return true;
}

void arrow(Canvas& canvas, const Place& from, const Place& to, ImU32 colour, float width, Dash dash,
           float em) {
  const ImVec2 p = from.centre, q = to.centre;
  const float length = std::hypot(q.x - p.x, q.y - p.y);
  if (length < from.radius + to.radius + 4) return;
  const ImVec2 d = {(q.x - p.x) / length, (q.y - p.y) / length};
  const ImVec2 a = {p.x + d.x * from.radius, p.y + d.y * from.radius};
  const ImVec2 b = {q.x - d.x * to.radius, q.y - d.y * to.radius};
  const float tip = 2 * width + 0.15F * em;
  canvas.line(a, {b.x - d.x * tip, b.y - d.y * tip}, colour, width, dash);
  const std::array<ImVec2, 3> head = {
      b, ImVec2(b.x - d.x * 1.6F * tip - d.y * tip, b.y - d.y * 1.6F * tip + d.x * tip),
      ImVec2(b.x - d.x * 1.6F * tip + d.y * tip, b.y - d.y * 1.6F * tip - d.x * tip)};
  canvas.polygon(head, colour);
}

ImU32 colour_of(const Network& plot, double tone) {
  const double span = plot.tones.high - plot.tones.low;
  const auto share = static_cast<float>(std::clamp((tone - plot.tones.low) / span, 0.0, 1.0));
  return share < 0.5F ? mix(plot.low, plot.middle, 2 * share)
                      : mix(plot.middle, plot.high, 2 * share - 1);
}

/// What the marks mean, as many to a line as fit; the height it takes. Only that, if not `drawn`.
float key_of_marks(Canvas& canvas, Box box, const Network& plot, const Look& look, bool drawn) {
  const float em = look.em, line = 1.25F * em, small = 0.8F;
  ImVec2 at = box.low;
  // Goes on in the next line if the mark and its word have no room; draws the word.
  const auto entry = [&](const std::string& name, float mark, const auto& draw_mark) {
    if (name.empty()) return;
    const float width = mark + 0.35F * em + canvas.extent(name, small).x;
    if (at.x > box.low.x && at.x + width > box.high.x) at = {box.low.x, at.y + line};
    if (drawn) {
      draw_mark(ImVec2(at.x, at.y + 0.5F * em));
      canvas.text({at.x + mark + 0.35F * em, at.y + 0.08F * em}, name, look.muted, Anchor::left,
                  small);
    }
    at.x += width + 0.9F * em;
  };
  entry(plot.size_name, 1.3F * em, [&](ImVec2 p) {
    canvas.circle({p.x + 0.2F * em, p.y}, 0.2F * em, look.muted);
    canvas.circle({p.x + 0.9F * em, p.y}, 0.4F * em, look.muted);
  });
  entry(plot.tone_name, 3 * em, [&](ImVec2 p) {
    for (int i = 0; i < 12; ++i)
      canvas.rect({{p.x + static_cast<float>(i) * 0.25F * em, p.y - 0.3F * em},
                   {p.x + static_cast<float>(i + 1) * 0.25F * em, p.y + 0.3F * em}},
                  colour_of(plot, plot.tones.low + (plot.tones.high - plot.tones.low) * i / 11));
  });
  entry(plot.fresh_name, 0.8F * em, [&](ImVec2 p) {
    canvas.ring({p.x + 0.4F * em, p.y}, 0.4F * em, look.text, look.stroke);
    canvas.ring({p.x + 0.4F * em, p.y}, 0.2F * em, look.text, look.stroke);
  });
  entry(plot.empty_name, 0.8F * em, [&](ImVec2 p) {
    canvas.ring({p.x + 0.4F * em, p.y}, 0.35F * em, look.line, look.stroke);
  });
  entry(plot.framed_name, 0.8F * em, [&](ImVec2 p) {
    canvas.frame({{p.x, p.y - 0.4F * em}, {p.x + 0.8F * em, p.y + 0.4F * em}}, look.muted,
                 look.stroke);
  });
  for (const auto& kind : plot.kinds)
    entry(kind.name, 1.4F * em, [&](ImVec2 p) {
      const Place from{p, 0}, to{{p.x + 1.4F * em, p.y}, 0};
      if (kind.shape == Network::TieKind::arrow)
        arrow(canvas, from, to, kind.colour, 1.5F * look.stroke, kind.dash, em);
      else
        canvas.line(from.centre, to.centre, kind.colour, 1.5F * look.stroke, kind.dash);
    });
  return at.y - box.low.y + line;
}

void draw_ties(Canvas& canvas, const Network& plot, const Look& look,
               const std::vector<Place>& places) {
  const bool crowded = plot.nodes.size() > 40;
  const float scale = look.stroke / 1.6F;
  for (const auto& tie : plot.ties) {
    const auto& kind = plot.kinds[static_cast<std::size_t>(tie.kind)];
    const Place &from = places[static_cast<std::size_t>(tie.from)],
                &to = places[static_cast<std::size_t>(tie.to)];
    const float width = kind.width * scale;
    if (kind.shape == Network::TieKind::arrow) {
      arrow(canvas, from, to, kind.colour, width, kind.dash, look.em);
    } else if (kind.shape == Network::TieKind::clash) {
      canvas.line(from.centre, to.centre, kind.colour, width, kind.dash);
      canvas.text(
          {(from.centre.x + to.centre.x) / 2, (from.centre.y + to.centre.y) / 2 - 0.6F * look.em},
          "!", kind.colour, Anchor::middle);
    } else {
      const bool of_picked = plot.picked >= 0 && (tie.from == plot.picked || tie.to == plot.picked);
      if (tie.strength < plot.least && !of_picked) continue;
      const float strength =
          std::clamp((static_cast<float>(tie.strength) - 0.3F) / 0.7F, 0.0F, 1.0F);
      canvas.line(from.centre, to.centre,
                  with_alpha(of_picked ? look.accent : kind.colour,
                             of_picked ? 0.9F : 0.15F + 0.35F * strength),
                  (0.5F + 2.5F * strength) * scale * (crowded ? 0.5F : 1), kind.dash);
    }
  }
}

void draw_node(Canvas& canvas, const Network& plot, const Network::Node& node, const Place& at,
               const Look& look, bool picked) {
  if (node.empty) {
    canvas.ring(at.centre, at.radius * 0.8F, look.line, look.stroke);
  } else {
    canvas.circle(at.centre, at.radius, colour_of(plot, node.tone));
    if (node.fresh) {
      canvas.ring(at.centre, at.radius, look.text, look.stroke);
      canvas.ring(at.centre, at.radius * 0.5F, look.back, look.stroke);
    }
    if (node.framed)
      canvas.frame({{at.centre.x - at.radius, at.centre.y - at.radius},
                    {at.centre.x + at.radius, at.centre.y + at.radius}},
                   look.muted, look.stroke);
  }
  if (picked || node.lit)
    canvas.ring(at.centre, at.radius + 0.25F * look.em, look.accent, 1.6F * look.stroke);
}

}  // namespace

float least_height(Canvas& canvas, const Network& plot, const Look& look, float width) {
  constexpr float kTitle = 1.5F, kWide = 4.5F, kHigh = 4.5F;  // of a room, em
  const float across = std::max(std::floor(width / (kWide * look.em)), 1.0F);
  const float down = std::ceil(static_cast<float>(plot.groups.size()) / across);
  const float key = key_of_marks(canvas, {{0, 0}, {width, 0}}, plot, look, false);
  return key + (kTitle + std::max(kHigh * down, 6.5F)) * look.em;
}

Hit draw(Canvas& canvas, Box box, const Network& plot, const Look& look) {
  const float em = look.em;
  if (plot.groups.empty() || box.width() < 3 * em) return {};
  const float key = key_of_marks(canvas, box, plot, look, false);
  if (box.height() - key > 6 * em) {  // people come first: without room there is no key
    box.high.y -= key;
    key_of_marks(canvas, {{box.low.x, box.high.y}, {box.high.x, box.high.y + key}}, plot, look,
                 true);
  }
  if (box.height() < 3 * em) return {};
  const std::vector<Box> rooms = rooms_in(box, plot.groups.size(), 0.5F * em);
  std::vector<std::vector<std::size_t>> seats(rooms.size());
  double most = 1;
  for (std::size_t i = 0; i < plot.nodes.size(); ++i) {
    seats[static_cast<std::size_t>(plot.nodes[i].group)].push_back(i);
    most = std::max(most, plot.nodes[i].size);
  }
  std::vector<Place> places(plot.nodes.size());
  for (std::size_t r = 0; r < rooms.size(); ++r) seat_people(rooms[r], seats[r], em, places);
  std::vector<bool> labelled(rooms.size());
  for (std::size_t r = 0; r < rooms.size(); ++r)
    labelled[r] = labels_fit(canvas, plot, seats[r], places, em);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double share = std::max(plot.nodes[i].size, 0.0) / most;
    places[i].radius =
        std::max(places[i].radius * static_cast<float>(0.45 + 0.55 * std::sqrt(share)), 0.1F * em);
  }
  canvas.clip(box);
  for (std::size_t r = 0; r < rooms.size(); ++r) {
    canvas.rect(rooms[r], with_alpha(look.line, 0.18F), 6);
    canvas.clip(rooms[r]);
    canvas.text({rooms[r].low.x + 0.5F * em, rooms[r].low.y + 0.2F * em}, plot.groups[r], look.text,
                Anchor::left, 0.9F);
    canvas.unclip();
  }
  draw_ties(canvas, plot, look, places);
  Hit hit;
  float nearest = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Place& at = places[i];
    draw_node(canvas, plot, plot.nodes[i], at, look, static_cast<int>(i) == plot.picked);
    if (!look.pointer) continue;
    const float away = std::hypot(look.pointer->x - at.centre.x, look.pointer->y - at.centre.y);
    if (away >= std::max(at.radius, 0.4F * em) || (hit && away >= nearest)) continue;
    nearest = away;
    hit = {plot.nodes[i].group, static_cast<int>(i), {}};
  }
  for (std::size_t i = 0; i < places.size(); ++i)
    if (labelled[static_cast<std::size_t>(plot.nodes[i].group)])
      canvas.text({places[i].centre.x, places[i].centre.y + places[i].radius}, plot.nodes[i].label,
                  look.text, Anchor::middle, kLabelSize);
  canvas.unclip();
  if (!hit && look.at_cursor && plot.picked >= 0)
    hit = {plot.nodes[static_cast<std::size_t>(plot.picked)].group, plot.picked, {}};
  if (hit) {
    const auto& node = plot.nodes[static_cast<std::size_t>(hit.item)];
    hit.says = node.name + "\n" + node.says;
  }
  return hit;
}

}  // namespace tandem::viewer
