// SPDX-License-Identifier: Apache-2.0
#include "sim/command/play.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <thread>

#include "sim/command/numbers.h"
#include "sim/command/text.h"

namespace tandem {

Overrides overrides(const PlayOptions& play) { return {.set = play.set, .days = play.days}; }

BatchOptions batch_options(const PlayOptions& play, const Interrupt& interrupt, ProgressBar& bar) {
  BatchOptions out;
  out.replications = play.replications;
  out.seed = play.seed;
  out.threads = play.threads;
  out.rows = false;
  out.stop = interrupt.token();
  out.progress = [&bar](const Progress& progress) { bar.show(progress); };
  return out;
}

std::optional<StopRule> stop_rule(const PlayOptions& play, bool until_clear) {
  if (!play.precision && !until_clear) return std::nullopt;
  StopRule out{.metrics = {}, .precision = play.precision, .until_clear = until_clear};
  for (const std::string& id : play.metrics) out.metrics.push_back(find_metric(id).value());
  return out;
}

std::string goal_in_words(const StopRule& rule, bool compared) {
  std::vector<std::string> ids;
  for (const Metric metric : rule.metrics) ids.emplace_back(info(metric).id);
  const std::string about = joined(ids, ", ");
  const std::string of = compared ? "the base's " : "";
  if (!rule.precision) return "a verdict on " + about;
  return fmt::format("{}an interval within {:g} % of {}{}", rule.until_clear ? "a verdict or " : "",
                     100 * *rule.precision, of, about);
}

std::string goal_reached(const StopRule& rule, bool compared, int done, const Console& console) {
  return " " +
         console.paint(Style::dim,
                       wrapped(fmt::format("Goal reached after {} {}: {}.", grouped(done),
                                           compared ? "pairs" : "replications",
                                           goal_in_words(rule, compared)),
                               98, 1)) +
         "\n";
}

void tell_not_reached(const Console& console, const StopRule& rule, bool compared, int done,
                      int remaining) {
  const std::int64_t total = std::int64_t{done} + remaining;
  const std::string what = compared ? "pairs" : "replications";
  const std::string advice =
      total > 100'000'000
          ? "no number that could be run is in sight"
          : fmt::format("about {} more would do: --replications {}", roughly(remaining), total);
  console.say(fmt::format("tandem: {} {} were not enough for {}; {}\n", grouped(done), what,
                          goal_in_words(rule, compared), advice));
}

Failure with_recipe(const RunFailure& fault, const std::string& file, const PlayOptions& play,
                    OutStore* kept) {
  std::string line = fmt::format("tandem run '{}' --seed {} --replications {}", file, fault.seed(),
                                 fault.replication() + 1);
  if (play.days > 0) line += fmt::format(" --days {}", play.days);
  for (const std::string& set : play.set) line += fmt::format(" --set '{}'", set);
  return Failure(kBrokenInvariant,
                 fmt::format("{}\nTo meet it again: {}{}\nThis is a fault of the program, not of "
                             "your file. Please report it with these lines and the file.",
                             fault.what(), line, kept != nullptr ? kept->write_bundles() : ""));
}

int week_length(int days, std::size_t weeks) {
  for (const int length : {5, 4, 6, 7, 3, 2, 1}) {
    if (static_cast<std::size_t>((days + length - 1) / length) == weeks) return length;
  }
  return std::max(1,
                  static_cast<int>(std::lround(days / std::max(1.0, static_cast<double>(weeks)))));
}

std::string speed(double seconds, std::int64_t rep_days, int threads) {
  if (threads == 0) threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  if (rep_days == 0) return fmt::format("{}, all runs were there already", duration(seconds));
  const double rate = static_cast<double>(rep_days) / std::max(seconds, 1e-9);
  return fmt::format("{} on {} {}, {} rep-days a second", duration(seconds), threads,
                     threads == 1 ? "thread" : "threads", grouped(std::llround(rate)));
}

void tell_interrupted(const Console& console, int done, int of, const std::string& out) {
  if (done == 0) {
    console.say("tandem: interrupted before the first replication was finished; nothing to show\n");
    return;
  }
  const std::string saved =
      out.empty() ? ""
                  : fmt::format(", also those in {}; the same command goes on from there", out);
  console.say(
      fmt::format("tandem: interrupted; the results are those of the {} of {} replications "
                  "that were finished{}\n",
                  grouped(done), grouped(of), saved));
}

}  // namespace tandem
