// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "sim/report/journal_text.h"
#include "sim/state/deals.h"

namespace tandem {

namespace {

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Place of what `text` numbers from 1, below `n`.
std::uint64_t place(std::string_view text, std::size_t n, const char* of) {
  const auto number = whole_number(text);
  if (!number || *number < 1 || *number > static_cast<std::int64_t>(n))
    throw std::invalid_argument("\"" + std::string(text) + "\" is no " + of + ": 1 .. " +
                                std::to_string(n) + " are");
  return static_cast<std::uint64_t>(*number - 1);
}

std::uint64_t account_place(const Model& model, std::string_view text) {
  const auto number =
      static_cast<int>(place(text, static_cast<std::size_t>(model.accounts), "account")) + 1;
  return static_cast<std::uint64_t>(std::ranges::find(model.account_number, number) -
                                    model.account_number.begin());
}

/// "817", "817.3" or "817.3.2": two numbers of a deal, then perhaps a part.
struct Numbers {
  std::string_view first, second;
  int part = 0;
};
Numbers numbers(std::string_view text, bool deal) {
  Numbers out;
  const auto cut = [&](std::string_view& rest) {
    const auto dot = rest.find('.');
    const std::string_view head = rest.substr(0, dot);
    rest = dot == std::string_view::npos ? std::string_view() : rest.substr(dot + 1);
    return head;
  };
  std::string_view rest = text;
  out.first = cut(rest);
  if (deal) out.second = cut(rest);
  if (!rest.empty()) {
    const auto part = whole_number(rest);
    if (!part || *part < 1 || *part > 1'000'000'000)
      throw std::invalid_argument("\"" + std::string(text) +
                                  "\" names nothing: its last part is no number");
    out.part = static_cast<int>(*part);
  }
  return out;
}

std::uint64_t deal_of(const Model& model, const Numbers& numbers) {
  const auto n = whole_number(numbers.second);
  if (!n || *n < 1)
    throw std::invalid_argument("\"" + std::string(numbers.first) +
                                "\" is no deal: write ACCOUNT.N, as 817.3");
  return deal_id(model.account[account_place(model, numbers.first)].id,
                 static_cast<std::uint32_t>(*n - 1));
}

}  // namespace

std::optional<EventId> parse_event(std::string_view id) {
  const auto first = id.find(':'), last = id.rfind(':');
  if (first == std::string_view::npos || first == last) return std::nullopt;
  const auto day = whole_number(id.substr(last + 1));
  if (!day || *day < -1'000'000 || *day > 1'000'000) return std::nullopt;
  return EventId{id.substr(0, first), id.substr(first + 1, last - first - 1),
                 static_cast<int>(*day)};
}

Undone undoing(const Model& model, std::string_view text) {
  const auto id = parse_event(text);
  if (!id)
    throw std::invalid_argument("\"" + std::string(text) +
                                "\" is no event: write KIND:WHO:DAY, as quit:12:143");
  const auto row = std::ranges::find(kNotes, id->kind, &NoteInfo::id);
  if (row == kNotes.end() || row->undone.empty()) {
    std::string kinds;
    for (const NoteInfo& info : kNotes)
      if (!info.undone.empty()) kinds += (kinds.empty() ? "" : ", ") + std::string(info.id);
    throw std::invalid_argument("\"" + std::string(id->kind) + "\" cannot be undone: " + kinds +
                                " can");
  }
  const Numbers subject = numbers(id->subject, row->subject == Subject::deal);
  Undone undone{static_cast<NoteKind>(row - kNotes.begin()), 0, subject.part, id->day};
  switch (row->subject) {
    case Subject::seat:
      undone.entity = place(subject.first, static_cast<std::size_t>(model.seats), "seat");
      break;
    case Subject::deal:
      undone.entity = deal_of(model, subject);
      break;
    case Subject::account:
      undone.entity = account_place(model, subject.first);
      break;
    case Subject::topic:
      undone.entity = place(subject.first, static_cast<std::size_t>(model.topics), "topic");
      break;
    case Subject::change:
      undone.entity = place(subject.first, model.spec.changes.size(), "change");
      break;
    case Subject::event:
      undone.entity = place(subject.first, model.spec.events.size(), "event");
      break;
  }
  return undone;
}

}  // namespace tandem
