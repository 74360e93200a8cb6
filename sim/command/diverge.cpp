// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "sim/command/commands.h"
#include "sim/command/json.h"
#include "sim/command/play.h"
#include "sim/command/why_text.h"

namespace tandem {

ExitCode command(const DivergeOptions& options, const Console& console) {
  const Overrides overrides{.set = options.set, .days = options.days};
  const Scenario a = value_or_throw(Scenario::load(options.first, overrides));
  const auto rest = value_or_throw(load_variants(a, {options.second}, overrides));
  const Scenario& b = rest.front();
  const std::uint64_t seed = options.seed.value_or(a.seed());
  const auto replication = static_cast<std::uint32_t>(options.replication);
  World first(a, seed, replication), second(b, seed, replication);
  for (World* world : {&first, &second}) {
    world->keep_journal();
    world->run_to_end();
  }
  const Journal in_a = first.journal(), in_b = second.journal();
  const Divergence d = diverge(in_a, in_b);
  if (options.json) {
    console.put(divergence_json(d, in_a, in_b));
    return kDone;
  }
  std::string out =
      fmt::format("\n {} and {}, replication {}, seed {}\n", console.paint(Style::bold, a.name()),
                  console.paint(Style::bold, b.name()), replication, seed);
  if (d.identical()) {
    console.put(out + "\n Nothing differs: not a decision, not an event.\n");
    return kDone;
  }
  const auto both = [&](const Divergence::First& at) {
    std::string text;
    const auto side = [&](const Scenario& scenario, const Journal& journal,
                          const std::optional<std::size_t>& place) {
      if (!place) {
        text += fmt::format("   {}: not on that day\n", scenario.name());
        return;
      }
      const JournalEntry entry = journal.entry(*place);
      text += fmt::format("   {}: {}  {}\n", scenario.name(), entry.text,
                          console.paint(Style::dim, entry.id));
    };
    side(a, in_a, at.in_first);
    side(b, in_b, at.in_second);
    return text;
  };
  if (d.decision) {
    out +=
        heading(fmt::format("The first decision that differs, day {}", d.decision->day), console) +
        both(*d.decision);
    if (d.decision->in_first && d.decision->in_second)
      out += terms_beside(in_a.entry(*d.decision->in_first), in_b.entry(*d.decision->in_second),
                          console);
  }
  if (d.event) {
    out += heading(fmt::format("The first event that differs, day {}", d.event->day), console) +
           both(*d.event);
    const bool second_has = d.event->in_second.has_value();
    out += heading("How it came to that in " + (second_has ? b : a).name(), console) +
           chain(second_has ? in_b : in_a, second_has ? *d.event->in_second : *d.event->in_first,
                 console);
  } else {
    out += heading("No event differs", console) +
           "   Decisions differ, and nothing has come of it yet.\n";
  }
  out += heading("How far it spread", console) + ripple_table(d, b, console);
  console.put(out);
  return kDone;
}

}  // namespace tandem
