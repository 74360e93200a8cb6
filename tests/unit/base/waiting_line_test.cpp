// SPDX-License-Identifier: Apache-2.0
#include "sim/base/waiting_line.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace tandem {
namespace {

// Erlang's C as printed: (A^n / n!) (n / (n - A)) over sum_{k<n} A^k / k! plus the same.
double erlang_c(int n, double load) {
  double term = 1, below = 0;
  for (int k = 0; k < n; ++k) {
    below += term;
    term *= load / (k + 1);
  }
  const double waiting = term * n / (n - load);
  return waiting / (below + waiting);
}

TEST(WaitingLine, WithoutGivingUpIsErlangC) {
  for (const int n : {1, 2, 5, 12, 60})
    for (const double use : {0.05, 0.5, 0.8, 0.97}) {
      const WaitingLine line = waiting_line(n, use * n, 6, 0);
      const double c = erlang_c(n, use * n);
      EXPECT_NEAR(line.waits, c, 1e-12 + 1e-10 * c);
      EXPECT_NEAR(line.wait, c * 6 / (n - use * n), 1e-10 * (1 + line.wait));
      EXPECT_EQ(line.lost, 0);
    }
  // One server: rho / (1 - rho) services.
  EXPECT_NEAR(waiting_line(1, 0.8, 3, 0).wait, 0.8 / 0.2 * 3, 1e-12);
  EXPECT_TRUE(std::isinf(waiting_line(3, 3, 1, 0).wait));
}

// A slow oracle: the stationary law of the chain, state by state, with its balance of flows.
TEST(WaitingLine, WithPatienceIsTheStationaryLawOfItsChain) {
  for (const int n : {1, 4, 15})
    for (const double use : {0.3, 0.9, 1.0, 1.6})
      for (const double patience : {0.5, 4.0, 30.0}) {
        const double service = 5, load = use * n, arrivals = load / service;
        std::vector<double> chance{1};
        double all = 1;
        for (int k = 1; k < 4000; ++k) {
          const double leaving = std::min(k, n) / service + (k > n ? (k - n) / patience : 0.0);
          chance.push_back(chance.back() * arrivals / leaving);
          all += chance.back();
          if (all > 1e250) {
            for (double& c : chance) c /= 1e250;
            all /= 1e250;
          }
        }
        double waits = 0, waiters = 0;
        for (int k = n; k < 4000; ++k) {
          waits += chance[static_cast<std::size_t>(k)] / all;
          waiters += (k - n) * chance[static_cast<std::size_t>(k)] / all;
        }
        const WaitingLine line = waiting_line(n, load, service, patience);
        EXPECT_NEAR(line.waits, waits, 1e-9);
        EXPECT_NEAR(line.wait, waiters / arrivals, 1e-9 * (1 + line.wait));
        EXPECT_NEAR(line.lost, waiters / patience / arrivals, 1e-9);
      }
}

// The more patient they are, the nearer to Erlang's C; an overrun line loses what it cannot serve.
TEST(WaitingLine, TendsToItsLimits) {
  const WaitingLine never = waiting_line(8, 6.8, 1, 0), hardly = waiting_line(8, 6.8, 1, 1e5);
  EXPECT_NEAR(hardly.wait / never.wait, 1, 1e-3);
  EXPECT_LT(hardly.lost, 1e-4);
  EXPECT_NEAR(waiting_line(10, 1000, 0.1, 8).lost, 0.99, 1e-6);
  EXPECT_EQ(waiting_line(0, 2, 1, 3).lost, 1);
  EXPECT_EQ(waiting_line(5, 0, 1, 3).wait, 0);
}

// EVIDENCE B4: n servers who share one line wait less than n lines of one each.
TEST(WaitingLine, SharingALineShortensIt) {
  for (const int n : {2, 5, 12})
    for (const double use : {0.5, 0.9})
      EXPECT_LT(waiting_line(n, use * n, 6, 0).wait, waiting_line(1, use, 6, 0).wait / (n - 0.5));
}

}  // namespace
}  // namespace tandem
