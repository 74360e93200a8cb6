// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <boost/math/quadrature/gauss.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "sim/base/luck.h"
#include "sim/plan/outlook.h"

namespace tandem::oracle {

using Real = long double;

/// A random problem: a curve, its parameters and a point.
struct Problem {
  Curve pay;
  double x, c, s2, tau;
  [[nodiscard]] double k() const { return c * s2; }
  [[nodiscard]] double sigma() const { return std::sqrt(s2 * tau); }
};

/// Random numbers for a test by position: uniform in [low, high), or log-uniform.
class Draw {
 public:
  explicit Draw(std::uint64_t problem) : problem_(problem) {}
  double operator()(double low, double high) {
    return low + (high - low) * luck_.uniform(Purpose::test, problem_, 0, next_++);
  }
  double spread(double low, double high) {
    return std::exp((*this)(std::log(low), std::log(high)));
  }
  int whole(int low, int high) { return static_cast<int>(std::floor((*this)(low, high + 1))); }

 private:
  Luck luck_{77, 0};
  std::uint64_t problem_;
  std::uint32_t next_ = 0;
};

/// Curves of one to six segments within `reach` spreads of x: flat parts and caps, rates up to rho
/// = 10 (a commission that moves the result by ten spreads), jumps up and down between 1e-3 and 50
/// K.
inline Problem random_problem(std::uint64_t number, double reach = 6.0) {
  Draw draw(number);
  Problem p{Curve{}, draw(-100, 100), draw.spread(1e-3, 1e3), draw.spread(1e-3, 1e3),
            draw.spread(0.02, 50)};
  const double sigma = p.sigma(), rate = p.k() / sigma;
  const auto slope = [&] {
    const int kind = draw.whole(0, 5);
    const double size = rate * draw.spread(0.01, 10);
    return kind == 0 ? 0.0 : (kind == 1 ? -size : size);
  };
  std::vector<double> breaks(static_cast<std::size_t>(draw.whole(0, 5)));
  for (double& at : breaks) at = p.x + sigma * draw(-reach, reach);
  std::sort(breaks.begin(), breaks.end());
  const double first = slope(), level = p.k() * draw(-3, 3), anchor = p.x + sigma * draw(-20, -10);
  p.pay = Curve::line(first, level, anchor);
  for (const double at : breaks) {
    const int kind = draw.whole(0, 3);
    const double jump = kind < 2 ? 0.0 : p.k() * draw.spread(1e-3, 50) * (kind == 2 ? 1 : -0.3);
    p.pay = p.pay.then(at, slope(), jump);
  }
  return p;
}

struct Exact {
  Real value, slope;
};

/// V and V_x by quadrature of w = E exp(P(x + sigma Z) / K) and of w_x = E Z exp(P / K) / sigma:
/// nothing in common with the closed form but the problem. The integrand of each segment is cut
/// where it falls below e^-60.
inline Exact by_quadrature(const Problem& p) {
  const Real k = static_cast<Real>(p.c) * p.s2, sigma = std::sqrt(static_cast<Real>(p.s2) * p.tau);
  const Real here = p.pay(p.x);
  struct Piece {
    Real low, high, level, rho;  // exponent level + rho z - z^2/2 between low and high
  };
  std::vector<Piece> pieces;
  Real most = -std::numeric_limits<Real>::infinity();
  for (int j = 0; j < p.pay.segments; ++j) {
    const auto i = static_cast<std::size_t>(j);
    const Real rho = p.pay.slope[i] * sigma / k;
    const Real at_x =
        p.pay.level[i] + static_cast<Real>(p.pay.slope[i]) * (static_cast<Real>(p.x) - p.pay.at[i]);
    Real low = j == 0 ? -1e9L : (p.pay.at[i] - static_cast<Real>(p.x)) / sigma;
    Real high = j + 1 < p.pay.segments ? (p.pay.at[i + 1] - static_cast<Real>(p.x)) / sigma : 1e9L;
    const Real peak = std::clamp(rho, low, high), away = std::fabs(peak - rho);
    // From the peak, exp(-away d - d^2/2) is below e^-60 at d = sqrt(away^2 + 120) - away.
    const Real width = std::sqrt(away * away + 120) - away;
    low = std::max(low, peak - width);
    high = std::min(high, peak + width);
    pieces.push_back({low, high, (at_x - here) / k, rho});
    most = std::max(most, (at_x - here) / k + rho * peak - peak * peak / 2);
  }
  Real w = 0, moment = 0;
  for (const Piece& piece : pieces) {
    constexpr int kPanels = 12;
    const Real step = (piece.high - piece.low) / kPanels;
    for (int i = 0; i < kPanels; ++i) {
      const auto density = [&](Real z) {
        return std::exp(piece.level - most + z * (piece.rho - z / 2));
      };
      using Rule = boost::math::quadrature::gauss<Real, 30>;
      const Real a = piece.low + step * i, b = a + step;
      w += Rule::integrate(density, a, b);
      moment += Rule::integrate([&](Real z) { return z * density(z); }, a, b);
    }
  }
  const Real root = std::sqrt(2 * std::acos(-1.0L));
  return {here + k * (most + std::log(w / root)), k / sigma * moment / w};
}

}  // namespace tandem::oracle
