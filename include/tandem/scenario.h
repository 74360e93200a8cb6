// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tandem/result.h"

namespace tandem {

struct Lesson;
struct Model;
struct Spec;
struct Start;

/// What a command or a study may lay over a scenario file, in rising order of precedence.
struct Overrides {
  std::vector<std::string> set;  ///< "KEY=VALUE", as `--set`
  int days = 0;                  ///< horizon in working days; 0 = the file's
};

/// A seat of the firm as a reader names it.
struct SeatLabel {
  int number;        ///< from 1, by seat in file order
  std::string name;  ///< e.g. "A/closer/2"
  std::string team;
  std::string role;
  std::string territory;
};

/// A parameter by its path and its value as one would write it in a file.
struct Setting {
  std::string path, value;
  friend bool operator==(const Setting&, const Setting&) = default;
};

/// A checked firm with its policies, frozen. Cheap to copy: copies share one immutable model.
class Scenario {
 public:
  /// Reads `file` with all it extends. Every mistake is reported, none throws.
  static Result<Scenario> load(const std::filesystem::path& file, const Overrides& overrides = {});
  /// Reads scenario text; `name` stands for the file in messages, relative `extends` start at
  /// `folder`.
  static Result<Scenario> parse(std::string_view text, const std::string& name,
                                const std::filesystem::path& folder = ".",
                                const Overrides& overrides = {});

  /// This scenario with one more entry at the end of `changes` or `events`, in YAML as in a file:
  /// with("changes", "{at: 87d, set: {pricing.discount: 10%}}"). What is done to a running firm is
  /// said so; see fork() in tandem/record.h. The horizon stays.
  [[nodiscard]] Result<Scenario> with(const std::string& list, const std::string& entry) const;

  [[nodiscard]] const std::string& name() const;
  [[nodiscard]] std::uint64_t seed() const;
  [[nodiscard]] int days() const;
  [[nodiscard]] int reps() const;  ///< selling seats
  [[nodiscard]] const std::vector<SeatLabel>& seats() const;
  /// The whole scenario with every default filled in, as a scenario file that loads to the same
  /// model.
  [[nodiscard]] const std::string& resolved() const;
  /// 16 hex digits over the resolved scenario without name, seed and horizon.
  [[nodiscard]] const std::string& digest() const;
  /// Paths of keys that the file (or --set) gave, the rest being defaults.
  [[nodiscard]] const std::vector<std::string>& given() const;
  /// What is in force for the firm as a whole on a day, in the order of parameters().
  [[nodiscard]] std::vector<Setting> settings(int day) const;
  /// The same for a seat (index, from 0), with what its territory has and `territories[].KEY` at the
  /// end. What holds for some people only is not in it.
  [[nodiscard]] std::vector<Setting> settings(int day, int seat) const;
  /// What a seat is paid for on a day: the elements of its plan as in a file, each on one line.
  [[nodiscard]] std::vector<std::string> plan(int day, int seat) const;
  /// What the file says of a claim (tandem/lesson.h); null: it is no lesson. It has no part in
  /// resolved() and digest(), and is not inherited by `extends`.
  [[nodiscard]] const Lesson* lesson() const;
  /// The same firm where the n-th of `changes` (or of `events`), from 0, never comes. The others
  /// keep their numbers.
  [[nodiscard]] Scenario without_change(std::size_t n) const;
  [[nodiscard]] Scenario without_event(std::size_t n) const;
  [[nodiscard]] const Model& model() const { return *model_; }

 private:
  struct Content;
  [[nodiscard]] Scenario rebuilt(Spec spec, const Spec& written) const;
  static Result<Scenario> make(const Start& start, const Overrides& overrides);
  std::shared_ptr<const Content> content_;
  std::shared_ptr<const Model> model_;
};

/// Folder of the shipped scenarios: TANDEM_SCENARIOS, else found from the running program's place.
[[nodiscard]] std::filesystem::path shipped_scenarios();

/// The commented scenario that a new user starts from: twelve reps, called `name`.
[[nodiscard]] std::string starter_scenario(const std::string& name);

/// JSON Schema (draft 2020-12) of the scenario file, for editors.
[[nodiscard]] std::string scenario_schema();

}  // namespace tandem
