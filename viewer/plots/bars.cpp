// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "viewer/plots/plots.h"

// Funnel, bars of terms, stacked bars: a row for each.
namespace tandem::viewer {

namespace {

/// Room for names at the left: what they need, at most two fifths of the width.
float names_width(const Canvas& canvas, const auto& rows, const auto& name, float width, float em) {
  float most = 0;
  for (const auto& row : rows) most = std::max(most, canvas.extent(name(row), 0.85F).x);
  return std::min(most + 0.6F * em, 0.4F * width);
}

/// The letter of a run on its colour.
void draw_tag(Canvas& canvas, const Look& look, const Pen& tag, ImVec2 middle) {
  const float half = 0.5F * look.em;
  canvas.rect({{middle.x - half, middle.y - half}, {middle.x + half, middle.y + half}}, tag.colour,
              2);
  canvas.text({middle.x, middle.y - 0.42F * look.em}, tag.name, look.back, Anchor::middle, 0.8F);
}

/// A name in the middle of its row, on as many lines as it needs and the row has.
void row_name(Canvas& canvas, Box row, const Look& look, std::string_view name) {
  auto lines = wrapped(canvas, name, row.width() - 0.4F * look.em, 0.85F);
  const float height = 0.95F * look.em;
  const auto fit = std::max<std::size_t>(1, static_cast<std::size_t>(row.height() / height));
  if (lines.size() > fit) lines.resize(fit);
  float y = (row.low.y + row.high.y - height * static_cast<float>(lines.size())) / 2;
  for (const std::string& line : lines) {
    canvas.text({row.low.x, y}, line, look.text, Anchor::left, 0.85F);
    y += height;
  }
}

constexpr float kRow = 1.9F;  ///< em, of a row with a name of two lines

}  // namespace

Hit draw(Canvas& canvas, Box box, const Funnel& plot, const Look& look) {
  const float em = look.em;
  const std::size_t n = plot.stages.size();
  if (n == 0 || plot.columns.empty()) return {};
  const float names = names_width(
      canvas, plot.stages, [](const auto& stage) { return stage; }, box.width(), em);
  const float head = plot.columns.size() > 1 ? 1.2F * em : 0;
  const float width = (box.width() - names) / static_cast<float>(plot.columns.size());
  const float height = (box.height() - head) / static_cast<float>(n);
  double most = 1;
  for (const auto& column : plot.columns)
    for (const double count : column.counts) most = std::max(most, count);
  Hit hit;
  for (std::size_t s = 0; s < n; ++s) {
    const float top = box.low.y + head + static_cast<float>(s) * height;
    row_name(canvas, {{box.low.x, top}, {box.low.x + names, top + height}}, look, plot.stages[s]);
  }
  for (std::size_t c = 0; c < plot.columns.size(); ++c) {
    const auto& column = plot.columns[c];
    const float left = box.low.x + names + static_cast<float>(c) * width;
    const float longest = width - em;
    if (head > 0)
      canvas.text({left, box.low.y}, column.pen.name, column.pen.colour, Anchor::left, 0.9F);
    const auto length = [&](std::size_t s) {
      return static_cast<float>(column.counts[s] / most) * longest;
    };
    for (std::size_t s = 0; s < n; ++s) {
      const float top = box.low.y + head + static_cast<float>(s) * height;
      const Box bar{{left, top + 0.08F * height}, {left + length(s), top + 0.8F * height}};
      canvas.rect(bar, with_alpha(column.pen.colour, 0.3F));
      canvas.frame(bar, column.pen.colour, look.stroke);
      if (s + 1 < n) {
        const std::array<ImVec2, 4> neck = {bar.high, ImVec2(left, bar.high.y),
                                            ImVec2(left, top + 1.08F * height),
                                            ImVec2(left + length(s + 1), top + 1.08F * height)};
        canvas.polygon(neck, with_alpha(column.pen.colour, 0.12F));
      }
      const std::string count = number(column.counts[s]);
      const std::string value = number(column.values[s], plot.unit);
      const std::string counted = count + " " + plot.count_name;
      const std::string both = (plot.columns.size() > 1 ? count : counted) + "  ·  " + value;
      // In the bar where it fits, else after it, and never beyond the column.
      const float y = (bar.low.y + bar.high.y) / 2 - 0.45F * em;
      const auto say = [&](const std::string& words, float at) {
        const float wide = canvas.extent(words, 0.85F).x;
        const float x =
            wide + 0.8F * em < length(s) ? left + 0.4F * em : left + length(s) + 0.4F * em;
        canvas.text({std::max(left, std::min(x, left + width - wide)), at}, words, look.text,
                    Anchor::left, 0.85F);
      };
      if (canvas.extent(both, 0.85F).x < longest) {
        say(both, y);
      } else if (height > 2.6F * em) {
        say(count, y - 0.5F * em);
        say(value, y + 0.5F * em);
      } else {
        say(count, y);
      }
      const Box row{{left, top}, {left + width, top + height}};
      if (look.pointer && row.holds(*look.pointer))
        hit = {static_cast<int>(c), static_cast<int>(s),
               fmt::format("{}  {}\n{}\n{}", column.pen.name, plot.stages[s], counted, value)};
    }
  }
  return hit;
}

float height_of(const Bars& plot, float em) {
  return static_cast<float>(plot.terms.size()) * kRow * em;
}

Hit draw(Canvas& canvas, Box box, const Bars& plot, const Look& look) {
  const float em = look.em;
  if (plot.terms.empty()) return {};
  std::vector<std::size_t> order(plot.terms.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (plot.sorted)
    std::ranges::stable_sort(order, std::greater<>(),
                             [&](std::size_t i) { return std::fabs(plot.terms[i].value); });
  const float names = names_width(
      canvas, plot.terms, [](const auto& term) { return term.name; }, box.width(), em);
  Range range{0, 0};
  float words = 0;
  bool signs = false;
  for (const auto& term : plot.terms) signs = signs || term.value < 0;
  const auto says = [&](const Bars::Term& term) {
    return signs ? signed_number(term.value, plot.unit) : number(term.value, plot.unit);
  };
  for (const auto& term : plot.terms) {
    range.take(term.value);
    range.take(term.interval);
    words = std::max(words, canvas.extent(says(term), 0.85F).x);
  }
  if (range.high <= range.low) range.high = range.low + 1;
  const float low = box.low.x + names, high = box.high.x - words - em;
  const auto at = [&](double value) {
    return low + static_cast<float>((value - range.low) / (range.high - range.low)) * (high - low);
  };
  const float height = std::clamp(box.height() / static_cast<float>(order.size()), em, kRow * em);
  Hit hit;
  float y = box.low.y;
  for (const std::size_t i : order) {
    if (y + height > box.high.y + 0.5F) break;
    const auto& term = plot.terms[i];
    const Box row{{box.low.x, y}, {box.high.x, y + height}};
    row_name(canvas, {row.low, {low, row.high.y}}, look, term.name);
    const bool unclear =
        !term.interval.empty() && term.interval.low <= 0 && term.interval.high >= 0;
    const ImU32 colour = !signs ? look.accent : term.value < 0 ? look.worse : look.better;
    const float a = at(0), b = at(term.value);
    canvas.rect({{std::min(a, b), y + 0.2F * height}, {std::max(a, b), y + 0.8F * height}},
                with_alpha(colour, unclear ? 0.35F : 1));
    float end = std::max(a, b);
    if (!term.interval.empty()) {
      const float from = at(term.interval.low), to = at(term.interval.high);
      canvas.line({from, y + height / 2}, {to, y + height / 2}, look.text, look.stroke);
      for (const float x : {from, to})
        canvas.line({x, y + 0.3F * height}, {x, y + 0.7F * height}, look.text, look.stroke);
      end = std::max(end, to);
    }
    canvas.text({end + 0.4F * em, y + height / 2 - 0.45F * em}, says(term), look.text, Anchor::left,
                0.85F);
    if (look.pointer && row.holds(*look.pointer))
      hit = {0, static_cast<int>(i), term.name + "\n" + says(term)};
    y += height;
  }
  canvas.line({at(0), box.low.y}, {at(0), y}, look.line, look.stroke);
  return hit;
}

float height_of(const Stack& plot, float em) {
  return (static_cast<float>(plot.rows.size()) * 1.7F + 2.6F) * em;
}

Hit draw(Canvas& canvas, Box box, const Stack& plot, const Look& look) {
  const float em = look.em;
  if (plot.rows.empty()) return {};
  box.low.y += legend(canvas, box, look, plot.parts);
  const bool tags =
      std::ranges::any_of(plot.rows, [](const auto& row) { return !row.tag.name.empty(); });
  const float tag = tags ? 1.4F * em : 0;
  const float names =
      tag + names_width(
                canvas, plot.rows, [](const auto& row) { return row.name; }, box.width() - tag, em);
  double longest = std::max(plot.longest, 1e-9);
  float words = 0;
  const auto sum = [](const Stack::Row& row) {
    return std::accumulate(row.parts.begin(), row.parts.end(), 0.0);
  };
  const auto says = [&](const Stack::Row& row) {
    return row.says.empty() ? number(sum(row), plot.unit) : row.says;
  };
  for (const auto& row : plot.rows) {
    longest = std::max(longest, sum(row));
    words = std::max(words, canvas.extent(says(row), 0.85F).x);
  }
  const float low = box.low.x + names, high = std::max(low, box.high.x - words - 0.8F * em);
  const float height =
      std::clamp(box.height() / static_cast<float>(plot.rows.size()), 1.1F * em, 2.2F * em);
  Hit hit;
  float y = box.low.y;
  for (std::size_t r = 0; r < plot.rows.size() && y + height <= box.high.y + 0.5F; ++r) {
    const auto& row = plot.rows[r];
    row_name(canvas, {{box.low.x, y}, {low - tag, y + height}}, look, row.name);
    if (!row.tag.name.empty())
      draw_tag(canvas, look, row.tag, {low - 0.5F * tag - 0.1F * em, y + height / 2});
    float x = low;
    for (std::size_t p = 0; p < row.parts.size() && p < plot.parts.size(); ++p) {
      const auto width = static_cast<float>(row.parts[p] / longest) * (high - low);
      if (width <= 0) continue;
      const Box bar{{x, y + 0.12F * height}, {x + width, y + 0.88F * height}};
      canvas.rect({bar.low, {std::max(bar.high.x - look.stroke * 0.7F, bar.low.x), bar.high.y}},
                  plot.parts[p].colour);
      const std::string inside = number(row.parts[p]);
      if (canvas.extent(inside, 0.8F).x + 0.4F * em < width && height >= 1.3F * em)
        canvas.text({x + width / 2, y + height / 2 - 0.42F * em}, inside, look.back, Anchor::middle,
                    0.8F);
      if (look.pointer && bar.holds(*look.pointer))
        hit = {static_cast<int>(p), static_cast<int>(r),
               fmt::format("{}  {}\n{}  {}  ({})", row.name, row.tag.name, plot.parts[p].name,
                           number(row.parts[p], plot.unit),
                           number(row.parts[p] / std::max(sum(row), 1e-9), "share"))};
      x += width;
    }
    canvas.text({x + 0.4F * em, y + height / 2 - 0.45F * em}, says(row), look.muted, Anchor::left,
                0.85F);
    y += height;
  }
  return hit;
}

}  // namespace tandem::viewer
