// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/import/starting_deals.h"

#include <map>

#include "sim/scenario/import/text.h"

namespace tandem::crm {

namespace {

std::string cell(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string result = "\"";
  for (const char c : text) result += c == '"' ? std::string("\"\"") : std::string(1, c);
  return result + "\"";
}

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
  deals.csv = "account,seat,product,value,stage,age,customer\n";
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
    std::string account, name;
    if (deal.account >= 0) {
      account = c.account_places[static_cast<std::size_t>(deal.account)];
      name = aliases.reveal(customer(book.accounts.name(static_cast<std::size_t>(deal.account))));
    }
    const auto product = products.find(deal.product);
    deals.csv += cell(account) + "," + cell(seat->second) + "," +
                 cell(product != products.end() ? product->second : "") + "," +
                 (deal.cents > 0 ? figure(static_cast<double>(deal.cents) / 100, 9) : "") + "," +
                 std::string(kStageNames[deal.stage]) + "," + figure(age * kWorkingPerCalendar, 4) +
                 "," + cell(name) + "\n";
    ++deals.rows;
  }
  return deals;
}

}  // namespace tandem::crm
