// SPDX-License-Identifier: GPL-3.0-or-later
// Where ink is and is not in parts of a sheet.
#pragma once

#include <vector>

#include "engine/segment/extent.h"
#include "engine/segment/ruling_lines.h"

namespace wenlan {

struct Stretch {
  double from = 0, to = 0;  // pixels of the page
  double length() const { return to - from; }
  double at() const { return (from + to) / 2; }
};

// What part of the area is as dark as the page's writing, 0..1; 0 outside the picture.
double dark_share(const InkPicture& picture, const Extent& area);

// Stretches of the strip, along its width, without `ink` (of the picture) over its whole height,
// from the left.
std::vector<Stretch> blanks_across(const cv::Mat1b& ink, double scale, const Extent& strip);

}  // namespace wenlan
