// SPDX-License-Identifier: Apache-2.0
#include "tandem/journal.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/base/hash.h"
#include "sim/model/pay_plan.h"
#include "sim/report/journal_book.h"
#include "sim/report/journal_text.h"

namespace tandem {

namespace {

constexpr std::string_view kSubjects[] = {"seat", "deal", "account", "topic", "change", "event"};

std::string subject_of(const Model& model, const Note& note) {
  switch (info(note.kind).subject) {
    case Subject::seat:
      return std::to_string(note.seat + 1);
    case Subject::deal:
      return deal_name(model, note.account, note.deal);
    case Subject::account:
      return std::to_string(model.account_number[note.account]);
    default:
      return std::to_string(note.number + 1);
  }
}

std::string id_of(const Model& model, const Note& note) {
  const std::string part = note.part > 0 ? fmt::format(".{}", note.part) : "";
  return fmt::format("{}:{}{}:{}", info(note.kind).id, subject_of(model, note), part, note.day);
}

bool by_chance(const Note& note) {
  return note.kind == NoteKind::passed || note.kind == NoteKind::won || note.kind == NoteKind::lost;
}

}  // namespace

const std::vector<JournalKind>& journal_kinds() {
  static const std::vector<JournalKind> all = [] {
    std::vector<JournalKind> kinds;
    kinds.reserve(std::size(kNotes));
    for (const NoteInfo& row : kNotes)
      kinds.push_back(
          {row.id, kSubjects[static_cast<std::size_t>(row.subject)], row.undone, row.decision});
    return kinds;
  }();
  return all;
}

Journal::Journal(Scenario scenario, std::shared_ptr<const JournalBook> book)
    : scenario_(std::move(scenario)), book_(std::move(book)) {}

std::size_t Journal::size() const { return book_->notes().size(); }

JournalEntry Journal::entry(std::size_t place) const {
  const Note& note = book_->notes().at(place);
  const Model& model = scenario_.model();
  JournalEntry entry;
  entry.kind = info(note.kind).id;
  entry.subject = subject_of(model, note);
  entry.day = note.day;
  entry.id = id_of(model, note);
  entry.seat = note.seat;
  entry.said = sentence(model, note);
  entry.text = entry.said.english();
  entry.value = note.value;
  if (by_chance(note)) {
    entry.chance = note.chance;
    entry.luck = note.luck;
  }
  for (const Term& term : book_->terms(place)) entry.terms.emplace_back(term.name, term.value);
  for (const std::uint32_t cause : book_->causes(place)) entry.causes.push_back(cause);
  entry.undone = info(note.kind).undone;
  return entry;
}

std::vector<std::size_t> Journal::about(std::string_view kind, std::string_view subject) const {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < size(); ++i) {
    const Note& note = book_->notes()[i];
    if ((kind.empty() || info(note.kind).id == kind) &&
        (subject.empty() || subject_of(scenario_.model(), note) == subject))
      places.push_back(i);
  }
  return places;
}

std::optional<std::size_t> Journal::find(std::string_view text) const {
  const auto id = parse_event(text);
  if (!id) return std::nullopt;
  for (std::size_t i = 0; i < size(); ++i) {
    const Note& note = book_->notes()[i];
    if (note.day == id->day && info(note.kind).id == id->kind &&
        id_of(scenario_.model(), note) == text)
      return i;
  }
  return std::nullopt;
}

std::vector<std::size_t> Journal::of_seat(int seat, int first, int last) const {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < size(); ++i) {
    const Note& note = book_->notes()[i];
    if (note.seat == seat && note.day >= first && note.day <= last) places.push_back(i);
  }
  return places;
}

std::vector<std::size_t> Journal::followed(std::size_t place) const {
  std::vector<std::size_t> places;
  for (std::size_t i = place + 1; i < size(); ++i)
    if (std::ranges::find(book_->causes(i), place) != book_->causes(i).end()) places.push_back(i);
  return places;
}

const JournalKind& Journal::kind(std::size_t place) const {
  return journal_kinds()[static_cast<std::size_t>(book_->notes().at(place).kind)];
}
int Journal::day(std::size_t place) const { return book_->notes().at(place).day; }

std::uint64_t Journal::key(std::size_t place) const {
  const Note& note = book_->notes().at(place);
  const Model& model = scenario_.model();
  Hasher hasher;
  hasher.add(note.kind);
  hasher.add(note.deal);
  hasher.add(note.seat >= 0 ? model.seat_id[note.seat] : 0);
  hasher.add(note.account >= 0 ? model.account[note.account].id : 0);
  hasher.add(note.number);
  hasher.add(note.value);
  if (info(note.kind).decision)
    for (const Term& term : book_->terms(place)) hasher.add(term.value);
  return hasher.value();
}

}  // namespace tandem
