// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/grid_cost.h"

#include <algorithm>
#include <cmath>

namespace wenlan {
namespace {

constexpr double kStrange = .1;  // of the logarithm: as far from a grid as counts

double strangeness(double pitch, double known) {
  return std::min(1., std::abs(std::log(pitch / known)) / kStrange);
}

}  // namespace

double uneven_cost(const Grid& grid, const KnownPitch& known) {
  if (known.of_ink) return strangeness(grid.pitch, *known.of_ink);
  if (!known.of_rules) return 0;
  return 1 - evenness_of_rules(known.rules, grid.pitch, *known.of_rules);
}

double strange_cost(const Grid& grid, const KnownPitch& known) {
  if (!known.of_book) return 0;
  return strangeness(grid.pitch, *known.of_book);
}

double loose_cost(const Grid& grid, double half_share) {
  return grid.looseness * half_share;
}

double grid_cost(const Grid& grid,
                 double half_share,
                 const KnownPitch& known,
                 const SegmentOptions& options) {
  return options.even_weight * uneven_cost(grid, known) +
         options.book_weight * strange_cost(grid, known) +
         options.loose_weight * loose_cost(grid, half_share);
}

}  // namespace wenlan
