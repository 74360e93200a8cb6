// SPDX-License-Identifier: Apache-2.0
#include "sim/study/replications.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <mutex>

#include "tandem/store.h"

namespace tandem {

namespace {

/// One replication on its way through the pipeline.
struct Ticket {
  int replication;
  bool given_up = false;
  std::int64_t rep_days = 0;       // played, not taken from a store
  std::vector<RunRecord> records;  // one per scenario
};

/// Tells the client how far the work has come; counts days, so that one long run moves too.
class Meter {
 public:
  Meter(const BatchOptions& options, double days) : options_(options), days_(days) {}

  void add_days(int days) {
    const auto so_far = played_.fetch_add(days, std::memory_order_relaxed) + days;
    if (!options_.progress) return;
    const std::unique_lock lock(mutex_, std::try_to_lock);
    if (lock.owns_lock()) tell(so_far);
  }
  void finished() {
    const std::lock_guard lock(mutex_);
    ++done_;
    if (options_.progress) tell(played_.load(std::memory_order_relaxed));
  }

 private:
  void tell(std::int64_t so_far) {
    options_.progress({done_, options_.replications,
                       days_ > 0 ? std::min(1.0, static_cast<double>(so_far) / days_) : 1.0});
  }

  const BatchOptions& options_;
  double days_;
  std::atomic<std::int64_t> played_ = 0;
  std::mutex mutex_;
  int done_ = 0;
};

/// The worlds one thread plays on, one per scenario, made at its first replication.
class Stage {
 public:
  World& world(const Scenario& scenario, std::size_t place, std::uint64_t seed, int replication,
               bool deals, bool journal) {
    const auto number = static_cast<std::uint32_t>(replication);
    if (place >= worlds_.size()) worlds_.resize(place + 1);
    std::optional<World>& world = worlds_[place];
    if (world) {
      world->restart(seed, number);
    } else {
      world.emplace(scenario, seed, number);
      if (deals) world->watch_deals();
      if (journal) world->keep_journal();
    }
    return *world;
  }

 private:
  std::vector<std::optional<World>> worlds_;  // [scenario]; none until its first run
};

/// Plays to the end; false if asked to stop on the way.
template <class Stop>
bool play(World& world, const Stop& stop_requested, Meter& meter) {
  constexpr int kStride = 21;
  int unreported = 0;
  while (!world.finished()) {
    if (stop_requested()) return false;
    world.run_day();
    if (++unreported == kStride) {
      meter.add_days(kStride);
      unreported = 0;
    }
  }
  meter.add_days(unreported);
  return true;
}

}  // namespace

RunRecord checked(RunRecord record) {
  for (std::size_t m = 0; m < record.values.size(); ++m) {
    auto& value = record.values[m];
    if (!value) continue;
    if (!std::isfinite(*value)) {
      throw std::logic_error("metric " + std::string(metrics()[m].id) + " is not a number");
    }
    *value += 0.0;  // -0.0 becomes 0.0
  }
  for (auto& weeks : record.weekly) {
    for (double& x : weeks) x += 0.0;
  }
  return record;
}

RunFailure::RunFailure(std::string scenario, std::uint64_t seed, int replication,
                       const std::string& cause)
    : std::logic_error(cause + "\n  in \"" + scenario + "\", seed " + std::to_string(seed) +
                       ", replication " + std::to_string(replication) + " (counted from 0)"),
      scenario_(std::move(scenario)),
      seed_(seed),
      replication_(replication) {}

Played play_replications(const std::vector<Scenario>& scenarios, std::uint64_t seed,
                         const BatchOptions& options, const Consumer& consume) {
  const int threads = options.threads > 0 ? options.threads : tbb::info::default_concurrency();
  const tbb::global_control allow(tbb::global_control::max_allowed_parallelism,
                                  static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads);
  tbb::enumerable_thread_specific<Stage> stages;

  double days = 0;
  for (const Scenario& s : scenarios) days += static_cast<double>(s.days()) * options.replications;
  const WatchDetail detail{.weekly = options.weekly || options.store != nullptr,
                           .people = options.people || options.store != nullptr};
  Meter meter(options, days);
  Played out;
  bool gap = false;
  int next = 0;
  std::atomic<bool> enough = false;
  const auto stop_requested = [&] { return enough || options.stop.stop_requested(); };

  // Replications come back in order, so a ticket is free again when its turn comes round. The
  // pipeline does not own them: an exception would make it forget what is under way.
  const auto in_flight = static_cast<std::size_t>(4 * threads);
  std::vector<Ticket> tickets(in_flight);
  const auto deal_out = [&](tbb::flow_control& flow) -> Ticket* {
    if (next == options.replications || stop_requested()) {
      flow.stop();
      return nullptr;
    }
    Ticket& ticket = tickets[static_cast<std::size_t>(next) % in_flight];
    ticket = {next++, false, 0, {}};
    return &ticket;
  };
  // Deals and journals are not kept in a store.
  const bool look_up = options.store != nullptr && !options.deals && !options.journal;
  const auto play_all = [&](Ticket* ticket) {
    Stage& stage = stages.local();
    for (std::size_t i = 0; i < scenarios.size() && !ticket->given_up; ++i) {
      const RunKey key{scenarios[i], seed, ticket->replication};
      if (auto known = look_up ? options.store->find(key) : std::nullopt) {
        if (!known->failure.empty()) {
          throw RunFailure(key.scenario.name(), seed, key.replication, known->failure);
        }
        meter.add_days(key.scenario.days());
        ticket->records.push_back(std::move(known->record));
        continue;
      }
      try {
        World& world =
            stage.world(key.scenario, i, seed, key.replication, options.deals, options.journal);
        ticket->given_up = !play(world, stop_requested, meter);
        if (ticket->given_up) break;
        ticket->records.push_back(checked(world.record(detail)));
      } catch (const std::logic_error& fault) {
        if (options.store) options.store->keep_failure(key, fault.what());
        throw RunFailure(key.scenario.name(), seed, key.replication, fault.what());
      }
      if (options.store) options.store->keep(key, ticket->records.back());
      ticket->rep_days += static_cast<std::int64_t>(key.scenario.days()) * key.scenario.reps();
    }
    return ticket;
  };
  const auto hand_on = [&](Ticket* ticket) {
    gap = gap || ticket->given_up;
    if (gap || enough) return;
    enough = !consume(ticket->replication, ticket->records);
    ++out.replications;
    out.rep_days += ticket->rep_days;
    meter.finished();
  };

  const auto start = std::chrono::steady_clock::now();
  arena.execute([&] {
    tbb::parallel_pipeline(
        in_flight, tbb::make_filter<void, Ticket*>(tbb::filter_mode::serial_in_order, deal_out) &
                       tbb::make_filter<Ticket*, Ticket*>(tbb::filter_mode::parallel, play_all) &
                       tbb::make_filter<Ticket*, void>(tbb::filter_mode::serial_in_order, hand_on));
  });
  out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  out.stopped = !enough && out.replications < options.replications;
  return out;
}

}  // namespace tandem
