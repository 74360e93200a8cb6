// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace tandem {

/// A state the model does not allow: a fault of the program, never of the input. Nothing repairs
/// it; the command prints what() and ends with exit code 3. Day, agent and rule are added on the
/// way up by whoever knows them (located()).
class BrokenInvariant : public std::logic_error {
 public:
  explicit BrokenInvariant(std::string message, int day = -1, std::string agent = {},
                           std::string rule = {})
      : std::logic_error(text(message, day, agent, rule)),
        message_(std::move(message)),
        agent_(std::move(agent)),
        rule_(std::move(rule)),
        day_(day) {}

  [[nodiscard]] const std::string& message() const { return message_; }
  [[nodiscard]] int day() const { return day_; }  ///< -1 = not known
  [[nodiscard]] const std::string& agent() const {
    return agent_;
  }  ///< e.g. "A/closer/2"; empty = not known
  [[nodiscard]] const std::string& rule() const {
    return rule_;
  }  ///< e.g. "sell"; empty = not known

 private:
  static std::string text(const std::string& message, int day, const std::string& agent,
                          const std::string& rule) {
    std::string out = "broken invariant";
    if (day >= 0) out += ", day " + std::to_string(day);
    if (!agent.empty()) out += ", " + agent;
    if (!rule.empty()) out += ", rule " + rule;
    return out + ": " + message;
  }

  std::string message_, agent_, rule_;
  int day_;
};

/// The same fault with what the catcher knows of its place; what is known already stays.
[[nodiscard]] inline BrokenInvariant located(const BrokenInvariant& fault, int day,
                                             std::string_view agent = {},
                                             std::string_view rule = {}) {
  return BrokenInvariant(fault.message(), fault.day() >= 0 ? fault.day() : day,
                         fault.agent().empty() ? std::string(agent) : fault.agent(),
                         fault.rule().empty() ? std::string(rule) : fault.rule());
}

/// Throws BrokenInvariant for a condition that failed; `file` is shortened to its path inside the
/// sources.
[[noreturn]] inline void broken(std::string_view condition, std::string_view message,
                                std::string_view file, int line) {
  const auto root = file.rfind("sim/");
  if (root != std::string_view::npos) file.remove_prefix(root);
  std::string text(message);
  text.append(" [").append(condition).append(", ").append(file).append(":");
  throw BrokenInvariant(text.append(std::to_string(line)).append("]"));
}

}  // namespace tandem

/// Stops with BrokenInvariant unless `condition` holds. The message is built only when it fails, so
/// it may be an expression: CHECK(hours <= 24, fmt::format("{} h on one day", hours)).
#define CHECK(condition, message)                                                          \
  do {                                                                                     \
    if (!(condition)) [[unlikely]]                                                         \
      ::tandem::broken(#condition, message, static_cast<const char*>(__FILE__), __LINE__); \
  } while (false)
