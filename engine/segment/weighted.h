// SPDX-License-Identifier: GPL-3.0-or-later
// Medians, plain and weighted.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

namespace wenlan {

// 0 of nothing.
inline double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Of pairs (value, weight): the value at half the weight; 0 of nothing.
inline double weighted_median(std::vector<std::pair<double, double>> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  double total = 0;
  for (const auto& [value, weight] : values) total += weight;
  double sum = 0;
  for (const auto& [value, weight] : values) {
    sum += weight;
    if (sum >= total / 2) return value;
  }
  return values.back().first;
}

}  // namespace wenlan
