// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/column_cost.h"

#include <algorithm>
#include <cmath>

namespace wenlan {
namespace {

// Lengths in pitches.
constexpr double kMainSpread = .12, kHalfSpread = .1;
constexpr double kBetweenWidths = .2;  // of log width beyond T where a line surely is of one kind
constexpr double kCutFrom = .04, kCutTo = .24;
constexpr double kBondNearest = .3;
constexpr double kBondSpread = .5;
constexpr double kRuleReach = .1;

double squared_capped(double value) {
  return std::min(1., value * value);
}

// Below 0 for half lines, above for main lines; beyond -1 and 1 they surely are.
double wider_than_half(const UprightLine& line, const ColumnMeasures& measures) {
  return std::log(line.width_as_seen() / measures.half_border) / kBetweenWidths;
}

double half_share(const UprightLine& line, const ColumnMeasures& measures) {
  return std::clamp(1 - wider_than_half(line, measures), 0., 1.);
}

// 1 at one height, towards 0 apart.
double alike(double a, double b, double spread) {
  return std::exp(-std::pow((a - b) / spread, 2) / 2);
}

}  // namespace

double spacing_cost(double width, const ColumnMeasures& measures) {
  const double spacing = width / measures.pitch;
  return (spacing - 1) * (spacing - 1);
}

LineFit fit_between(const UprightLine& line,
                    double left,
                    double right,
                    const ColumnMeasures& measures) {
  const double off = std::abs(line.center - (left + right) / 2) / measures.pitch;
  const double wider = wider_than_half(line, measures);
  return {squared_capped(off / kMainSpread) + std::max(0., -wider),
          squared_capped((off - .25) / kHalfSpread) + std::max(0., wider)};
}

double place_cost(const UprightLine& line,
                  double left,
                  double right,
                  const ColumnMeasures& measures) {
  const LineFit fit = fit_between(line, left, right, measures);
  return line.height() / measures.height * std::min({1., fit.as_main, fit.as_half});
}

double cut_cost(const UprightLine& line, double at, const ColumnMeasures& measures) {
  const double depth = std::min(at - line.left(), line.right() - at) / measures.pitch;
  if (depth <= kCutFrom) return 0;
  return line.height() / measures.height * std::min(1., (depth - kCutFrom) / (kCutTo - kCutFrom));
}

double bond_of(const UprightLine& left, const UprightLine& right, const ColumnMeasures& measures) {
  const double distance = (right.center - left.center) / measures.pitch;
  if (distance < kBondNearest || distance > kBondFarthest) return 0;
  const double halves = half_share(left, measures) * half_share(right, measures);
  const double shared = overlap_along(left, right);
  if (halves <= 0 || shared <= 0) return 0;
  const double spread = kBondSpread * measures.pitch;
  return halves * shared / measures.height *
         (.7 * alike(left.top, right.top, spread) + .3 * alike(left.bottom, right.bottom, spread));
}

double rule_gain(std::span<const Rule> rules, double at, const ColumnMeasures& measures) {
  double gain = 0;
  for (const auto& rule : rules) {
    const double off = (rule.u - at) / (kRuleReach * measures.pitch);
    gain = std::max(gain, rule.coverage * (1 - squared_capped(off)));
  }
  return gain;
}

}  // namespace wenlan
