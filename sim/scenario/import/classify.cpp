// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/classify.h"

#include <algorithm>

namespace tandem::crm {

namespace {

/// 3 if chosen by hand, else the best match of any header, 0..2.
int strength(const Table& table, const Options& options, Kind kind, FieldId id) {
  const FieldRow* row = field_row(kind, id);
  if (row == nullptr) return 0;
  if (const Choice* choice = choice_for(options, table, id); choice && !choice->column.empty())
    return 3;
  int best = 0;
  for (const std::string& header : table.header())
    best = std::max(best, header_match(*row, header));
  return best;
}

/// How much a table looks like opportunities: the sum over what makes them such.
struct Likeness {
  bool sure = false;
  int score = 0;
};

Likeness likeness(const Table& table, const Options& options) {
  const auto s = [&](FieldId id) { return strength(table, options, Kind::opportunities, id); };
  const int stage = s(FieldId::stage), closed = s(FieldId::closed), value = s(FieldId::value);
  const int created = s(FieldId::created), rep = s(FieldId::rep);
  const int core = (stage > 0) + (closed > 0) + (value > 0);
  const bool dated = closed > 0 || created > 0 || rep > 0;
  return {core >= 2 && dated, stage + closed + value + created + rep + s(FieldId::account)};
}

Kind detail_kind(const Table& table, const Options& options) {
  struct Shape {
    Kind kind;
    FieldId key;
    std::vector<FieldId> details;
  };
  const std::vector<Shape> shapes{
      {Kind::accounts,
       FieldId::account,
       {FieldId::sector, FieldId::revenue, FieldId::employees, FieldId::location}},
      {Kind::products, FieldId::product, {FieldId::series, FieldId::price}},
      {Kind::people, FieldId::rep, {FieldId::manager, FieldId::office}}};
  Kind best = Kind::unknown;
  int most = 0;
  for (const Shape& shape : shapes) {
    const int key = strength(table, options, shape.kind, shape.key);
    int details = 0;
    for (const FieldId id : shape.details) details += strength(table, options, shape.kind, id);
    if (key > 0 && details > 0 && key + details > most) {
      most = key + details;
      best = shape.kind;
    }
  }
  return best;
}

}  // namespace

std::vector<Kind> classify(const std::vector<Table>& tables, const Options& options) {
  std::vector<Kind> kinds;
  bool any = false;
  for (const Table& table : tables) {
    const bool sure = likeness(table, options).sure;
    kinds.push_back(sure ? Kind::opportunities : detail_kind(table, options));
    any = any || sure;
  }
  if (any) return kinds;
  std::size_t nearest = tables.size();
  int most = 0;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const int score = likeness(tables[i], options).score;
    const bool alone = tables.size() == 1;
    if ((kinds[i] == Kind::unknown || alone) && (score > most || alone)) {
      most = score;
      nearest = i;
    }
  }
  if (nearest < tables.size()) kinds[nearest] = Kind::opportunities;
  return kinds;
}

}  // namespace tandem::crm
