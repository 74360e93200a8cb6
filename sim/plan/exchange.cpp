// SPDX-License-Identifier: Apache-2.0
#include "sim/plan/exchange.h"

#include <algorithm>
#include <cstddef>

#include "sim/plan/settling.h"

namespace tandem {

double market_rate(const CompiledPlan& plan, int day) {
  if (plan.exchange < 0) return 1;
  const PayElement& e = plan.elements[static_cast<std::size_t>(plan.exchange)].says;
  double rate = e.fx_rate;
  for (const auto& [from, next] : e.fx_rates) {
    if (static_cast<double>(day) < from) break;
    rate = next;
  }
  return rate;
}

double average_rate(const CompiledPlan& plan, int first, int last) {
  if (last <= first) return market_rate(plan, last);
  double sum = 0;
  for (int day = first; day <= last; ++day) sum += market_rate(plan, day);
  return sum / (last - first + 1);
}

namespace settling {

double exchange_rate(const PayBook& book, const Firm& firm, int seat,
                     const CompiledElement* element, int first, int until) {
  const CompiledPlan& plan = plan_of(firm, seat);
  if (plan.exchange < 0) return 1;
  const PayElement& e = plan.elements[static_cast<std::size_t>(plan.exchange)].says;
  if (e.fx_at == PayElement::plan_rate) return e.fx_rate;
  if (e.fx_at == PayElement::period_average) return average_rate(plan, first, until);
  // At booking: each deal's own day, so the period's rate is the mean weighted by credit.
  if (element != nullptr && element->meter >= 0 &&
      meter_of(firm, element->meter).holder == Holder::seat) {
    const auto place =
        static_cast<std::size_t>(book.meter_first[static_cast<std::size_t>(element->meter)] + seat);
    const double credit = static_cast<double>(book.totals[place]);
    if (credit > 0) return book.booked_fx[place] / credit;
  }
  return market_rate(plan, until);
}

}  // namespace settling

}  // namespace tandem
