// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/engine.h"

#include <algorithm>
#include <cmath>
#include <exception>

namespace tandem::viewer {

namespace {

World world_of(const Run& run, std::uint64_t seed, std::uint32_t replication, bool journal) {
  World world(*run.scenario, seed, replication);
  for (const std::string& id : run.without()) world.undo(id);
  if (journal) world.keep_journal();
  return world;
}

/// Quantiles of each week over replications.
Replications::Band band_of(const std::vector<std::vector<double>>& series) {
  Replications::Band band;
  if (series.empty()) return band;
  std::vector<double> week;
  for (std::size_t w = 0; w < series.front().size(); ++w) {
    week.clear();
    for (const auto& each : series)
      if (w < each.size() && each[w] == each[w]) week.push_back(each[w]);
    std::ranges::sort(week);
    const auto at = [&](double share) {
      if (week.empty()) return 0.0F;
      const double place = std::round(share * static_cast<double>(week.size() - 1));
      return static_cast<float>(week[static_cast<std::size_t>(place)]);
    };
    band.low.push_back(at(0.1));
    band.middle.push_back(at(0.5));
    band.high.push_back(at(0.9));
  }
  return band;
}

}  // namespace

const Picture* Known::picture(int run) const {
  for (const auto& each : pictures)
    if (each->run == run) return each.get();
  return nullptr;
}

const History* Known::of(int run) const {
  const auto found = history.find(run);
  return found == history.end() ? nullptr : found->second.get();
}

const Parting* Known::parting(int first, int second) const {
  const History *a = of(first), *b = of(second);
  for (const auto& each : partings)
    if (each->runs == std::pair(first, second) && a != nullptr && b != nullptr &&
        each->version == std::pair(a->version, b->version))
      return each.get();
  return nullptr;
}

Engine::Engine(std::function<void()> wake)
    : wake_(std::move(wake)), known_(std::make_shared<const Known>()) {
  shower_ = std::jthread([this](const std::stop_token& stop) { show_loop(stop); });
  follower_ = std::jthread([this](const std::stop_token& stop) { follow_loop(stop); });
  studier_ = std::jthread([this](const std::stop_token& stop) { replicate_loop(stop); });
}

Engine::~Engine() {
  shower_.request_stop();
  follower_.request_stop();
  studier_.request_stop();
  {
    const std::lock_guard lock(mutex_);
    study_stop_.request_stop();
  }
  changed_.notify_all();
}

void Engine::show(const Session& session, int day) {
  {
    const std::lock_guard lock(mutex_);
    wish_.runs.clear();
    for (const int id : session.shown()) wish_.runs.push_back(*session.find(id));
    wish_.seed = session.seed();
    wish_.replication = session.replication();
    wish_.day = day;
    ++wish_.number;
    following_ = true;
  }
  changed_.notify_all();
}

void Engine::replicate(const Session& session, int pairs) {
  {
    const std::lock_guard lock(mutex_);
    study_.runs.clear();
    for (const int id : session.shown()) study_.runs.push_back(*session.find(id));
    study_.seed = session.seed();
    pairs_ = pairs;
    ++study_.number;
    study_stop_.request_stop();
    study_stop_ = {};
    replicating_ = true;
  }
  changed_.notify_all();
}

std::shared_ptr<const Known> Engine::known() const {
  const std::lock_guard lock(mutex_);
  return known_;
}

bool Engine::idle(bool all) const {
  const std::lock_guard lock(mutex_);
  return shown_ == wish_.number && (!all || (!following_ && !replicating_));
}

void Engine::settle(bool all) const {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] {
    return !known_->failure.empty() ||
           (shown_ == wish_.number && (!all || (!following_ && !replicating_)));
  });
}

void Engine::publish(const std::function<void(Known&)>& change) {
  {
    const std::lock_guard lock(mutex_);
    auto next = std::make_shared<Known>(*known_);
    change(*next);
    known_ = std::move(next);
  }
  changed_.notify_all();
  if (wake_) wake_();
}

void Engine::fail(const std::string& what) {
  publish([&](Known& known) { known.failure = what; });
}

// Brings the runs to the day asked for last. Each keeps a timeline, and with it its way back.
void Engine::show_loop(const std::stop_token& stop) {
  struct Line {
    std::uint64_t version;
    Timeline timeline;
  };
  std::map<int, Line> lines;
  while (!stop.stop_requested()) {
    Wish wish;
    {
      std::unique_lock lock(mutex_);
      if (!changed_.wait(lock, stop, [&] { return shown_ != wish_.number; })) return;
      wish = wish_;
    }
    try {
      std::vector<std::shared_ptr<const Picture>> pictures;
      const auto before = known();
      for (const Run& run : wish.runs) {
        auto line = lines.find(run.id);
        if (line != lines.end() && line->second.version != run.version)
          line = (lines.erase(line), lines.end());
        if (line == lines.end())
          line =
              lines
                  .emplace(run.id, Line{run.version,
                                        Timeline(world_of(run, wish.seed, wish.replication, false),
                                                 kTimelineMemory)})
                  .first;
        const Timeline& timeline = line->second.timeline;
        const World& world = line->second.timeline.go_to(wish.day);
        const Picture* same = before->picture(run.id);
        if (same != nullptr && same->version == run.version && same->firm.day == world.day()) {
          pictures.push_back(*std::ranges::find_if(
              before->pictures, [&](const auto& each) { return each->run == run.id; }));
          continue;
        }
        auto picture = std::make_shared<Picture>();
        picture->run = run.id;
        picture->version = run.version;
        picture->hash = world.hash();
        picture->firm = view(world);
        picture->world = std::make_shared<const World>(world);
        picture->snapshots = timeline.snapshots();
        picture->snapshot_bytes = timeline.bytes();
        picture->spacing = timeline.spacing();
        pictures.push_back(std::move(picture));
      }
      // Of what is not shown any more only the way back of a few runs is kept.
      constexpr std::size_t kMostLines = 8;
      for (auto line = lines.begin(); lines.size() > kMostLines && line != lines.end();)
        line = std::ranges::find(wish.runs, line->first, &Run::id) == wish.runs.end()
                   ? lines.erase(line)
                   : std::next(line);
      publish([&](Known& known) {
        known.pictures = std::move(pictures);
        known.day = wish.day;
        shown_ = wish.number;
      });
    } catch (const std::exception& fault) {
      fail(fault.what());
      const std::lock_guard lock(mutex_);
      shown_ = wish.number;
    }
  }
}

// Follows each run shown from its first day to its last, a part at a time.
void Engine::follow_loop(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    Wish wish;
    {
      std::unique_lock lock(mutex_);
      if (!changed_.wait(lock, stop, [&] { return following_; })) return;
      wish = wish_;
    }
    const Run* next = nullptr;
    {
      const auto now = known();
      for (const Run& run : wish.runs) {
        const History* have = now->of(run.id);
        if (next == nullptr && (have == nullptr || have->version != run.version || !have->finished))
          next = &run;
      }
    }
    if (next == nullptr) {
      // All are followed: where do they part from A?
      const auto now = known();
      std::vector<std::shared_ptr<const Parting>> partings;
      for (std::size_t i = 1; i < wish.runs.size() && !stop.stop_requested(); ++i) {
        const History &a = *now->of(wish.runs[0].id), &b = *now->of(wish.runs[i].id);
        const auto same = std::ranges::find(now->partings, now->parting(a.run, b.run),
                                            [](const auto& each) { return each.get(); });
        partings.push_back(
            same != now->partings.end()
                ? *same
                : std::make_shared<const Parting>(Parting{
                      {a.run, b.run}, {a.version, b.version}, diverge(*a.journal, *b.journal)}));
      }
      if (partings != now->partings)
        publish([&](Known& known) { known.partings = std::move(partings); });
      const std::lock_guard lock(mutex_);
      if (wish.number == wish_.number) following_ = false;
      changed_.notify_all();
      continue;
    }
    try {
      World world = world_of(*next, wish.seed, wish.replication, true);
      History history;
      history.run = next->id;
      history.version = next->version;
      follow(history, world);
      const int part = std::max(world.scenario().days() / 8, 1);
      bool wanted = true;
      while (!world.finished() && wanted && !stop.stop_requested()) {
        world.run_day();
        follow(history, world);
        if (world.day() % part != 0 || world.finished()) continue;
        auto copy = std::make_shared<const History>(history);
        publish([&](Known& known) { known.history[history.run] = std::move(copy); });
        const std::lock_guard lock(mutex_);
        wanted = std::ranges::any_of(wish_.runs, [&](const Run& run) {
          return run.id == history.run && run.version == history.version;
        });
      }
      if (!world.finished()) continue;
      finish(history, world);
      auto copy = std::make_shared<const History>(std::move(history));
      publish([&](Known& known) { known.history[copy->run] = copy; });
    } catch (const std::exception& fault) {
      fail(fault.what());
      const std::lock_guard lock(mutex_);
      following_ = false;
    }
  }
}

namespace {

/// What replications of some runs have told so far.
class Tally {
 public:
  explicit Tally(std::vector<Run> runs) : runs_(std::move(runs)) {
    // An event belongs to one luck: a run without one has nothing to be replicated, the others have.
    if (!runs_.front().without().empty())
      told.failure =
          runs_.front().name + ": without an event of one luck there is nothing to replicate";
    else
      std::erase_if(runs_, [](const Run& run) { return !run.without().empty(); });
    for (const Run& run : runs_) told.runs.emplace_back(run.id, run.version);
    clear();
  }

  [[nodiscard]] const Scenario& base() const { return *runs_.front().scenario; }
  [[nodiscard]] std::vector<Scenario> variants() const {
    std::vector<Scenario> out;
    for (std::size_t i = 1; i < runs_.size(); ++i) out.push_back(*runs_[i].scenario);
    return out;
  }

  void clear() {
    series_.assign(runs_.size(), std::vector<std::vector<std::vector<double>>>(metrics().size()));
    told.finals.assign(runs_.size(), std::vector<std::vector<float>>(metrics().size()));
  }

  void take(std::size_t run, const RunRecord& record) {
    for (std::size_t m = 0; m < metrics().size(); ++m) {
      if (m < record.weekly.size() && !record.weekly[m].empty())
        series_[run][m].push_back(record.weekly[m]);
      if (record.values[m]) told.finals[run][m].push_back(static_cast<float>(*record.values[m]));
    }
  }

  [[nodiscard]] std::shared_ptr<const Replications> state(bool finished) {
    told.finished = finished;
    told.bands.assign(series_.size(), {});
    for (std::size_t r = 0; r < series_.size(); ++r)
      for (const auto& metric : series_[r]) told.bands[r].push_back(band_of(metric));
    return std::make_shared<const Replications>(told);
  }

  Replications told;

 private:
  std::vector<Run> runs_;
  std::vector<std::vector<std::vector<std::vector<double>>>> series_;  // [run][metric][replication]
};

/// Plays so many pairs, or runs where there is one firm alone. False if it was stopped.
bool play_pairs(Tally& tally, const std::vector<Scenario>& variants, BatchOptions& options, int n) {
  tally.clear();
  options.replications = n;
  if (variants.empty()) {
    options.each = [&](int, const RunRecord& record) { tally.take(0, record); };
    if (run_batch(tally.base(), options).stopped) return false;
  } else {
    options.each_pair = [&](int, std::span<const RunRecord> records) {
      for (std::size_t r = 0; r < records.size(); ++r) tally.take(r, records[r]);
    };
    auto set = compare(tally.base(), variants, options);
    if (!set) {
      tally.told.failure = describe(set.faults());
      return false;
    }
    if (set.value().stopped) return false;
    tally.told.comparisons = set.value().comparisons;
  }
  tally.told.done = n;
  return true;
}

}  // namespace

// Plays pairs of A and the other runs shown on other luck, and tells after a few how they compare.
// What has been played is kept and taken again: for more pairs, and A for another B.
void Engine::replicate_loop(const std::stop_token& stop) {
  std::uint64_t number = 0;
  std::optional<Store> played;
  try {
    played.emplace();
  } catch (const StoreError&) {
    // No room for temporary files: everything is played each time.
  }
  while (!stop.stop_requested()) {
    Wish wish;
    int pairs = 0;
    std::stop_token give_up;
    {
      std::unique_lock lock(mutex_);
      if (!changed_.wait(lock, stop, [&] { return number != study_.number; })) return;
      wish = study_;
      pairs = pairs_;
      number = wish.number;
      give_up = study_stop_.get_token();
    }
    Tally tally(std::move(wish.runs));
    tally.told.of = pairs;
    const auto tell = [&](bool finished) {
      publish([state = tally.state(finished)](Known& known) { known.replications = state; });
    };
    if (pairs > 0) tell(false);  // begun
    try {
      const std::vector<Scenario> variants = tally.variants();
      BatchOptions options;
      options.weekly = true;
      options.people = true;
      options.seed = wish.seed;
      options.threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1);
      options.stop = give_up;
      options.store = played ? &*played : nullptr;
      // In growing parts, so that there is something to see soon.
      for (int n = std::min(pairs, 10);
           tally.told.failure.empty() && n > 0 && !give_up.stop_requested();
           n = std::min(pairs, 3 * n)) {
        if (!play_pairs(tally, variants, options, n)) break;
        tell(n == pairs);
        if (n == pairs) break;
      }
    } catch (const StoreError&) {  // the disk is full: once more, and nothing is kept any longer
      played.reset();
      number = 0;
      continue;
    } catch (const std::exception& fault) {
      tally.told.failure = fault.what();
    }
    if (!tally.told.failure.empty()) {
      tell(true);
    } else if (pairs == 0) {  // what there is is all there will be
      publish([](Known& known) {
        if (!known.replications) return;
        auto last = std::make_shared<Replications>(*known.replications);
        last->of = last->done;
        last->finished = true;
        known.replications = std::move(last);
      });
    }
    const std::lock_guard lock(mutex_);
    if (number == study_.number) replicating_ = false;
    changed_.notify_all();
  }
}

}  // namespace tandem::viewer
