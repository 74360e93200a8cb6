// SPDX-License-Identifier: Apache-2.0
#include "sim/command/why_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "sim/command/numbers.h"
#include "sim/command/table.h"
#include "sim/command/text.h"

namespace tandem {

namespace {

constexpr int kHalf = 14;           // columns of a bar on either side
constexpr std::size_t kDepth = 12;  // causes of causes that are shown
constexpr std::size_t kBeside = 2;  // further causes of each

constexpr std::string_view kHours = "hours: ";  // terms that are no reasons but the decision itself

bool is_hours(std::string_view name) { return name.starts_with(kHours); }

std::string repeated(std::string_view piece, int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += piece;
  return out;
}

std::string figure(double x) {
  return std::fabs(x) >= 100 ? fmt::format("{:+.0f}", x) : fmt::format("{:+.2f}", x);
}

/// A bar of `share` of the half-width, left of the axis if negative.
std::string bar(double share, const Console& console) {
  const int length = static_cast<int>(std::lround(std::min(1.0, std::fabs(share)) * kHalf));
  const std::string piece = console.unicode() ? "█" : "#", axis = console.unicode() ? "│" : "|";
  const std::string body = repeated(piece, length),
                    blank(static_cast<std::size_t>(kHalf - length), ' ');
  return share < 0 ? blank + console.paint(Style::down, body) + axis
                   : std::string(kHalf, ' ') + axis + console.paint(Style::up, body);
}

/// The main cause of each entry, which stands first, is followed to its root; further causes are
/// named beside it.
class Chain {
 public:
  Chain(const Journal& journal, const Console& console) : journal_(journal), console_(console) {}

  std::string text(std::size_t place) {
    std::string indent;
    line(place, "");
    for (std::size_t depth = 0; depth < kDepth; ++depth) {
      std::vector<std::size_t> causes;
      for (const std::size_t cause : journal_.entry(place).causes)
        if (shown_.insert(cause).second) causes.push_back(cause);
      if (causes.empty()) return out_;
      for (std::size_t i = 1; i < causes.size() && i <= kBeside; ++i)
        line(causes[i], indent + (console_.unicode() ? "├ and " : "| and "));
      if (causes.size() > kBeside + 1)
        out_ +=
            "             " + indent + (console_.unicode() ? "├ " : "| ") +
            console_.paint(Style::dim, fmt::format("and {} more\n", causes.size() - 1 - kBeside));
      line(causes[0], indent + (console_.unicode() ? "└ for " : "- for "));
      indent += "  ";
      place = causes[0];
    }
    return out_ +
           console_.paint(Style::dim, "             " + indent + "... ask on with --event ID\n");
  }

 private:
  void line(std::size_t place, const std::string& lead) {
    const JournalEntry entry = journal_.entry(place);
    const std::string head = fmt::format("   day {:>4}  ", entry.day) + lead;
    const int used = display_width(head);
    const int room = std::max(24, console_.width() - used - display_width(entry.id) - 3);
    out_ +=
        head + wrapped(entry.text, room, used) + "  " + console_.paint(Style::dim, entry.id) + "\n";
  }

  const Journal& journal_;
  const Console& console_;
  std::string out_;
  std::set<std::size_t> shown_;
};

}  // namespace

std::string heading(const std::string& text, const Console& console) {
  return "\n " + console.paint(Style::heading, text) + "\n";
}

std::string term_bars(const JournalEntry& entry, const Console& console) {
  double largest = 0;
  int widest = 0;
  std::string hours;
  for (const auto& [name, value] : entry.terms) {
    if (is_hours(name)) {
      hours +=
          fmt::format("{}{} {:.1f}", hours.empty() ? "" : ", ", name.substr(kHours.size()), value);
      continue;
    }
    largest = std::max(largest, std::fabs(value));
    widest = std::max(widest, display_width(name));
  }
  std::string out;
  for (const auto& [name, value] : entry.terms) {
    if (value == 0 || is_hours(name)) continue;
    const std::string pad(static_cast<std::size_t>(widest - display_width(name)), ' ');
    out +=
        fmt::format("   {}{} {:>9} {}\n", name, pad, figure(value), bar(value / largest, console));
  }
  if (!hours.empty()) out += fmt::format("   so the hours a day: {}\n", hours);
  if (entry.chance)
    out += fmt::format("   so the chance was {:.1f} %; luck drew {:.1f} %, {}\n",
                       100 * *entry.chance, 100 * *entry.luck,
                       *entry.luck < *entry.chance ? "below it: yes" : "above it: no");
  return out;
}

std::string terms_beside(const JournalEntry& first, const JournalEntry& second,
                         const Console& console) {
  Table table;
  table.column("term")
      .column("first", Table::right)
      .column("second", Table::right)
      .column("difference", Table::right);
  for (std::size_t i = 0; i < std::min(first.terms.size(), second.terms.size()); ++i) {
    const auto& [name, a] = first.terms[i];
    const double b = second.terms[i].second;
    if (a != b)
      table.row({std::string(name),
                 fmt::format("{:.4g}", a),
                 fmt::format("{:.4g}", b),
                 {fmt::format("{:+.3g}", b - a), b > a ? Style::up : Style::down}});
  }
  return table.text(console);
}

std::string entry_line(const JournalEntry& entry, const Console& console, std::size_t id_width) {
  const std::string pad(id_width > entry.id.size() ? id_width - entry.id.size() : 0, ' ');
  const int indent = static_cast<int>(id_width) + 5;
  return "   " + console.paint(Style::bold, entry.id) + pad + "  " +
         wrapped(entry.text, std::max(30, console.width() - indent - 1), indent) + "\n";
}

std::string entry_lines(const Journal& journal, const std::vector<std::size_t>& places,
                        const Console& console) {
  std::size_t widest = 0;
  for (const std::size_t place : places) widest = std::max(widest, journal.entry(place).id.size());
  std::string out;
  for (const std::size_t place : places) out += entry_line(journal.entry(place), console, widest);
  return out;
}

std::string chain(const Journal& journal, std::size_t place, const Console& console) {
  return Chain(journal, console).text(place);
}

std::string ripple_table(const Divergence& divergence, const Scenario& scenario,
                         const Console& console) {
  Table table;
  table.column("by the end of", Table::left)
      .column("deciding otherwise", Table::right)
      .column("met otherwise", Table::right)
      .column("deals", Table::right)
      .column("customers", Table::right)
      .column("value won", Table::right);
  for (const Ripple& r : divergence.ripples)
    table.row({fmt::format("day {}", r.day),
               fmt::format("{} of {} reps", r.choosing, scenario.reps()),
               fmt::format("{} reps", r.people), grouped(r.deals), grouped(r.customers),
               (r.won > 0 ? "+" : "") + grouped(std::llround(r.won))});
  return table.text(console);
}

}  // namespace tandem
