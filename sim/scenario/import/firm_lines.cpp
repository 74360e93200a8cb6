// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/firm_lines.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/scenario/import/text.h"
#include "sim/scenario/import/values.h"

namespace tandem::crm {

namespace {

constexpr std::size_t kMostProducts = 200, kMostTopics = 40, kMostTeams = 1000;
constexpr Day kAway = 182;  // days without a trace after which a rep is taken to have left

/// A name that no line has yet and that the scenario format takes.
template <class Line>
std::string unused_name(const std::vector<Line>& lines, const std::string& wanted) {
  std::string base = shown(trimmed(wanted), 80);
  base = std::string(trimmed(base));
  if (base.empty() || base == "all") base = "unnamed";
  std::string name = base;
  for (int n = 2;; ++n) {
    const auto same = [&name](const Line& line) { return line.name == name; };
    if (std::none_of(lines.begin(), lines.end(), same)) return name;
    name = base + " (" + std::to_string(n) + ")";
  }
}

std::string quartiles_of(const std::vector<double>& values) {
  return figure(quantile(values, 0.25)) + " / " + figure(quantile(values, 0.5)) + " / " +
         figure(quantile(values, 0.75));
}

std::string product_comment(const ProductFacts& facts, const ProductDetail* detail) {
  std::string says = count_of(static_cast<std::int64_t>(facts.won), "won", "won");
  if (detail && detail->cents != kNoValue) says += ", list price " + money_text(detail->cents);
  if (!facts.values.empty()) says += ", quartiles " + quartiles_of(facts.values);
  return says;
}

void add_product(Constants& c, const Book& book, const Facts& facts, std::size_t i) {
  const ProductFacts& product = facts.products[i];
  const ProductDetail* detail =
      product.product >= 0 ? &book.product_details[static_cast<std::size_t>(product.product)]
                           : nullptr;
  std::string name = "no product told";
  if (product.product >= 0)
    name = book.products.name(static_cast<std::size_t>(product.product));
  else if (facts.products.size() == 1)
    name = "deal";
  std::vector<ValueBand> bands = fit_values(product.values);
  if (bands.empty()) {
    const bool priced = detail && detail->cents != kNoValue && detail->cents > 0;
    bands = {{1, priced ? static_cast<double>(detail->cents) / 100 : mean(facts.values), 0.1}};
  }
  for (std::size_t band = 0; band < bands.size(); ++band) {
    ProductLine line;
    const bool several = bands.size() > 1;
    line.name =
        unused_name(c.products, name + (several ? ", size " + std::to_string(band + 1) : ""));
    line.price = std::clamp(bands[band].price, 0.01, 1e9);
    line.spread = std::min(bands[band].spread, 3.0);
    line.share = std::min(1e6, product.opportunities * bands[band].share);
    line.win = product.offset;
    line.facts = i;
    if (detail && !detail->series.empty())
      line.topic = detail->series;
    else if (product.product >= 0)
      line.topic = name;
    line.says = band == 0 ? product_comment(product, detail) : "";
    c.products.push_back(std::move(line));
  }
}

/// Offices and managers of the seats: who sells where under whom.
struct Place {
  int office = -1, manager = -1;
  auto operator<=>(const Place&) const = default;
};

std::string list_of_reps(const Book& book, const std::vector<int>& reps, const Aliases& aliases) {
  std::string names;
  for (std::size_t i = 0; i < reps.size() && i < 12; ++i)
    names += (i > 0 ? ", " : "") +
             aliases.reveal(person(book.reps.name(static_cast<std::size_t>(reps[i]))));
  return reps.size() > 12 ? names + ", ..." : names;
}

/// For each account the office whose reps it has most to do with.
std::map<int, int> office_of_accounts(const Book& book) {
  std::map<int, std::map<int, int>> counts;
  for (const Deal& deal : book.deals)
    if (deal.account >= 0 && deal.rep >= 0)
      ++counts[deal.account][book.rep_details[static_cast<std::size_t>(deal.rep)].office];
  std::map<int, int> offices;
  for (const auto& [account, by_office] : counts) {
    int most = 0;
    for (const auto& [office, count] : by_office)
      if (count > most) {
        most = count;
        offices[account] = office;
      }
  }
  return offices;
}

}  // namespace

void add_products(Constants& c, const Book& book, const Facts& facts) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < facts.products.size(); ++i) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&facts](std::size_t a, std::size_t b) {
    return facts.products[a].opportunities > facts.products[b].opportunities;
  });
  for (std::size_t n = 0; n < order.size() && n < kMostProducts; ++n)
    add_product(c, book, facts, order[n]);
  std::map<std::string, int> topics;
  for (const ProductLine& line : c.products)
    if (!line.topic.empty()) ++topics[shown(line.topic, 80)];
  const bool named = !topics.empty() && topics.size() <= kMostTopics && !topics.contains("all");
  for (ProductLine& line : c.products) line.topic = named ? shown(line.topic, 80) : "";
  if (named)
    for (const auto& [topic, lines] : topics) c.topics.push_back(topic);
  else
    c.topics = {"offer"};
}

void add_territories_and_teams(Constants& c, const Book& book, const Facts& facts,
                               const Aliases& aliases) {
  std::map<Place, std::vector<int>> places;
  for (const bool recent : {true, false}) {
    for (std::size_t rep = 0; rep < book.reps.size(); ++rep) {
      const RepFacts& f = facts.reps[rep];
      if (f.opportunities == 0 ||
          (recent && f.last_seen != kNoDay && f.last_seen < facts.last - kAway))
        continue;
      places[{book.rep_details[rep].office, book.rep_details[rep].manager}].push_back(
          static_cast<int>(rep));
    }
    if (!places.empty()) break;
  }
  if (places.empty()) places[{}] = {};
  std::map<int, double> accounts, arrivals;
  const std::map<int, int> homes = office_of_accounts(book);
  for (const auto& [account, office] : homes) accounts[office] += 1;
  for (const Deal& deal : book.deals)
    if (deal.rep >= 0) arrivals[book.rep_details[static_cast<std::size_t>(deal.rep)].office] += 1;
  c.accounts_told = !accounts.empty();
  std::map<int, std::string> names;
  for (const auto& [place, reps] : places) {
    if (names.contains(place.office)) continue;
    TerritoryLine line;
    const bool none = place.office < 0;
    const std::string office = none ? (book.offices.size() > 0 ? "no office told" : "market")
                                    : book.offices.name(static_cast<std::size_t>(place.office));
    line.name = names[place.office] = unused_name(c.territories, office);
    double seats = 0;
    for (const auto& [other, members] : places)
      if (other.office == place.office)
        seats += static_cast<double>(std::max<std::size_t>(1, members.size()));
    line.accounts = static_cast<int>(
        std::clamp(c.accounts_told ? accounts[place.office] : 10 * seats, 1.0, 1e6));
    line.says = count_of(static_cast<std::int64_t>(arrivals[place.office]), "opportunity",
                         "opportunities") +
                " in the file";
    line.potential = arrivals[place.office] / line.accounts;
    c.territories.push_back(std::move(line));
  }
  double all_arrivals = 0, all_accounts = 0;
  for (const TerritoryLine& line : c.territories) {
    all_arrivals += line.potential * line.accounts;
    all_accounts += line.accounts;
  }
  for (TerritoryLine& line : c.territories)
    line.potential = all_arrivals > 0
                         ? std::clamp(line.potential * all_accounts / all_arrivals, 0.01, 100.0)
                         : 1;
  for (const auto& [place, reps] : places) {
    if (c.teams.size() >= kMostTeams) break;
    TeamLine line;
    line.territory = names[place.office];
    const std::string manager =
        place.manager >= 0
            ? aliases.reveal(person(book.managers.name(static_cast<std::size_t>(place.manager))))
        : places.size() == 1 ? std::string("sales")
                             : "sales " + line.territory;
    line.name = unused_name(c.teams, manager);
    line.seats = static_cast<int>(std::clamp<std::size_t>(reps.size(), 1, 10000));
    line.reps = reps;
    line.says = list_of_reps(book, reps, aliases);
    c.teams.push_back(std::move(line));
  }
  c.account_places.resize(book.accounts.size());
  std::map<int, int> numbers;
  for (const auto& [account, office] : homes)
    if (names.contains(office))
      c.account_places[static_cast<std::size_t>(account)] =
          names[office] + "/" + std::to_string(++numbers[office]);
}

}  // namespace tandem::crm
