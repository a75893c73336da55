// SPDX-License-Identifier: GPL-3.0-or-later
// What was seen on the way to a layout: for the picture that explains it, never for later steps.
#pragma once

#include <string>
#include <vector>

#include "engine/page/geometry.h"

namespace wenlan {

struct LeftOut {
  Polygon<CleanSpace> outline;
  std::string why;  // a few words, ASCII: they are drawn
};

// All in CleanSpace.
struct LayoutTrace {
  std::vector<Polygon<CleanSpace>> rules;    // two points or more each: lines drawn on the paper
  std::vector<Polygon<CleanSpace>> columns;  // four corners each
  std::vector<LeftOut> left_out;
};

}  // namespace wenlan
