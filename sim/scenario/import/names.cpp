// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/names.h"

#include "sim/scenario/import/text.h"

namespace tandem::crm {

void Warnings::add(const std::string& file, int row, const std::string& kind,
                   const std::string& detail) {
  const auto [place, fresh] = index_.try_emplace(file + '\n' + kind, groups_.size());
  if (fresh) groups_.push_back({file, kind, {}, 0});
  Group& group = groups_[place->second];
  if (++group.count <= 3)
    group.first.push_back(file + " row " + std::to_string(row) + ": " + detail);
}

void Warnings::add(const std::string& text) { groups_.push_back({{}, {}, {text}, 1}); }

std::vector<std::string> Warnings::lines() const {
  std::vector<std::string> lines;
  for (const Group& group : groups_) {
    lines.insert(lines.end(), group.first.begin(), group.first.end());
    const auto more = group.count - static_cast<std::int64_t>(group.first.size());
    if (more > 0)
      lines.push_back(group.file + ": " + count_of(more, "more row", "more rows") + " with " +
                      group.kind + ", " + grouped(group.count) + " in all");
  }
  return lines;
}

int NameTable::add(std::string_view name, const std::string& file, int row, bool listed) {
  if (blank(name)) return -1;
  const auto known = known_.find(name);
  if (known != known_.end()) {
    Spelling& spelling =
        spellings_[static_cast<std::size_t>(known->second.thing)][known->second.spelling];
    ++spelling.count;
    spelling.listed = spelling.listed || listed;
    return known->second.thing;
  }
  const auto [place, fresh] =
      keys_.try_emplace(name_key(name), static_cast<int>(spellings_.size()));
  if (fresh) spellings_.emplace_back();
  auto& spellings = spellings_[static_cast<std::size_t>(place->second)];
  known_.emplace(std::string(name), Place{place->second, spellings.size()});
  spellings.push_back({std::string(name), file, row, 1, listed});
  return place->second;
}

const std::string& NameTable::name(std::size_t i) const {
  const Spelling* best = &spellings_[i][0];
  for (const Spelling& spelling : spellings_[i])
    if (spelling.listed > best->listed ||
        (spelling.listed == best->listed && spelling.count > best->count))
      best = &spelling;
  return best->text;
}

bool NameTable::listed(std::size_t i) const {
  for (const Spelling& spelling : spellings_[i])
    if (spelling.listed) return true;
  return false;
}

std::vector<std::string> NameTable::names() const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < size(); ++i) names.push_back(name(i));
  return names;
}

}  // namespace tandem::crm
