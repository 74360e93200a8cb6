// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/figures.h"

#include <algorithm>
#include <array>

#include "sim/scenario/import/text.h"

namespace tandem::crm {

namespace {

constexpr std::array<const char*, 5> kNames{"q10", "q25", "median", "q75", "q90"};

/// One list of figures for both sides: `add(name, unit, promised, value)` is called in the order
/// shown.
template <class Add>
void each_figure(const Sample& s, const Facts& facts, const std::vector<std::string>& products,
                 Add add) {
  const double decided = std::max(1.0, s.won + s.lost);
  add("arrivals", "1/d", true, s.arrivals / s.days);
  add("win rate", "share", true, s.won / decided);
  if (!facts.won_cycles.empty()) {
    add("won cycle, mean", "calendar d", true, mean(s.won_cycles));
    add("won cycle, median", "calendar d", true, quantile(s.won_cycles, 0.5));
  }
  add("deal value, mean", "money", true, mean(s.values));
  for (std::size_t i = 0; i < facts.products.size(); ++i) {
    if (facts.products[i].values.empty()) continue;
    for (const std::size_t q : {1u, 2u, 3u})
      add(products[i] + ", " + kNames[q], "money", true,
          quantile(s.product_values[i], kShownShares[q]));
  }
  for (std::size_t q = 0; q < kNames.size(); ++q)
    if (q != 2 && !facts.won_cycles.empty())
      add(std::string("won cycle, ") + kNames[q], "calendar d", false,
          quantile(s.won_cycles, kShownShares[q]));
  if (!facts.lost_cycles.empty()) {
    add("lost cycle, mean", "calendar d", false, mean(s.lost_cycles));
    for (std::size_t q = 0; q < kNames.size(); ++q)
      add(std::string("lost cycle, ") + kNames[q], "calendar d", false,
          quantile(s.lost_cycles, kShownShares[q]));
  }
  for (std::size_t q = 0; q < kNames.size(); ++q)
    add(std::string("deal value, ") + kNames[q], "money", false,
        quantile(s.values, kShownShares[q]));
  for (std::size_t i = 0; i < facts.products.size(); ++i)
    if (!facts.products[i].values.empty())
      add(products[i] + ", mean", "money", false, mean(s.product_values[i]));
  add("arrivals, whole window", "1/d", false, s.arrivals / s.days);
  add("won", "1/d", false, s.won / s.days);
  add("won value", "money/d", false, mean(s.values) * s.won / s.days);
}

}  // namespace

void Sample::sort() {
  std::sort(won_cycles.begin(), won_cycles.end());
  std::sort(lost_cycles.begin(), lost_cycles.end());
  std::sort(values.begin(), values.end());
  for (auto& v : product_values) std::sort(v.begin(), v.end());
}

std::vector<ImportFigure> figures_of_file(const Facts& facts, const Book& book) {
  Sample file;
  file.won_cycles = facts.won_cycles;
  file.lost_cycles = facts.lost_cycles;
  file.values = facts.values;
  std::vector<std::string> names;
  for (const ProductFacts& product : facts.products) {
    file.product_values.push_back(product.values);
    names.push_back(product.product >= 0
                        ? shown(book.products.name(static_cast<std::size_t>(product.product)))
                    : facts.products.size() == 1 ? std::string("all deals")
                                                 : std::string("no product told"));
  }
  std::vector<ImportFigure> figures;
  file.days = 1;
  file.arrivals = facts.arrivals;
  file.won = facts.won;
  file.lost = facts.lost;
  each_figure(file, facts, names,
              [&](const std::string& name, const char* unit, bool promised, double value) {
                figures.push_back({name, unit, value, 0, promised});
                if (name == "arrivals, whole window") figures.back().in_file = facts.arrivals_whole;
                if (name == "won") figures.back().in_file = facts.won_a_day;
                if (name == "won value")
                  figures.back().in_file = facts.won_a_day * mean(facts.values);
              });
  return figures;
}

std::vector<double> figures_of_sample(const Sample& sample, const Facts& facts) {
  std::vector<double> values;
  const std::vector<std::string> unnamed(facts.products.size());
  each_figure(sample, facts, unnamed, [&](const std::string&, const char*, bool, double value) {
    values.push_back(value);
  });
  return values;
}

}  // namespace tandem::crm
