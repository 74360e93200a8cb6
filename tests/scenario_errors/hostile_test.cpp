// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <utility>

#include "sim/scenario/read_scenario.h"

// Files made to hurt get a clear answer within a second and 200 MB. Each is read in a process of
// its own, so that what it used can be measured.
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kMeasured = false;  // sanitizers have their own idea of memory and time
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool kMeasured = false;
#else
constexpr bool kMeasured = true;
#endif
#else
constexpr bool kMeasured = true;
#endif

#ifdef NDEBUG
constexpr double kSeconds = 1;
#else
constexpr double kSeconds = 3;  // our own part of the work is some times slower in a debug build
#endif

const std::string kHead = "tandem: 1\n";

std::string repeated(const std::string& part, std::size_t count) {
  std::string out;
  out.reserve(part.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += part;
  return out;
}

std::string numbered(std::size_t count, const std::function<std::string(std::size_t)>& part) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += part(i);
  return out;
}

struct Answer {
  std::string first;  ///< first line of what a person sees; "accepted" for none
  double seconds = 0;
  double megabytes = 0;
  bool crashed = true;
};

std::string first_line(const tandem::Result<tandem::Spec>& read) {
  if (read.ok()) return "accepted";
  const std::string all = describe(read.faults());
  return all.substr(0, all.find('\n'));
}

/// Runs `read` in a child and measures it.
Answer measured(const std::function<std::string()>& read) {
  int ends[2];
  if (pipe(ends) != 0) return {};
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    const std::string line = read().substr(0, 1000);
    const bool written = write(ends[1], line.data(), line.size()) >= 0;
    _exit(written ? 0 : 1);
  }
  close(ends[1]);
  Answer answer;
  char buffer[1024];
  for (ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;)
    answer.first.append(buffer, static_cast<std::size_t>(got));
  close(ends[0]);
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  answer.crashed = !WIFEXITED(status) || WEXITSTATUS(status) != 0;
  // Processor time: other programs on the machine do not count.
  answer.seconds = static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
                   1e-6 * static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
  answer.megabytes = static_cast<double>(used.ru_maxrss) / 1024;
  return answer;
}

Answer answer_to(const std::string& text) {
  return measured([&text] {
    return first_line(tandem::read_scenario({"hostile.yaml", text, ".", {}}, {}));
  });
}

void expect_bounded(const Answer& answer, const std::string& what) {
  EXPECT_FALSE(answer.crashed) << what;
  if (!kMeasured) return;
  EXPECT_LT(answer.seconds, kSeconds) << what;
  EXPECT_LT(answer.megabytes, 200) << what;
}

void expect_refused(const std::string& text, const std::string& message, const std::string& what) {
  const Answer answer = answer_to(text);
  expect_bounded(answer, what);
  EXPECT_NE(answer.first.find(message), std::string::npos) << what << ": " << answer.first;
}

constexpr std::size_t kMost = 999'900;  // just below the largest file

// yaml-cpp looks as far ahead as brackets stay open: they are counted before it starts.
TEST(HostileFiles, DeepNestingIsRefused) {
  expect_refused(repeated("[", kMost), "more than 256 brackets", "brackets");
  expect_refused(repeated("{", kMost), "more than 256 brackets", "braces");
  expect_refused(repeated("{a: ", kMost / 4), "more than 256 brackets", "maps in braces");
  expect_refused(repeated("[", 100'000), "more than 256 brackets", "100,000 brackets");
  expect_refused(repeated("- ", kMost / 2), "nested more than 64 deep", "dashes");
  expect_refused(repeated("? ", kMost / 2), "nested more than 64 deep", "question marks");
  expect_refused(repeated(": ", kMost / 2), "nested more than 64 deep", "colons");
  expect_refused("[" + repeated(": ", kMost / 2), "nested", "colons in a bracket");
  expect_refused(
      numbered(1400, [](std::size_t i) { return std::string(i, ' ') + "a:\n"; }).substr(0, kMost),
      "nested more than 64 deep", "indentation");
}

// An alias stands for a copy: ten lines can ask for a billion values.
TEST(HostileFiles, AliasBombsAreRefused) {
  std::string laughs = kHead + "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c <= 'k'; ++c) {
    const std::string before = std::string("*") + static_cast<char>(c - 1);
    laughs += std::string(1, c) + ": &" + c + " [" + before + repeated(", " + before, 9) + "]\n";
  }
  expect_refused(laughs, "too many values", "billion laughs");
  expect_refused(
      kHead + "x: &x \"" + std::string(500'000, 'a') + "\"\ny: [" + repeated("*x,", 20'000) + "]\n",
      "too many values", "copies of one long text");
  expect_refused(
      kHead + "x: " + numbered(60, [](std::size_t i) { return "&a" + std::to_string(i) + " ["; }) +
          repeated("1,", 45'000) + repeated("]", 60),
      "too many values", "anchors around each other");
  expect_refused(kHead + "a: &x [*x]\n", "holds the alias itself", "an alias of itself");
  expect_refused(kHead + "a: &x {b: &y [*x, *y]}\n", "holds the alias itself", "two of them");
  expect_refused(kHead + numbered(60'000,
                                  [](std::size_t i) {
                                    return "a" + std::to_string(i) + ": &a" + std::to_string(i) +
                                           " x\n";
                                  })
                             .substr(0, kMost),
                 "too many values", "anchors without end");
}

TEST(HostileFiles, LargeFilesAreRefused) {
  expect_refused(std::string(2'000'000, 'a'), "larger than 1 MB", "two megabytes");
  expect_refused(kHead + repeated("a: 1\n", kMost / 5), "too many values", "one key many times");
  expect_refused(
      kHead + numbered(90'000, [](std::size_t i) { return "k" + std::to_string(i) + ": 1\n"; })
                  .substr(0, kMost),
      "too many values", "many keys");
  expect_refused(kHead + "x: [" + repeated("1,", kMost / 2), "too many values", "a long list");
  expect_refused(kHead + "x: [" + repeated("{},", kMost / 3), "too many values", "many maps");
  expect_refused(kHead + "x: [" + repeated("\"\",", kMost / 3), "too many values", "many quotes");
  expect_refused(kHead + "name: " + std::string(kMost - 100, 'a'), "is not a name", "a long name");
  expect_refused(kHead + std::string(900, 'k') + ": 1", "is not a key here", "a long key");
  expect_refused(kHead + "name: \"" + repeated("\\n", 400'000) + "\"", "is not a name",
                 "line ends");
  expect_refused(kHead + "a: \"" + repeated("\nx: ", 100'000) + "\"", "this quote closes only",
                 "keys inside a quote");
  expect_refused(kHead + "a: " + repeated("'", 700'001), "this quote is not closed", "quotes");
}

// 100 MB must not even be read.
TEST(HostileFiles, AHugeFileOnDiskIsRefused) {
  const auto file = std::filesystem::temp_directory_path() /
                    ("tandem_hostile_" + std::to_string(getpid()) + ".yaml");
  {
    std::ofstream out(file);
    out << kHead;
  }
  std::filesystem::resize_file(file, 100'000'000);
  const Answer answer = measured([&file] {
    const auto read = tandem::Scenario::load(file);
    return read.ok() ? std::string("accepted") : read.faults()[0].message;
  });
  std::filesystem::remove(file);
  expect_bounded(answer, "100 MB");
  EXPECT_EQ(answer.first, "the file is larger than 1 MB");
}

// Many mistakes: all are found, fifty are shown.
TEST(HostileFiles, ThousandsOfMistakesAreListed) {
  expect_refused(
      kHead + numbered(24'000, [](std::size_t i) { return "k" + std::to_string(i) + ": 1\n"; }),
      "is not a key here", "unknown keys");
  expect_refused(kHead + repeated("k: 1\n", 24'000), "for the second time", "one key");
  expect_refused(kHead + "events:\n" + repeated("- {at: 1, downtrn: x}\n", 9'900),
                 "is not a kind of event", "unknown events");
  expect_refused(kHead + "teams:\n" +
                     numbered(7'000,
                              [](std::size_t i) {
                                return "- {name: t" + std::to_string(i) + ", territory: x}\n";
                              }),
                 "\"seats\" is missing", "unknown territories");
  const auto read = tandem::read_scenario(
      {"many.yaml",
       kHead + numbered(80, [](std::size_t i) { return "k" + std::to_string(i) + ": 1\n"; }),
       ".",
       {}},
      {});
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.faults().size(), 80u);
  EXPECT_TRUE(describe(read.faults()).ends_with("and 30 more\n"));
}

// Numbers that are each in range must not ask for a machine's whole memory together.
TEST(HostileFiles, HugeFirmsAreRefused) {
  const auto territories = [](std::size_t count, const std::string& accounts) {
    return "territories: [" +
           numbered(count,
                    [&](std::size_t i) {
                      return "{name: t" + std::to_string(i) + ", accounts: " + accounts + "},";
                    }) +
           "]\nteams: [{name: A, territory: t0, seats: {closer: 1}}]\n";
  };
  expect_refused(kHead + territories(6, "1000000"), "more than 5000000 accounts", "accounts");
  expect_refused(kHead + "topics: [" +
                     numbered(190, [](std::size_t i) { return "t" + std::to_string(i) + ","; }) +
                     "]\nteams: [" +
                     numbered(4,
                              [](std::size_t i) {
                                return "{name: t" + std::to_string(i) +
                                       ", seats: {closer: 10000}},";
                              }) +
                     "]\n",
                 "pairs of a seat and a topic", "seats and topics");
}

}  // namespace
