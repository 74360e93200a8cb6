// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/aliases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "sim/scenario/import/scenario_text.h"
#include "sim/scenario/import/starting_deals.h"
#include "tests/unit/import/exports.h"

namespace tandem::crm {
namespace {

/// Everything that an import writes, short of the simulation, as one text.
std::string all_texts(const std::string& name, bool alias) {
  const Loaded loaded = map_export(name);
  Book book = book_of(loaded);
  const Facts facts = std::move(facts_of(book)).value();
  Aliases aliases;
  if (alias) aliases = Aliases(book.reps.names(), book.managers.names(), book.accounts.names());
  Provenance from{"acme", mapping_lines(loaded.sources), reconciliation_lines(book, loaded.sources),
                  0, alias};
  for (auto* lines : {&from.mapping, &from.reconciliation})
    for (std::string& line : *lines) line = aliases.reveal(line);
  const Constants constants = constants_of(book, facts, aliases);
  std::string text =
      scenario_text(constants, facts, from) + starting_deals(constants, book, facts, aliases).csv;
  for (const auto* lines : {&from.mapping, &from.reconciliation})
    for (const std::string& line : *lines) text += line + "\n";
  for (const std::string& line : book.warnings.lines()) text += aliases.reveal(line) + "\n";
  return text;
}

/// Every spelling of every rep, manager and account of the export.
std::vector<std::string> names_in(const std::string& name) {
  const Book book = book_of(map_export(name));
  std::vector<std::string> names;
  for (const NameTable* table : {&book.reps, &book.managers, &book.accounts})
    for (std::size_t i = 0; i < table->size(); ++i)
      for (const NameTable::Spelling& s : table->spellings(i)) names.push_back(s.text);
  return names;
}

// With aliases no name of a person or customer is anywhere in what an import writes; without, they
// are there.
TEST(Aliases, LetNoNameSlip) {
  for (const char* name : {"iso", "german", "quirks"}) {
    const std::string with = all_texts(name, true), without = all_texts(name, false);
    const std::vector<std::string> names = names_in(name);
    ASSERT_GT(names.size(), 5u);
    std::size_t seen = 0;
    for (const std::string& n : names) {
      EXPECT_EQ(with.find(n), std::string::npos) << name << ": " << n;
      for (const std::string& word : {n.substr(0, n.find(' ')), n.substr(n.rfind(' ') + 1)})
        EXPECT_TRUE(word.size() < 5 || with.find(word) == std::string::npos)
            << name << ": " << word;
      seen += without.find(n) != std::string::npos;
    }
    EXPECT_GT(seen, names.size() / 2);
    EXPECT_NE(with.find("Rep 01"), std::string::npos);
  }
}

// Offices, products and stages are no persons: a reader needs them.
TEST(Aliases, KeepPlacesAndProducts) {
  const std::string with = all_texts("iso", true);
  for (const char* word : {"North", "South", "Relay Max", "Closed Lost", "Manager 1"})
    EXPECT_NE(with.find(word), std::string::npos) << word;
}

// The same names have the same aliases, in any order and spelling; the order says nothing about the
// alphabet.
TEST(Aliases, AreStableAndInNoTellingOrder) {
  const std::vector<std::string> names{"Ann Ax", "Bob Bo", "Cid Co", "Dan Du",
                                       "Eve El", "Fay Fo", "Gus Go"};
  const std::vector<std::string> turned(names.rbegin(), names.rend());
  const Aliases one(names, {}, {}), other(turned, {}, {});
  std::vector<std::string> aliases;
  for (const std::string& name : names) {
    EXPECT_EQ(one.reveal(person(name)), other.reveal(person(name)));
    aliases.push_back(one.reveal(person(name)));
  }
  EXPECT_EQ(one.reveal(person("ann-ax")), one.reveal(person("Ann Ax")));
  EXPECT_FALSE(std::is_sorted(aliases.begin(), aliases.end()));
  EXPECT_EQ(std::set<std::string>(aliases.begin(), aliases.end()).size(), names.size());
}

// A name that nobody listed is hidden too, and marks in a cell cannot break out of theirs.
TEST(Aliases, HideWhatTheyDoNotKnow) {
  const Aliases aliases({"Ann Ax"}, {}, {"Acorn"});
  EXPECT_EQ(aliases.reveal(person("Stranger")), "(hidden)");
  EXPECT_EQ(aliases.reveal(customer("Acorn") + "!"), "Customer 001!");
  EXPECT_EQ(aliases.reveal(secret("x@y.z")), "(hidden)");
  EXPECT_EQ(Aliases().reveal(person("a\x04"
                                    "b") +
                             customer("c")),
            "a bc");
}

}  // namespace
}  // namespace tandem::crm
