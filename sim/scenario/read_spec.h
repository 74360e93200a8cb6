// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "sim/model/spec.h"
#include "sim/scenario/nearest.h"
#include "sim/scenario/reader.h"

// The sections of a scenario file, each read into its part of the Spec and checked against the
// names that the others bring.
namespace tandem {

/// Top-level keys that are no parameters, in the order in which a file lists them.
[[nodiscard]] std::span<const std::string_view> root_keys();

/// Reads the whole tree; what is wrong with it is in reader.faults. `name` is taken where the file
/// gives none, `dates_to` is the last day that a change or event may name beside the horizon's.
[[nodiscard]] Spec read_spec(Reader& reader, const Node& root, const std::string& name,
                             double dates_to);

/// Names that other sections may use. Not sound: some name could not be read, so a name that is not
/// there may be that one and is passed over.
struct Names {
  std::vector<std::string> topics, products, territories, teams, plans;
  bool sound = true;
};

// The parts, in the order in which they are read.
void read_lists(Reader& reader, const Node& root, Spec& spec, Names& names);
[[nodiscard]] std::vector<PayElement> read_plan(Reader& reader, const Node& node,
                                                const std::string& path, const Names& names);
void read_plans(Reader& reader, const Node& root, Spec& spec, Names& names);
void read_teams(Reader& reader, const Node& root, Spec& spec, Names& names);
void read_changes(Reader& reader, const Node& root, double last_day, Spec& spec,
                  const Names& names);
void read_open_deals(Reader& reader, const Node& root, Spec& spec, const Names& names);
void read_events(Reader& reader, const Node& root, double last_day, Spec& spec, const Names& names);

/// A name a person gave to something: not empty, one line, not used before, not reserved.
bool check_name(Reader& reader, const Node& named, const std::string& path,
                std::vector<std::string>& used);

/// Is `name` one of `known`? A fault if not, unless some names could not be read.
bool check_known(Reader& reader, const Node& node, const std::string& path, std::string_view what,
                 const std::vector<std::string>& known, const Names& names);

/// "A/closer/2", the second seat of this role in this team: is there one?
[[nodiscard]] bool is_seat(const Spec& spec, std::string_view label);
/// Labels near a mistyped one: those of the firm's first thousand seats.
[[nodiscard]] std::vector<std::string> seat_labels(const Spec& spec);

/// In an entry of a list, the member whose key is one of `kinds` says what the entry is; its place
/// among them goes to `kind`. Null: none or several, a fault. A mistyped kind is the first key that
/// no entry has.
template <class S>
const Member* find_kind(Reader& reader, const Node& map, const std::string& path,
                        const std::vector<std::string>& kinds, const std::string& what,
                        const std::string& entry, int& kind) {
  const Member* found = nullptr;
  for (const Member& member : map.members) {
    const auto at = std::find(kinds.begin(), kinds.end(), member.key);
    if (at == kinds.end()) continue;
    if (found != nullptr) {
      reader.fault(
          member.key_place, path_join(path, member.key),
          "a second kind of " + what + " in one " + entry + ", beside " + shown(found->key),
          "one kind in each " + entry + " of the list");
      return nullptr;
    }
    found = &member;
    kind = static_cast<int>(at - kinds.begin());
  }
  if (found != nullptr) return found;
  for (const Member& member : map.members) {
    if (find_field<S>(member.key) != nullptr) continue;
    reader.fault(member.key_place, path_join(path, member.key),
                 shown(member.key) + " is not a kind of " + what, one_of(kinds),
                 nearest(member.key, kinds));
    return nullptr;
  }
  reader.fault(map.place, path, "the " + entry + " names no kind of " + what, one_of(kinds));
  return nullptr;
}

/// Whole working days from 0 to `last`.
void check_day(Reader& reader, const Node& map, std::string_view key, const std::string& path,
               double day, double last);

/// The lists that a file may leave out, as a file would say them.
[[nodiscard]] const Node& default_lists();

}  // namespace tandem
