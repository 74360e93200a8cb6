// SPDX-License-Identifier: Apache-2.0
#include "sim/command/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace tandem {

namespace {

/// Decimals that show `digits` digits of x.
int decimals_for(double x, int digits) {
  if (!(x > 0)) return 0;
  return std::clamp(digits - 1 - static_cast<int>(std::floor(std::log10(x))), 0, 6);
}

}  // namespace

Scale scale_for(std::string_view unit, double size, double resolution) {
  Scale out{.divisor = 1, .unit = std::string(unit), .decimals = 0};
  if (unit == "count" || unit == "none") out.unit = "";
  size = std::abs(size);
  if (unit == "share") {
    out = {.divisor = 0.01, .unit = "%", .decimals = 0};
  } else if (unit == "money") {
    out.unit = "";
    if (size >= 1e4) out = {.divisor = 1e3, .unit = "k", .decimals = 0};
    if (size >= 1e6) out = {.divisor = 1e6, .unit = "M", .decimals = 0};
    if (size >= 1e9) out = {.divisor = 1e9, .unit = "bn", .decimals = 0};
    if (size >= 1e12) out = {.divisor = 1e12, .unit = "tn", .decimals = 0};
  }
  const double shown = size / out.divisor;
  const double step = resolution / out.divisor;
  // Two digits of the uncertainty, but never more than five of the figure itself.
  out.decimals =
      step > 0 ? std::min(decimals_for(step, 2), decimals_for(shown, 5)) : decimals_for(shown, 3);
  if (shown == 0 && step > 0) out.decimals = decimals_for(step, 2);
  return out;
}

std::string number(double x, const Scale& scale) {
  std::string out = fmt::format("{:.{}f}", x / scale.divisor, scale.decimals);
  const bool zero = out.find_first_not_of("-0.") == std::string::npos;
  if (zero && out.front() == '-') out.erase(0, 1);
  return out;
}

std::string signed_number(double x, const Scale& scale) {
  std::string out = number(x, scale);
  const bool zero = out.find_first_not_of("0.") == std::string::npos;
  return out.front() == '-' || zero ? out : "+" + out;
}

std::string with_unit(const std::string& number, const Scale& scale) {
  return scale.unit.empty() ? number : number + " " + scale.unit;
}

std::string grouped(std::int64_t n) {
  std::string out = fmt::format("{}", n);
  const std::size_t first = n < 0 ? 1 : 0;
  for (std::size_t at = out.size(); at > first + 3;) {
    at -= 3;
    out.insert(at, ",");
  }
  return out;
}

std::string roughly(std::int64_t n) {
  if (n >= 1'000'000) return fmt::format("{}M", (n + 500'000) / 1'000'000);
  if (n >= 10'000) return fmt::format("{}k", (n + 500) / 1000);
  if (n >= 1'000) return grouped((n + 50) / 100 * 100);
  if (n >= 100) return fmt::format("{}", (n + 5) / 10 * 10);
  return fmt::format("{}", n);
}

std::string half_width(double half, const Scale& scale) {
  std::string out = number(half, scale);
  const bool zero = out.find_first_not_of("0.") == std::string::npos;
  if (!zero || half == 0) return out;
  return "<" + out.substr(0, out.size() - 1) + "1";  // small, but not nothing
}

std::string duration(double seconds) {
  if (seconds < 0.0995) return fmt::format("{:.0f} ms", 1000 * seconds);
  if (seconds < 9.95) return fmt::format("{:.{}f} s", seconds, seconds < 0.995 ? 2 : 1);
  const auto whole = static_cast<long>(std::lround(seconds));
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} h {:02} min", whole / 3600, whole % 3600 / 60);
}

std::string sparkline(std::span<const double> series, int width) {
  static constexpr std::array<const char*, 8> kBars{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  const auto n = series.size();
  if (n == 0 || width < 1) return "";
  const auto bars = std::min<std::size_t>(n, static_cast<std::size_t>(width));
  std::vector<double> means;
  for (std::size_t b = 0; b < bars; ++b) {
    double sum = 0;
    int count = 0;
    for (std::size_t i = b * n / bars; i < (b + 1) * n / bars; ++i) {
      if (!std::isfinite(series[i])) continue;
      sum += series[i];
      ++count;
    }
    means.push_back(count > 0 ? sum / count : NAN);
  }
  double low = INFINITY, high = -INFINITY;
  for (const double x : means) {
    if (!std::isfinite(x)) continue;
    low = std::min(low, x);
    high = std::max(high, x);
  }
  std::string out;
  for (const double x : means) {
    if (!std::isfinite(x)) {
      out += ' ';
    } else if (high - low <= 1e-9 * std::max(std::abs(high), std::abs(low))) {
      out += kBars[3];  // a flat series has no shape to stretch
    } else {
      out +=
          kBars[std::min<std::size_t>(7, static_cast<std::size_t>((x - low) / (high - low) * 8))];
    }
  }
  return out;
}

}  // namespace tandem
