// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

// What an import looks for, and the headers under which CRM programs export it.
namespace tandem::crm {

/// What a file is about.
enum class Kind { opportunities, accounts, products, people, unknown };
inline constexpr std::array<Kind, 4> kKinds{Kind::opportunities, Kind::accounts, Kind::products,
                                            Kind::people};
[[nodiscard]] std::string_view name_of(Kind kind);

enum class Content { text, date, money, words };

/// A field of a kind of file.
enum class FieldId {
  id,
  rep,
  product,
  account,
  stage,
  open_stage,
  created,
  closed,
  value,
  manager,
  office,
  sector,
  revenue,
  employees,
  location,
  series,
  price
};
inline constexpr std::size_t kFieldCount = 17;

struct FieldRow {
  FieldId id;
  Kind kind;
  std::string_view key;  ///< as in `--map`
  Content content;
  bool needed = false;      ///< an import without it is refused
  bool optional = false;    ///< left out with a note where two columns fit; else that is a fault
  std::string_view first;   ///< header keys that mean this field, parted by blanks
  std::string_view second;  ///< header keys that may mean it where no column has one of the first
};

/// Every field of every kind, in the order in which the mapping is printed.
[[nodiscard]] std::span<const FieldRow> field_rows();
[[nodiscard]] const FieldRow* field_row(Kind kind, FieldId id);
/// By the key of `--map`, in any case, with blanks, hyphens or underscores; nullptr = no such
/// field.
[[nodiscard]] const FieldRow* field_named(std::string_view key);
/// 2 if the header is among the first keys, 1 among the second, 0 else. "Deal - " or "Opportunity "
/// before and a currency behind a header are looked through.
[[nodiscard]] int header_match(const FieldRow& row, std::string_view header);

}  // namespace tandem::crm
