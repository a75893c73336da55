// SPDX-License-Identifier: GPL-3.0-or-later
// How far a leaf that was not flat under the camera (perspective, page curl) lies from straight.
#pragma once

#include <array>

namespace wenlan {

// A smooth shift of the points of a frame: columns by `across`, rows by `down`. Each is a sum of
// terms (pixels where the term is 1) in the place on the frame, -1..1 both ways from its middle;
// `along` runs down for columns and to the right for rows, `aside` is the other way.
struct Bend {
  // along: a lean; along aside: perspective; along² and above: curl; what stays the same along a
  // column or row, a stretch, cannot be measured and is no term.
  static constexpr std::size_t kTerms = 8;
  using Weights = std::array<double, kTerms>;
  using Values = std::array<double, kTerms>;
  static Values terms(double along, double aside) {
    const double along2 = along * along;
    return {along,
            along * aside,
            along * aside * aside,
            along2,
            along2 * aside,
            along2 * along,
            along2 * along * aside,
            along2 * along2};
  }
  struct Shift {
    double x = 0, y = 0;
  };

  double width = 0, height = 0;  // of the frame; 0: nothing is bent
  Weights across{};
  Weights down{};

  bool is_flat() const { return width <= 0 || height <= 0; }
  // What a point is to be moved by to lie straight.
  Shift shift_at(double x, double y) const;
  // The point that is moved to (x, y).
  Shift source_of(double x, double y) const;
  bool operator==(const Bend&) const = default;
};

}  // namespace wenlan
