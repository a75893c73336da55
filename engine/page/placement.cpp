// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/page/placement.h"

#include <cmath>

namespace wenlan {
namespace {

AffineMatrix inverse_of(const AffineMatrix& m) {
  const double determinant = m[0] * m[4] - m[1] * m[3];
  const double a = m[4] / determinant;
  const double b = -m[1] / determinant;
  const double c = -m[3] / determinant;
  const double d = m[0] / determinant;
  return {a, b, -(a * m[2] + b * m[5]), c, d, -(c * m[2] + d * m[5])};
}

template <class To, class From>
Point<To> mapped(const AffineMatrix& m, Point<From> p) {
  return {static_cast<float>(m[0] * p.x + m[1] * p.y + m[2]),
          static_cast<float>(m[3] * p.x + m[4] * p.y + m[5])};
}

template <class To, class From>
Polygon<To> mapped(const AffineMatrix& matrix, const Polygon<From>& outline) {
  Polygon<To> result;
  result.reserve(outline.size());
  for (const auto& point : outline) result.push_back(mapped<To>(matrix, point));
  return result;
}

}  // namespace

Placement Placement::from_scan_to_clean(const AffineMatrix& matrix) {
  Placement placement;
  placement.scan_to_clean_ = matrix;
  placement.clean_to_scan_ = inverse_of(matrix);
  return placement;
}

Point<CleanSpace> Placement::to_clean(Point<ScanSpace> point) const {
  return mapped<CleanSpace>(scan_to_clean_, point);
}
Point<ScanSpace> Placement::to_scan(Point<CleanSpace> point) const {
  return mapped<ScanSpace>(clean_to_scan_, point);
}
Polygon<CleanSpace> Placement::to_clean(const Polygon<ScanSpace>& outline) const {
  return mapped<CleanSpace>(scan_to_clean_, outline);
}
Polygon<ScanSpace> Placement::to_scan(const Polygon<CleanSpace>& outline) const {
  return mapped<ScanSpace>(clean_to_scan_, outline);
}
Box<CleanSpace> Placement::to_clean(const Box<ScanSpace>& box) const {
  return bounding_box(to_clean(outline_of(box)));
}
Box<ScanSpace> Placement::to_scan(const Box<CleanSpace>& box) const {
  return bounding_box(to_scan(outline_of(box)));
}

double Placement::scan_per_clean() const {
  const AffineMatrix& m = clean_to_scan_;
  return std::sqrt(std::abs(m[0] * m[4] - m[1] * m[3]));
}

}  // namespace wenlan
