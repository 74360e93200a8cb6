// SPDX-License-Identifier: Apache-2.0
#include "tandem/world.h"

#include "sim/base/check.h"
#include "sim/base/hash.h"
#include "sim/day/day.h"
#include "sim/report/journal_book.h"
#include "sim/report/journal_text.h"
#include "sim/report/observer.h"
#include "sim/study/run_fields.h"
#include "tandem/record.h"

namespace tandem {

struct World::Content {
  Scenario scenario;
  std::shared_ptr<const Firm> shared;  ///< by copies; its model is the scenario's
  const Firm& firm;
  State state;
  Observer observer;
  std::shared_ptr<JournalBook> book;  // none: no journal is kept
  bool deals = false;

  explicit Content(Scenario chosen)
      : scenario(std::move(chosen)),
        shared(std::make_shared<const Firm>(scenario.model())),
        firm(*shared) {}
  Content(const Content& other)
      : scenario(other.scenario),
        shared(other.shared),
        firm(*shared),
        state(other.state),
        observer(other.observer),
        book(other.book ? std::make_shared<JournalBook>(*other.book) : nullptr),
        deals(other.deals) {}
};

void World::other_luck(std::uint32_t number) {
  State& state = content_->state;
  state.future = number;
  state.luck = luck_of(state.seed, state.replication, number);
}

World::World(Scenario scenario, std::uint64_t seed, std::uint32_t replication)
    : content_(std::make_unique<Content>(std::move(scenario))) {
  restart(seed, replication);
}
World::World(const World& other) : content_(std::make_unique<Content>(*other.content_)) {}
World& World::operator=(const World& other) {
  if (this != &other) content_ = std::make_unique<Content>(*other.content_);
  return *this;
}
World::World(World&&) noexcept = default;
World& World::operator=(World&&) noexcept = default;
World::~World() = default;

void World::restart(std::uint64_t seed, std::uint32_t replication) {
  start(content_->firm, content_->state, seed, replication);
  content_->observer.start(content_->firm.model, content_->deals);
  if (content_->book) {
    // Another book: the journal of the run before may still be read.
    content_->book = std::make_shared<JournalBook>();
    content_->book->start(content_->firm.model);
    content_->book->take(content_->firm.model, content_->state);
  }
  while (content_->state.day < 0) run_day();
}

void World::run_day() {
  try {
    tandem::run_day(content_->firm, content_->state);
  } catch (const BrokenInvariant& fault) {
    throw located(fault, content_->state.day);
  }
  content_->observer.see(content_->firm.model, content_->state);
  if (content_->book) content_->book->take(content_->firm.model, content_->state);
}

void World::keep_journal() {
  content_->book = std::make_shared<JournalBook>();
  content_->state.notes.on = true;
  restart(content_->state.seed, content_->state.replication);
}

Journal World::journal() const {
  if (!content_->book) throw std::logic_error("this world keeps no journal");
  return {content_->scenario, content_->book};
}

void World::undo(std::string_view id) {
  const Undone event = undoing(content_->firm.model, id);
  if (event.kind == NoteKind::change || event.kind == NoteKind::event) {
    // Policies in force are worked out once, before the run.
    const Scenario& all = content_->scenario;
    auto fresh =
        std::make_unique<Content>(event.kind == NoteKind::change ? all.without_change(event.entity)
                                                                 : all.without_event(event.entity));
    fresh->state.seed = content_->state.seed;
    fresh->state.replication = content_->state.replication;
    fresh->state.notes.on = content_->state.notes.on;
    fresh->state.undone = content_->state.undone;
    fresh->deals = content_->deals;
    if (content_->book) fresh->book = std::make_shared<JournalBook>();
    content_ = std::move(fresh);
  } else {
    content_->state.undone.push_back(event);
  }
  restart(content_->state.seed, content_->state.replication);
}

void World::run_to_end() {
  while (!finished()) run_day();
}

int World::day() const { return content_->state.day; }
bool World::finished() const { return content_->state.day >= content_->firm.model.days; }
std::uint64_t World::seed() const { return content_->state.seed; }
std::uint32_t World::replication() const { return content_->state.replication; }
std::uint64_t World::hash() const { return hash_of(content_->state); }
const Scenario& World::scenario() const { return content_->scenario; }
const State& World::state() const { return content_->state; }

RunRecord World::record(WatchDetail detail) const {
  RunRecord record = content_->observer.record(content_->firm.model, content_->state, detail);
  if (content_->book) record.journal = journal();
  return record;
}

void World::watch_deals() {
  content_->deals = true;
  content_->observer.start(content_->firm.model, true);
}

void World::write(std::string& bytes) const {
  record::Writer writer(bytes);
  writer(content_->state, content_->observer, content_->deals);
}

bool World::read(std::string_view bytes) {
  const Model& model = content_->firm.model;
  State state;
  Observer observer;
  bool deals = false;
  record::Reader reader(bytes);
  reader(state, observer, deals);
  if (!reader.ok() || reader.left() > 0) return false;
  // What is there now has the right shape: it is of the same scenario.
  record::Shape read, right;
  read(state, observer);
  right(content_->state, content_->observer);
  if (!(read == right) || state.day < 0 || state.day > model.days || state.epoch < 0 ||
      state.epoch >= static_cast<int>(model.epochs.size()))
    return false;
  content_->state = std::move(state);
  content_->observer = std::move(observer);
  content_->deals = deals;
  content_->book = nullptr;
  return true;
}

std::uint64_t World::layout() {
  record::Layout layout;
  layout(State{}, Observer{}, bool{});
  return layout.value();
}

std::string World::first_difference(const World& a, const World& b) {
  return tandem::first_difference(a.state(), b.state());
}

}  // namespace tandem
