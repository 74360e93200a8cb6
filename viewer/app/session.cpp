// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/session.h"

#include <algorithm>
#include <atomic>

namespace tandem::viewer {

namespace {

Fault refusal(std::string message, std::string expected) {
  Fault fault;
  fault.message = std::move(message);
  fault.expected = std::move(expected);
  return fault;
}

/// Of runs and their versions: never the same for two, whatever has been opened since, so that what
/// is kept of one (pictures, histories) is not taken for another's.
std::uint64_t new_number() {
  static std::atomic<std::uint64_t> next{1};
  return next++;
}

/// "pricing.discount=10%" as the `set` of a change.
std::optional<std::string> change_of(const std::string& setting, int day) {
  const auto equals = setting.find('=');
  if (equals == std::string::npos || equals == 0) return std::nullopt;
  const std::string value = setting.substr(equals + 1);
  return "{at: " + std::to_string(day) + "d, set: {" + setting.substr(0, equals) + ": " + value +
         "}}";
}

/// Does an entry in flow style, "{...}", say itself when it comes? Keys of maps within it do not count.
bool has_date(const std::string& entry) {
  int depth = 0;
  bool key_begins = false;
  for (std::size_t i = 0; i < entry.size(); ++i) {
    const char c = entry[i];
    if (key_begins && depth == 1 && entry.compare(i, 3, "at:") == 0) return true;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    key_begins = c == '{' || c == ',' || (key_begins && c == ' ');
  }
  return false;
}

/// The entry with its date in front if it has none.
std::string dated(const std::string& entry, int day) {
  if (has_date(entry)) return entry;
  const auto open = entry.find('{');
  const std::string date = "at: " + std::to_string(day) + "d";
  if (open == std::string::npos) return "{" + date + ", " + entry + "}";
  return entry.substr(0, open + 1) + date + ", " + entry.substr(open + 1);
}

}  // namespace

std::vector<std::string> Run::without() const {
  std::vector<std::string> ids;
  for (const Edit& edit : edits)
    if (edit.kind == Edit::without) ids.push_back(edit.text);
  return ids;
}

Session::Session(Scenario first, std::filesystem::path file, std::uint32_t replication)
    : seed_(first.seed()), replication_(replication) {
  open(std::move(first), std::move(file));
}

const Run* Session::find(int id) const {
  const auto found = std::ranges::find(runs_, id, &Run::id);
  return found == runs_.end() ? nullptr : &*found;
}

Run& Session::at(int id) { return *std::ranges::find(runs_, id, &Run::id); }

int Session::open(Scenario scenario, std::filesystem::path file) {
  Run run;
  run.id = static_cast<int>(new_number());
  run.name = scenario.name();
  run.file = std::move(file);
  run.origin = std::make_shared<const Scenario>(std::move(scenario));
  run.scenario = run.origin;
  run.version = new_number();
  runs_.push_back(run);
  if (shown_.size() < kShown) shown_.push_back(run.id);
  if (runs_.size() == 1) active_ = run.id;
  return run.id;
}

int Session::branch(int of, int day, const std::string& name) {
  Run run = at(of);
  run.parent = of;
  run.id = static_cast<int>(new_number());
  run.from = std::clamp(day, 0, days());
  run.name = name.empty() ? run.origin->name() + " / " + std::to_string(++branches_) : name;
  run.inherited = run.edits.size();
  run.undone.clear();
  run.version = new_number();
  runs_.push_back(run);
  if (shown_.size() == kShown) shown_.pop_back();
  shown_.push_back(run.id);
  active_ = run.id;
  return run.id;
}

Result<std::shared_ptr<const Scenario>> Session::play(const Scenario& origin,
                                                      const std::vector<Edit>& edits) {
  Scenario scenario = origin;
  for (const Edit& edit : edits) {
    if (edit.kind == Edit::without) continue;
    auto next = scenario.with(edit.kind == Edit::event ? "events" : "changes", edit.text);
    if (!next) return next.faults();
    scenario = std::move(next).value();
  }
  return std::make_shared<const Scenario>(std::move(scenario));
}

Result<int> Session::edit(int id, const Edit& edit) {
  std::vector<Edit> edits = at(id).edits;
  edits.push_back(edit);
  auto scenario = play(*at(id).origin, edits);
  if (!scenario) return scenario.faults();
  if (at(id).parent < 0) id = branch(id, edit.day, edit.says);
  Run& run = at(id);
  run.edits = std::move(edits);
  run.scenario = std::move(scenario).value();
  run.undone.clear();
  run.version = new_number();
  return id;
}

Result<int> Session::set(int run, int day, const std::string& setting) {
  const auto text = change_of(setting, day);
  if (!text)
    return refusal("\"" + setting + "\" is no setting", "KEY=VALUE, e.g. pricing.discount=10%");
  std::string says = setting;
  says.replace(says.find('='), 1, " = ");
  return edit(run, {Edit::change, *text, day, says});
}

Result<int> Session::add(int run, int day, const std::string& list, const std::string& entry) {
  return edit(run, {list == "events" ? Edit::event : Edit::change, dated(entry, day), day, entry});
}

Result<int> Session::leave_out(int run, int day, const std::string& id) {
  return edit(run, {Edit::without, id, day, id});
}

bool Session::undo(int id) {
  Run& run = at(id);
  if (run.edits.size() <= run.inherited) return false;
  run.undone.push_back(run.edits.back());
  run.edits.pop_back();
  run.scenario = play(*run.origin, run.edits).value();
  run.version = new_number();
  return true;
}

bool Session::redo(int id) {
  Run& run = at(id);
  if (run.undone.empty()) return false;
  run.edits.push_back(run.undone.back());
  run.undone.pop_back();
  run.scenario = play(*run.origin, run.edits).value();
  run.version = new_number();
  return true;
}

bool Session::drop(int id) {
  const Run* run = find(id);
  if (run == nullptr || run->parent < 0) return false;
  const int parent = run->parent;
  while (true) {  // those that came from it first
    const auto child = std::ranges::find(runs_, id, &Run::parent);
    if (child == runs_.end()) break;
    drop(child->id);
  }
  std::erase(shown_, id);
  std::erase_if(runs_, [&](const Run& each) { return each.id == id; });
  if (active_ == id) active_ = parent;
  if (shown_.empty()) shown_.push_back(parent);
  return true;
}

bool Session::show(int id) {
  if (find(id) == nullptr) return false;
  if (std::ranges::find(shown_, id) != shown_.end()) return true;
  if (shown_.size() == kShown) return false;
  shown_.push_back(id);
  return true;
}

bool Session::hide(int id) {
  if (shown_.size() < 2) return false;
  const bool was = std::erase(shown_, id) > 0;
  if (was && active_ == id) active_ = shown_.front();
  return was;
}

void Session::activate(int id) {
  if (find(id) == nullptr) return;
  active_ = id;
  if (std::ranges::find(shown_, id) == shown_.end()) {
    if (shown_.size() == kShown) shown_.pop_back();
    shown_.push_back(id);
  }
}

void Session::swap() {
  if (shown_.size() > 1) std::swap(shown_[0], shown_[1]);
}

void Session::luck(std::uint64_t seed, std::uint32_t replication) {
  seed_ = seed;
  replication_ = replication;
  for (Run& run : runs_) run.version = new_number();
}

bool Session::changed() const {
  return std::ranges::any_of(runs_, [](const Run& run) { return run.parent >= 0; });
}

std::string Session::script() const {
  std::string out;
  for (const Run& run : runs_) {
    if (run.parent < 0) continue;
    const auto place = [&](int id) {
      return std::to_string(std::ranges::find(runs_, id, &Run::id) - runs_.begin() + 1);
    };
    out += "active " + place(run.parent) + "\ngoto day " + std::to_string(run.from) + "\nbranch " +
           run.name + "\n";
    for (std::size_t i = run.inherited; i < run.edits.size(); ++i) {
      const Edit& edit = run.edits[i];
      out += "goto day " + std::to_string(edit.day) + "\n";
      if (edit.kind == Edit::without)
        out += "without " + edit.text + "\n";
      else
        out += (edit.kind == Edit::event ? "event " : "change ") + edit.text + "\n";
    }
  }
  return out;
}

}  // namespace tandem::viewer
