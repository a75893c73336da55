// SPDX-License-Identifier: GPL-3.0-or-later
// Outlines that are mere boxes hide the tilt of a page: other tilts are tried, and weighed.
#pragma once

#include <span>
#include <vector>

#include "engine/segment/found_line.h"
#include "engine/segment/straighten.h"

namespace wenlan {

// 0..1: share of the length of all lines whose outlines are upright boxes; 0 of no lines.
double hidden_share(std::span<const FoundLine> lines);

// What a shear beside the one the lines show costs, in parts of the cut into columns. The fewer
// lines are boxes, the more it costs: their outlines speak against it. `weight` is that of a shear
// of 1 where all are boxes.
double hidden_tilt_cost(double shear, double boxes, double weight);

// The lines upright when the page leans by `shear` more than `seen` tells. A box is wider than the
// leaning line in it: it is narrowed by what the line leans.
std::vector<UprightLine> upright_leaning(std::span<const FoundLine> lines,
                                         const Straightening& seen,
                                         double shear);

}  // namespace wenlan
