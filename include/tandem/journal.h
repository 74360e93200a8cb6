// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tandem/scenario.h"

namespace tandem {

class JournalBook;

/// A sentence or a part of one that can be told in any language: an English pattern and what stands
/// at its places, or else a text. Patterns say which value stands where ("{0} quits after {1}"), so
/// that another language may put them in another order.
struct Phrase {
  std::string_view pattern = {};    ///< of journal_patterns(); empty: it is `text`
  std::vector<Phrase> values = {};  ///< of the places {0}, {1}, ... of the pattern
  std::string text = {};            ///< a name, a number, a note of the scenario, a word
  /// Which word the text is, where languages have their own: "stage.NAME", "event.KIND", "role.NAME",
  /// "plan.KIND" of pay, "parameter.PATH"; empty: it is the same in every language.
  std::string word = {};

  /// Tells it in words of one's own: `wording` gives, for the phrase itself and for each value in it,
  /// a pattern with the same places, or the text to show.
  [[nodiscard]] std::string told(const std::function<std::string(const Phrase&)>& wording) const;
  [[nodiscard]] std::string english() const;
};
/// Every pattern that a phrase of a journal can have, each once and in alphabetical order.
[[nodiscard]] std::vector<std::string_view> journal_patterns();

/// A decision or an event of a run, in plain words and with its reasons.
struct JournalEntry {
  std::string id;         ///< e.g. "quit:12:143": kind, whom it happened to, day; stable
  std::string_view kind;  ///< first part of the id
  std::string subject;    ///< second part: a seat or account by its number, a deal as ACCOUNT.N
  int day = 0;            ///< working day from 0; before the start negative
  int seat = -1;          ///< index of the seat it happened to, from 0; -1: none
  Phrase said;            ///< one sentence, for any language
  std::string text;       ///< the same in English
  double value = 0;       ///< what the kind is about: money, effort, hazard a day, days, attainment
  /// Where chance decided: yes if `luck` lay below `chance`.
  std::optional<double> chance, luck;
  std::vector<std::pair<std::string_view, double>> terms;  ///< named, in the order of the rule
  std::vector<std::size_t> causes;                         ///< places of earlier entries
  std::string_view undone;  ///< what is so in a run without it; empty: it cannot be undone
};

/// One kind of entry.
struct JournalKind {
  std::string_view id, subject;  ///< subject: seat, deal, account, topic, change or event
  std::string_view undone;       ///< as in JournalEntry
  bool decision = false;         ///< a rep's own, or its state of mind; all else is an event
};
[[nodiscard]] const std::vector<JournalKind>& journal_kinds();

/// What happened in a run from its start on. It grows with the world that keeps it, and is still
/// there when that has gone or started again.
class Journal {
 public:
  Journal(Scenario scenario, std::shared_ptr<const JournalBook> book);

  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] JournalEntry entry(std::size_t place) const;
  [[nodiscard]] const JournalKind& kind(std::size_t place) const;
  [[nodiscard]] int day(std::size_t place) const;
  /// A number for what an entry says: entries of two runs say the same if it is the same. Of a
  /// decision the terms count too, of an event only what came of it.
  [[nodiscard]] std::uint64_t key(std::size_t place) const;
  [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const;
  /// Places of the entries with the kind and subject, both as in an id; empty: any. In their order.
  [[nodiscard]] std::vector<std::size_t> about(std::string_view kind,
                                               std::string_view subject) const;
  /// Places of the entries of a seat on days `first` to `last`.
  [[nodiscard]] std::vector<std::size_t> of_seat(int seat, int first, int last) const;
  /// Places of the entries that name it as a cause, in their order.
  [[nodiscard]] std::vector<std::size_t> followed(std::size_t place) const;
  [[nodiscard]] const Scenario& scenario() const { return scenario_; }

 private:
  Scenario scenario_;
  std::shared_ptr<const JournalBook> book_;
};

}  // namespace tandem
