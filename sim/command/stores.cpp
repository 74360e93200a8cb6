// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "sim/command/commands.h"
#include "sim/command/interrupt.h"
#include "sim/command/numbers.h"
#include "sim/command/out_store.h"
#include "sim/command/progress.h"

namespace tandem {

ExitCode command(const MergeOptions& options, const Console& console) {
  const std::filesystem::path out = store_file(options.out);
  std::vector<std::filesystem::path> from;
  for (const std::string& store : options.stores) from.push_back(store_file(store));
  const Merged merged = merge_stores(out, from);
  console.put(fmt::format("{}: {} runs added, {} were there already\n", out.string(),
                          grouped(merged.added), grouped(merged.known)));
  return kDone;
}

ExitCode command(const VerifyStoreOptions& options, const Console& console) {
  const std::filesystem::path file = store_file(options.store);
  const Interrupt interrupt;
  ProgressBar bar(console, options.quiet);
  VerifyOptions how;
  how.sample = options.sample;
  how.stop = interrupt.token();
  how.progress = [&](std::int64_t done, std::int64_t of) {
    bar.show({static_cast<int>(done), static_cast<int>(of),
              static_cast<double>(done) / static_cast<double>(of)});
  };
  const Verified found = verify_store(file, how);
  bar.wipe();
  if (!found.difference.empty()) {
    throw Failure(
        kBrokenInvariant,
        fmt::format("{}: {}\nThe file was changed after it was written, or the engine "
                    "is at fault. {} of {} runs were played again up to here.",
                    file.string(), found.difference, grouped(found.sampled), grouped(found.runs)));
  }
  console.put(
      fmt::format("{}: {} runs, all as they were written; {} of them played again, every "
                  "figure equal\n",
                  file.string(), grouped(found.runs), grouped(found.sampled)));
  return found.stopped ? kInterrupted : kDone;
}

}  // namespace tandem
