// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/starting_deals.h"

#include <cmath>
#include <map>

#include "sim/scenario/import/text.h"
#include "sim/scenario/write.h"

namespace tandem::crm {

namespace {

/// Where each rep sits: "TEAM/generalist/N".
std::map<int, std::string> seats_of(const Constants& c) {
  std::map<int, std::string> seats;
  for (const TeamLine& team : c.teams)
    for (std::size_t i = 0; i < team.reps.size(); ++i)
      seats[team.reps[i]] = team.name + "/generalist/" + std::to_string(i + 1);
  return seats;
}

}  // namespace

StartingDeals starting_deals(const Constants& c, const Book& book, const Facts& facts,
                             const Aliases& aliases) {
  StartingDeals deals;
  deals.csv = open_deals_header() + "\n";
  const std::map<int, std::string> seats = seats_of(c);
  std::map<int, std::string> products;  // the first band stands for a product of several
  for (const ProductLine& line : c.products)
    products.try_emplace(facts.products[line.facts].product, line.name);
  for (const Deal& deal : book.deals) {
    if (deal.outcome != Outcome::open) continue;
    const auto seat = seats.find(deal.rep);
    const double age = deal.created == kNoDay ? 0 : facts.last - deal.created;
    if (seat == seats.end() || age < 0 || (facts.oldest > 0 && age > facts.oldest)) {
      ++deals.left_out;
      continue;
    }
    OpenDealSpec row;
    row.seat = seat->second;
    if (deal.account >= 0) {
      const auto account = static_cast<std::size_t>(deal.account);
      row.account = c.account_places[account];
      row.customer = aliases.reveal(customer(book.accounts.name(account)));
    }
    if (const auto product = products.find(deal.product); product != products.end())
      row.product = product->second;
    if (deal.cents > 0) row.value = static_cast<double>(deal.cents) / 100;
    row.stage = deal.stage;
    row.age = std::round(100 * age * kWorkingPerCalendar) / 100;
    deals.csv += open_deals_row(row) + "\n";
    ++deals.rows;
  }
  return deals;
}

}  // namespace tandem::crm
