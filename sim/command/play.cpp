// SPDX-License-Identifier: Apache-2.0
#include "sim/command/play.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <thread>

#include "sim/command/numbers.h"

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

Failure with_recipe(const RunFailure& fault, const std::string& file, const PlayOptions& play) {
  std::string line = fmt::format("tandem run '{}' --seed {} --replications {}", file, fault.seed(),
                                 fault.replication() + 1);
  if (play.days > 0) line += fmt::format(" --days {}", play.days);
  for (const std::string& set : play.set) line += fmt::format(" --set '{}'", set);
  return Failure(kBrokenInvariant,
                 fmt::format("{}\nTo meet it again: {}\nThis is a fault of the program, not of "
                             "your file. Please report it with these lines and the file.",
                             fault.what(), line));
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
  const double rate = static_cast<double>(rep_days) / std::max(seconds, 1e-9);
  return fmt::format("{} on {} {}, {} rep-days a second", duration(seconds), threads,
                     threads == 1 ? "thread" : "threads", grouped(std::llround(rate)));
}

void tell_interrupted(const Console& console, int done, int of, const std::string& out) {
  if (done == 0) {
    console.say("tandem: interrupted before the first replication was finished; nothing to show\n");
    return;
  }
  const std::string saved = out.empty() ? "" : fmt::format(", also those in {}", out);
  console.say(
      fmt::format("tandem: interrupted; the results are those of the {} of {} replications "
                  "that were finished{}\n",
                  grouped(done), grouped(of), saved));
}

}  // namespace tandem
