// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/page/bend.h"

#include <algorithm>
#include <numeric>

namespace wenlan {
namespace {

// Every bend is small against the page: each step is many times nearer.
constexpr int kInverseSteps = 12;
// Beyond the frame the terms would grow without bound.
constexpr double kFarthest = 1.1;

double placed(double at, double size) {
  return std::clamp(2 * at / size - 1, -kFarthest, kFarthest);
}

double weighed(const Bend::Weights& weights, const Bend::Values& values) {
  return std::inner_product(weights.begin(), weights.end(), values.begin(), 0.0);
}

}  // namespace

Bend::Shift Bend::shift_at(double x, double y) const {
  if (is_flat()) return {};
  const double to_right = placed(x, width), to_foot = placed(y, height);
  return {-weighed(across, terms(to_foot, to_right)), -weighed(down, terms(to_right, to_foot))};
}

Bend::Shift Bend::source_of(double x, double y) const {
  Shift source{x, y};
  if (is_flat()) return source;
  for (int i = 0; i < kInverseSteps; ++i) {
    const Shift shift = shift_at(source.x, source.y);
    source = {x - shift.x, y - shift.y};
  }
  return source;
}

}  // namespace wenlan
