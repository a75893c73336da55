// SPDX-License-Identifier: GPL-3.0-or-later
// Where a cleaned page lies on its scan: an invertible affine map, with its inverse kept, and how
// the page, so laid, was straightened where it was bent.
#pragma once

#include <array>

#include "engine/page/bend.h"
#include "engine/page/geometry.h"

namespace wenlan {

// Row-major 2 x 3 matrix: x' = m0 x + m1 y + m2, y' = m3 x + m4 y + m5.
using AffineMatrix = std::array<double, 6>;

class Placement {
 public:
  // The identity: clean pixels are scan pixels.
  Placement() = default;
  // From the map scan -> clean, whose determinant must not be 0, and what points so mapped are
  // moved by after that.
  static Placement from_scan_to_clean(const AffineMatrix& matrix, const Bend& bend = {});

  Point<CleanSpace> to_clean(Point<ScanSpace> point) const;
  Point<ScanSpace> to_scan(Point<CleanSpace> point) const;
  Polygon<CleanSpace> to_clean(const Polygon<ScanSpace>& outline) const;
  Polygon<ScanSpace> to_scan(const Polygon<CleanSpace>& outline) const;
  // The upright box around the mapped corners.
  Box<CleanSpace> to_clean(const Box<ScanSpace>& box) const;
  Box<ScanSpace> to_scan(const Box<CleanSpace>& box) const;

  // How long a clean pixel is on the scan, bends left aside.
  double scan_per_clean() const;

  const AffineMatrix& scan_to_clean() const { return scan_to_clean_; }
  const AffineMatrix& clean_to_scan() const { return clean_to_scan_; }
  const Bend& bend() const { return bend_; }
  bool operator==(const Placement&) const = default;

 private:
  AffineMatrix scan_to_clean_{1, 0, 0, 0, 1, 0};
  AffineMatrix clean_to_scan_{1, 0, 0, 0, 1, 0};
  Bend bend_;
};

}  // namespace wenlan
