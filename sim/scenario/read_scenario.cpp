// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/read_scenario.h"

#include <optional>
#include <utility>

#include "sim/scenario/describe.h"
#include "sim/scenario/read_lesson.h"
#include "sim/scenario/read_spec.h"

namespace tandem {

namespace {

constexpr int kMostDays = 25200;  // a hundred years

/// A twin is the file with further options laid over it.
void check_twin(Reader& reader, const Start& start, const Overrides& overrides, const Node& list,
                const std::string& path, const std::vector<std::string>& set, const Spec& spec) {
  Overrides more = overrides;
  more.set.insert(more.set.end(), set.begin(), set.end());
  const Result<Spec> twin = read_scenario(start, more);
  const Faults faults =
      twin.ok() ? Faults{} : faults_at(twin.faults(), list, path, overrides.set.size());
  reader.faults.insert(reader.faults.end(), faults.begin(), faults.end());
  if (twin.ok() && (twin.value().seed != spec.seed || twin.value().horizon != spec.horizon))
    reader.fault(list.place, path, "the twin has another seed or horizon", "those of the file");
}

void check_twins(Reader& reader, const Start& start, const Overrides& overrides, const Node& root,
                 const Lesson& lesson, const Spec& spec) {
  const Node& section = *root.find("lesson");
  if (const Node* compare = section.find("compare"))
    check_twin(reader, start, overrides, *compare, "lesson.compare", lesson.compare, spec);
  if (const Node* sweep = section.find("sweep"); sweep != nullptr && sweep->find("values"))
    for (std::size_t i = 0; i < lesson.values.size(); ++i)
      check_twin(reader, start, overrides, sweep->find("values")->items[i],
                 path_join("lesson.sweep.values", i), {lesson.sweep + "=" + lesson.values[i]},
                 spec);
  for (std::size_t i = 0; i < lesson.causes.size(); ++i)
    if (const Node* set = section.find("causes")->items[i].find("set"))
      check_twin(reader, start, overrides, *set, path_join("lesson.causes", i) + ".set",
                 lesson.causes[i].set, spec);
}

}  // namespace

Result<Spec> read_scenario(const Start& start, const Overrides& overrides,
                           std::vector<std::string>* given, std::optional<Lesson>* lesson) {
  Sources sources;
  Reader reader;
  std::optional<Node> root = read_layers(start, sources, reader.faults);
  if (!root) return std::move(reader.faults);
  int number = 0;
  for (const std::string& option : overrides.set)
    apply_set(*root, option, ++number, sources, reader.faults);
  if (overrides.days < 0 || overrides.days > kMostDays)
    reader.fault({}, "--days", std::to_string(overrides.days) + " is out of range",
                 "working days from 1 to 25200");
  take_in_tables(*root, sources, reader.faults);
  const std::string stem = std::filesystem::path(start.name).stem().string();
  Spec spec = read_spec(reader, *root, stem.empty() ? "unnamed" : stem, overrides.days);
  std::optional<Lesson> read = read_lesson(reader, *root, spec, spec.horizon);
  if (lesson != nullptr && read && reader.faults.empty())
    check_twins(reader, start, overrides, *root, *read, spec);
  if (!reader.faults.empty()) {
    sort_by_place(reader.faults);
    return std::move(reader.faults);
  }
  if (given != nullptr) *given = given_paths(*root);
  if (lesson != nullptr) *lesson = std::move(read);
  return spec;
}

}  // namespace tandem
