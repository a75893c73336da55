// SPDX-License-Identifier: GPL-3.0-or-later
// The map that makes the columns of a page upright: what is left of tilt, perspective and curl.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "engine/segment/found_line.h"

namespace wenlan {

// u = x - (shear d + keystone d x' + curl d d) unit, where d = (y - middle) / unit and
// x' = (x - center) / unit. Heights stay as they are.
struct Straightening {
  double shear = 0, keystone = 0, curl = 0;
  double center = 0, middle = 0, unit = 1;

  double to_upright(double x, double y) const;
  double from_upright(double u, double y) const;
};

// Fitted robustly to the centre lines of all lines much longer than wide; the identity when there
// are too few. `curved` also fits keystone and curl.
Straightening fit_straightening(std::span<const FoundLine> lines, bool curved);

UprightLine upright(const FoundLine& line, const Straightening& straightening);
std::vector<UprightLine> upright(std::span<const FoundLine> lines, const Straightening&);

}  // namespace wenlan
