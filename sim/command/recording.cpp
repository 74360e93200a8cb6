// SPDX-License-Identifier: Apache-2.0
#include "sim/command/recording.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "sim/command/commands.h"
#include "sim/command/files.h"
#include "sim/command/numbers.h"
#include "sim/command/play.h"
#include "tandem/version.h"

namespace tandem {

namespace {

struct Stopped {};

/// Shows how far a run has come, and gives it up on Ctrl-C.
EachDay watched(ProgressBar& bar, const Interrupt& interrupt) {
  return [&](int day, int of) {
    if (interrupt.caught()) throw Stopped{};
    bar.show({day, of, static_cast<double>(day) / of});
  };
}

ExitCode stopped(const Console& console, const char* what) {
  console.say(fmt::format("tandem: interrupted; {}\n", what));
  return kInterrupted;
}

std::string contents(const std::string& file) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::exists(file, error)) throw Failure(kBadInput, fmt::format("there is no file {}", file));
  if (!fs::is_regular_file(file, error))
    throw Failure(kBadInput, fmt::format("{} is not a file", file));
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) throw Failure(kBadInput, fmt::format("cannot read {}", file));
  return text;
}

std::string days_of(const Recording& recording) {
  return grouped(static_cast<std::int64_t>(recording.days.size()) - 1);
}

}  // namespace

ExitCode record(const Scenario& scenario, const RunOptions& options, const Console& console) {
  if (std::filesystem::exists(options.record))
    throw Failure(kBadInput,
                  fmt::format("{} exists already and is not overwritten", options.record));
  const Interrupt interrupt;
  NewFile file(options.record);
  ProgressBar bar(console, options.play.quiet);
  try {
    const Recording recording =
        value_or_throw(record_run(scenario, options.play.seed.value_or(scenario.seed()),
                                  options.replication, watched(bar, interrupt)));
    bar.wipe();
    file.write(recording.save());
    file.take_free_place();
    console.put(
        fmt::format("{}: {} days of {}, seed {}, replication {}; the state's hash at the "
                    "end is {:016x}\n",
                    options.record, days_of(recording), recording.name, recording.seed,
                    recording.replication, recording.days.back().hash));
  } catch (const Stopped&) {
    bar.wipe();
    return stopped(console, "nothing was written");
  }
  return kDone;
}

ExitCode command(const ReplayOptions& options, const Console& console) {
  const Recording recording = value_or_throw(Recording::load(contents(options.file), options.file));
  const Interrupt interrupt;
  ProgressBar bar(console, options.quiet);
  Replayed replayed;
  try {
    auto result = replay(recording, options.any_build, watched(bar, interrupt));
    if (!result) {
      Faults faults = result.faults();
      for (Fault& fault : faults)
        if (fault.file.empty()) fault.file = options.file;
      const bool stale = recording.build != build_digest() && !options.any_build;
      throw Mistakes(
          describe(faults) +
          (stale ? "  --any-build plays it all the same, to see where the two part\n" : ""));
    }
    replayed = result.value();
  } catch (const Stopped&) {
    bar.wipe();
    return stopped(console, "the replay was not finished");
  }
  bar.wipe();
  if (replayed.same) {
    console.put(
        fmt::format("{}: {} days of {} played again; the hash of each day is as recorded, "
                    "{:016x} at the end\n",
                    options.file, days_of(recording), recording.name, replayed.played));
    return kDone;
  }
  const bool same_build = recording.build == build_digest();
  const std::string field =
      replayed.field.empty() ? "" : fmt::format(", first in `{}`", replayed.field);
  throw Failure(
      same_build ? kBrokenInvariant : kFailed,
      fmt::format(
          "{}: the run differs at the start of day {} of {}{}: the state's hash was {:016x} "
          "and is {:016x}\n{}",
          options.file, replayed.days, days_of(recording), field, replayed.recorded,
          replayed.played,
          same_build ? "The build is the same, so the recording was changed or this is a "
                       "fault of the program: please report it with the file."
                     : fmt::format("It was recorded by build {}, this is {}.", recording.build,
                                   build_digest())));
}

}  // namespace tandem
