// SPDX-License-Identifier: Apache-2.0
#include "sim/base/money.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

#include "sim/base/check.h"

namespace tandem {

Money cents(double amount) {
  const double exact = amount * 100.0;
  CHECK(std::abs(exact) < 0x1p62, "an amount of money is not a number or beyond every ledger");
  const double below = std::floor(exact);
  const double rest = exact - below;  // exact: doubles with a fraction are below 2^52
  const Money whole = static_cast<Money>(below);
  if (rest != 0.5) return whole + (rest > 0.5 ? 1 : 0);
  return whole + (whole & 1);
}

namespace {

__extension__ using Wide = unsigned __int128;

// Weights as integers, the largest of 62 bits: exact but for what is below 2^-61 of it. Equal
// weights stay equal, zero stays zero.
std::vector<std::uint64_t> whole_weights(std::span<const double> weights) {
  double largest = 0;
  for (const double weight : weights) {
    CHECK(weight >= 0 && std::isfinite(weight),
          "weights of a split must be finite and not negative");
    largest = std::max(largest, weight);
  }
  std::vector<std::uint64_t> whole(weights.size(), 1);
  if (largest == 0) return whole;
  const int shift = 61 - std::ilogb(largest);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    whole[i] = static_cast<std::uint64_t>(std::ldexp(weights[i], shift));
  }
  return whole;
}

}  // namespace

void apportion(Money total, std::span<const double> weights, std::span<Money> out) {
  CHECK(weights.size() == out.size(), "a split needs one place per weight");
  CHECK(!weights.empty() || total == 0, "a sum cannot be split among nobody");
  const auto whole = whole_weights(weights);
  Wide sum = 0;
  for (const std::uint64_t weight : whole) sum += weight;

  const Wide size = total < 0 ? Wide{0} - static_cast<Wide>(total) : static_cast<Wide>(total);
  std::vector<Wide> remainder(whole.size());
  Wide left = size;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const Wide part = size * whole[i] / sum;
    remainder[i] = size * whole[i] % sum;
    out[i] = static_cast<Money>(part);
    left -= part;
  }

  // Fewer cents are left than parts with a remainder, so a weight of zero never gets one.
  std::vector<std::size_t> order(whole.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainder[a] > remainder[b]; });
  for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i) ++out[order[i]];
  if (total < 0) {
    for (Money& part : out) part = static_cast<Money>(0 - static_cast<std::uint64_t>(part));
  }
}

}  // namespace tandem
