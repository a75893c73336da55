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

template <class To>
Point<To> mapped(const AffineMatrix& m, double x, double y) {
  return {static_cast<float>(m[0] * x + m[1] * y + m[2]),
          static_cast<float>(m[3] * x + m[4] * y + m[5])};
}

template <class To, class From, class Map>
Polygon<To> mapped(const Polygon<From>& outline, const Map& map) {
  Polygon<To> result;
  result.reserve(outline.size());
  for (const auto& point : outline) result.push_back(map(point));
  return result;
}

}  // namespace

Placement Placement::from_scan_to_clean(const AffineMatrix& matrix, const Bend& bend) {
  Placement placement;
  placement.scan_to_clean_ = matrix;
  placement.clean_to_scan_ = inverse_of(matrix);
  placement.bend_ = bend;
  return placement;
}

Point<CleanSpace> Placement::to_clean(Point<ScanSpace> point) const {
  const auto laid = mapped<CleanSpace>(scan_to_clean_, point.x, point.y);
  if (bend_.is_flat()) return laid;
  const auto shift = bend_.shift_at(laid.x, laid.y);
  return {static_cast<float>(laid.x + shift.x), static_cast<float>(laid.y + shift.y)};
}
Point<ScanSpace> Placement::to_scan(Point<CleanSpace> point) const {
  const auto source = bend_.source_of(point.x, point.y);
  return mapped<ScanSpace>(clean_to_scan_, source.x, source.y);
}
Polygon<CleanSpace> Placement::to_clean(const Polygon<ScanSpace>& outline) const {
  return mapped<CleanSpace>(outline, [&](const auto& point) { return to_clean(point); });
}
Polygon<ScanSpace> Placement::to_scan(const Polygon<CleanSpace>& outline) const {
  return mapped<ScanSpace>(outline, [&](const auto& point) { return to_scan(point); });
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
