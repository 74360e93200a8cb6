// SPDX-License-Identifier: Apache-2.0
// ThreadSanitizer cannot see how oneTBB's library hands work from thread to thread, as that library
// is not instrumented: everything handed over looks like a race. For that build alone (preset
// `tsan`) this takes its place: the few names the engine uses, with plain threads, a mutex and the
// same hand-overs. What is watched is the engine's own code inside the bodies.
#pragma once

#include <any>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace tbb {

namespace info {
inline int default_concurrency() { return static_cast<int>(std::thread::hardware_concurrency()); }
}  // namespace info

struct global_control {
  enum parameter { max_allowed_parallelism };
  global_control(parameter, std::size_t) {}
};

class task_arena {
 public:
  explicit task_arena(int threads) : threads_(threads) {}
  template <class F>
  void execute(F&& body) {
    const int outer = std::exchange(slots(), threads_);
    body();
    slots() = outer;
  }
  /// Threads of the arena that this thread is in.
  static int& slots() {
    thread_local int slots = info::default_concurrency();
    return slots;
  }

 private:
  int threads_;
};

template <class T>
class enumerable_thread_specific {
 public:
  T& local() {
    const std::lock_guard lock(mutex_);
    return own_[std::this_thread::get_id()];
  }

 private:
  std::mutex mutex_;
  std::map<std::thread::id, T> own_;
};

enum class filter_mode { serial_in_order, parallel };

class flow_control {
 public:
  void stop() { stopped_ = true; }
  [[nodiscard]] bool stopped() const { return stopped_; }

 private:
  bool stopped_ = false;
};

struct Step {
  filter_mode mode;
  std::function<std::any(std::any, flow_control&)> run;
};

template <class In, class Out>
struct filter {
  std::vector<Step> steps;
};

template <class In, class Out, class Body>
filter<In, Out> make_filter(filter_mode mode, const Body& body) {
  return {{{mode, [body](std::any in, flow_control& flow) -> std::any {
              if constexpr (std::is_void_v<In>) {
                return body(flow);
              } else if constexpr (std::is_void_v<Out>) {
                body(std::any_cast<In>(std::move(in)));
                return {};
              } else {
                return body(std::any_cast<In>(std::move(in)));
              }
            }}}};
}

template <class A, class B, class C>
filter<A, C> operator&(filter<A, B> first, const filter<B, C>& second) {
  first.steps.insert(first.steps.end(), second.steps.begin(), second.steps.end());
  return {std::move(first.steps)};
}

/// Every thread takes a token through all steps, then the next one; a serial step waits for its
/// turn.
class Pipeline {
 public:
  explicit Pipeline(std::vector<Step> steps) : steps_(std::move(steps)), turn_(steps_.size(), 0) {}

  void run() {
    std::vector<std::thread> others;
    for (int i = 1; i < task_arena::slots(); ++i) others.emplace_back([this] { work(); });
    work();
    for (std::thread& other : others) other.join();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void work() {
    try {
      while (carry()) {
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      over_ = broken_ = true;
      turned_.notify_all();
    }
  }

  bool carry() {
    std::unique_lock lock(mutex_);
    if (over_) return false;
    flow_control flow;
    std::any token = steps_[0].run({}, flow);
    over_ = flow.stopped();
    if (over_) return false;
    const std::size_t number = dealt_++;
    for (std::size_t s = 1; s < steps_.size(); ++s) {
      if (steps_[s].mode == filter_mode::parallel) {
        lock.unlock();
        token = steps_[s].run(std::move(token), flow);
        lock.lock();
      } else {
        turned_.wait(lock, [&] { return turn_[s] == number || broken_; });
        if (broken_) return false;
        token = steps_[s].run(std::move(token), flow);
        ++turn_[s];
        turned_.notify_all();
      }
    }
    return true;
  }

  std::vector<Step> steps_;
  std::vector<std::size_t> turn_;  ///< of each serial step: the token that may enter
  std::mutex mutex_;
  std::condition_variable turned_;
  std::size_t dealt_ = 0;
  bool over_ = false, broken_ = false;
  std::exception_ptr failure_;
};

inline void parallel_pipeline(std::size_t, const filter<void, void>& chain) {
  Pipeline(chain.steps).run();
}

/// The next number to whichever thread is free.
template <class Body>
void parallel_for(int first, int last, const Body& body) {
  std::atomic<int> next = first;
  std::mutex mutex;
  std::exception_ptr failure;
  const auto work = [&] {
    try {
      for (int i = next++; i < last; i = next++) body(i);
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
      next = last;
    }
  };
  std::vector<std::thread> others;
  for (int i = 1; i < task_arena::slots(); ++i) others.emplace_back(work);
  work();
  for (std::thread& other : others) other.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace tbb
