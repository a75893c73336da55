// SPDX-License-Identifier: GPL-3.0-or-later
// An upright rectangle of a page, by its four sides; pixels of CleanSpace.
#pragma once

#include <algorithm>

namespace wenlan {

struct Extent {
  double left = 0, top = 0, right = 0, bottom = 0;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  double center() const { return (left + right) / 2; }
  double middle() const { return (top + bottom) / 2; }
};

// Length that both share across and down; negative is the gap between them.
inline double shared_across(const Extent& a, const Extent& b) {
  return std::min(a.right, b.right) - std::max(a.left, b.left);
}
inline double shared_down(const Extent& a, const Extent& b) {
  return std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
}

inline Extent united(const Extent& a, const Extent& b) {
  return {std::min(a.left, b.left),
          std::min(a.top, b.top),
          std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

}  // namespace wenlan
