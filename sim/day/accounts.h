// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <limits>
#include <vector>

#include "sim/day/firm.h"

// The rates at which accounts bring opportunities, ask for service and are lost.
namespace tandem {

/// Clocks at zero, no events, no rates yet, for a firm of this size.
void reset_accounts(const Firm& firm, State& state);

/// Works out the rates of one account, after its satisfaction or a policy of its market changed.
void refresh_account(const Firm& firm, State& state, int account);

/// The account becomes a customer or a prospect: its opportunities run on the other clock.
void set_segment(const Firm& firm, State& state, int account, Segment segment);

/// A firm of so many seats lies out of the caches: who goes through them asks memory ahead for what the
/// next ones need.
constexpr int kLargeFirm = 256;

/// Asks memory for an account a while before it is used; for its dates, which a change of its rates moves.
void prefetch_account(const Firm& firm, const State& state, int account);
void prefetch_dates(const State& state, int account);

/// The firm loses a customer, who is a prospect again that remembers the firm, and nobody in it.
void drop_customer(const Firm& firm, State& state, int account);

/// A request is answered after so many days by the person in a seat, or by the service desk (-1), who
/// know so much of its topic: a good answer raises satisfaction, a poor or late one lowers it; being
/// there raises the relation to the person, or to the firm.
void answer_request(const Firm& firm, State& state, int account, int seat, std::uint32_t n,
                    double known, int days);

/// What a request is about, by a uniform of its own.
[[nodiscard]] int topic_of_request(const Model& model, int account, double luck);

/// The customer has given up waiting for an answer.
void disappoint(const Firm& firm, State& state, int account);

/// Demand in a territory today over what is usual: season, shocks and growth; so far its clock runs.
[[nodiscard]] double demand_of_day(const Firm& firm, const State& state, int territory);

/// Calls use(a) for each of a seat's accounts whose date has come, in their order, and brings `next`,
/// the earliest of all, up to date. `use` puts the date off and may move others.
template <class Use>
void each_due(const Firm& firm, const Large<double>& due, int seat, double clock, double& next,
              Use use) {
  constexpr double kNever = std::numeric_limits<double>::infinity();
  constexpr int kTogether = 4;
  const auto soonest = [&](int a, int n) {
    const double* const dates = &due[a];
    double least = dates[0];
    for (int k = 1; k < n; ++k) least = dates[k] < least ? dates[k] : least;
    return least;
  };
  next = kNever;  // `use` brings forward what it moves itself
  double earliest = kNever;
  const int end = firm.model.book_first[seat + 1];
  for (int a = firm.model.book_first[seat]; a < end; a += kTogether) {
    const int n = std::min(kTogether, end - a);
    double least = n == kTogether ? soonest(a, kTogether) : soonest(a, n);
    if (least <= clock) {
      for (int k = 0; k < n; ++k)
        if (due[a + k] <= clock) use(a + k);
      least = soonest(a, n);
    }
    earliest = least < earliest ? least : earliest;
  }
  next = std::min(next, earliest);
}

/// The earliest of these dates among a seat's accounts.
[[nodiscard]] double earliest(const Firm& firm, const Large<double>& due, int seat);

}  // namespace tandem
