// SPDX-License-Identifier: Apache-2.0
#include "tandem/scenario.h"

#include <algorithm>
#include <utility>

#include "sim/base/hash.h"
#include "sim/model/model.h"
#include "sim/scenario/read_scenario.h"
#include "sim/scenario/write.h"
#include "tandem/lesson.h"
#include "tandem/registry.h"

namespace tandem {

struct Scenario::Content {
  std::string name, resolved, digest;
  std::uint64_t seed = 0;
  int days = 0;
  std::vector<SeatLabel> seats;
  std::vector<std::string> given;
  std::optional<Lesson> lesson;

  /// Writes the spec down, with its digest. The body of the text is returned.
  std::string write(const Spec& spec) {
    Written written = write_spec(spec);
    resolved = written.head + written.body;
    Hasher hasher;
    hasher.add(std::string_view(written.body));
    digest = hex16(hasher.value());
    return std::move(written.body);
  }
};

namespace {

/// What is in force on a day.
const Epoch& in_force(const Model& model, int day) {
  const Epoch* now = &model.epochs.front();
  for (const Epoch& epoch : model.epochs)
    if (epoch.from <= day) now = &epoch;
  return *now;
}

constexpr double kNever = 1e9;  // days: of a change or event that does not come

/// Last day that a change or event names.
double last_date(const Spec& spec) {
  double last = 0;
  for (const ChangeSpec& change : spec.changes) last = std::max({last, change.at, change.until});
  for (const EventSpec& event : spec.events) last = std::max(last, event.at);
  return last;
}

std::vector<SeatLabel> seat_labels(const Model& model) {
  std::vector<SeatLabel> seats;
  for (int i = 0; i < model.seats; ++i) {
    const auto seat = static_cast<std::size_t>(i);
    const auto team = static_cast<std::size_t>(model.seat_team[seat]);
    const auto territory = static_cast<std::size_t>(model.seat_territory[seat]);
    const auto role = static_cast<std::size_t>(model.seat_role[seat]);
    seats.push_back({i + 1, model.seat_name[seat], model.spec.teams[team].name,
                     std::string(roles()[role]), model.spec.territories[territory].name});
  }
  return seats;
}

}  // namespace

Result<Scenario> Scenario::make(const Start& start, const Overrides& overrides) {
  auto content = std::make_shared<Content>();
  Result<Spec> read = read_scenario(start, overrides, &content->given, &content->lesson);
  if (!read.ok()) return read.faults();
  Spec spec = std::move(read).value();
  const std::string body = content->write(spec);
  content->name = spec.name;
  content->seed = spec.seed;
  if (overrides.days > 0) {
    spec.horizon = overrides.days;
    // A date beyond a shortened horizon would be a fault in a file.
    if (last_date(spec) <= spec.horizon) content->resolved = write_spec(spec).head + body;
  }
  content->days = static_cast<int>(spec.horizon);
  Scenario scenario;
  scenario.model_ = build(std::move(spec));
  content->seats = seat_labels(*scenario.model_);
  scenario.content_ = std::move(content);
  return scenario;
}

Scenario Scenario::rebuilt(Spec spec, const Spec& written) const {
  auto content = std::make_shared<Content>(*content_);
  content->write(written);
  Scenario scenario;
  scenario.model_ = build(std::move(spec));
  scenario.content_ = std::move(content);
  return scenario;
}

Scenario Scenario::without_change(std::size_t n) const {
  Spec spec = model_->spec, written = model_->spec;
  spec.changes.at(n).at = kNever;
  spec.changes.at(n).until = -1;
  written.changes.erase(written.changes.begin() + static_cast<std::ptrdiff_t>(n));
  return rebuilt(std::move(spec), written);
}

Scenario Scenario::without_event(std::size_t n) const {
  Spec spec = model_->spec, written = model_->spec;
  spec.events.at(n).at = kNever;
  written.events.erase(written.events.begin() + static_cast<std::ptrdiff_t>(n));
  return rebuilt(std::move(spec), written);
}

Result<Scenario> Scenario::load(const std::filesystem::path& file, const Overrides& overrides) {
  auto text = read_text(file, file.string());
  if (!text.ok()) return text.faults();
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  return make({file.string(), std::move(text).value(), folder, file}, overrides);
}

Result<Scenario> Scenario::parse(std::string_view text, const std::string& name,
                                 const std::filesystem::path& folder, const Overrides& overrides) {
  return make({name, std::string(text.substr(0, kLargestFile + 1)), folder, {}}, overrides);
}

Result<Scenario> Scenario::with(const std::string& list, const std::string& entry) const {
  const std::string head = "\n" + list + ":\n";
  std::string text = resolved();
  std::size_t end = text.find(head);
  if (end == std::string::npos) {
    text += head.substr(1);
    end = text.size();
  } else {
    // The list goes as far as its lines are indented.
    end += head.size();
    while (end < text.size() && text[end] == ' ') end = text.find('\n', end) + 1;
  }
  text.insert(end, "  - " + entry + "\n");
  return parse(text, name() + " with " + entry, ".", {{}, days()});
}

const std::string& Scenario::name() const { return content_->name; }
std::uint64_t Scenario::seed() const { return content_->seed; }
int Scenario::days() const { return content_->days; }
int Scenario::reps() const { return static_cast<int>(content_->seats.size()); }
const std::vector<SeatLabel>& Scenario::seats() const { return content_->seats; }
const std::string& Scenario::resolved() const { return content_->resolved; }
const std::string& Scenario::digest() const { return content_->digest; }
const std::vector<std::string>& Scenario::given() const { return content_->given; }
std::vector<Setting> Scenario::settings(int day) const {
  const PolicySet& firm = model_->sets[static_cast<std::size_t>(in_force(*model_, day).firm_set)];
  return write_settings(firm.p, firm.quota);
}

std::vector<Setting> Scenario::settings(int day, int seat) const {
  const Epoch& now = in_force(*model_, day);
  const auto i = static_cast<std::size_t>(seat);
  const auto place = static_cast<std::size_t>(model_->seat_territory[i]);
  const PolicySet& own = model_->sets[static_cast<std::size_t>(now.seat_set[i])];
  const PolicySet& around = model_->sets[static_cast<std::size_t>(now.territory_set[place])];
  std::vector<Setting> out = write_settings(own.p, own.quota);
  const std::vector<Setting> there = write_settings(around.p, around.quota);
  std::size_t next = 0;
  for (const ParameterInfo& info : parameters())
    if (next < out.size() && out[next].path == info.path) {
      if (info.scope == "territory") out[next].value = there[next].value;
      ++next;
    }
  TerritorySpec territory;
  territory.potential = around.potential;
  territory.competitors = around.competitors;
  for (Setting& setting : write_territory(territory)) out.push_back(std::move(setting));
  return out;
}

std::vector<std::string> Scenario::plan(int day, int seat) const {
  const Epoch& now = in_force(*model_, day);
  const auto set = static_cast<std::size_t>(now.seat_set[static_cast<std::size_t>(seat)]);
  return write_plan(model_->plans[static_cast<std::size_t>(model_->sets[set].plan)].elements);
}

const Lesson* Scenario::lesson() const { return content_->lesson ? &*content_->lesson : nullptr; }

}  // namespace tandem
