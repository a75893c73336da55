// SPDX-License-Identifier: GPL-3.0-or-later
// One line cut out of a page along its own direction, with the way back.
#pragma once

#include <opencv2/core/mat.hpp>

#include "engine/page/geometry.h"
#include "engine/page/placement.h"
#include "engine/recognise/line_recogniser.h"

namespace wenlan {

// Where a crop lies on its page.
struct LinePlace {
  AffineMatrix to_page{};  // from pixels of the crop to CleanSpace
  float length = 0;        // of the crop in reading direction, in its pixels
  // Between which pixels across the crop the line itself lies, without the margins.
  float across_begin = 0;
  float across_end = 0;
  bool vertical = true;
};

struct LineCrop {
  LineImage image;
  LinePlace place;
};

// Follows the straight centre of `outline`, at the page's resolution, with a little room around; a
// short line stands on a border of paper. Parts outside the page repeat its edge. Empty pixels when
// nothing of the outline lies on the page.
LineCrop crop_line(const cv::Mat& page, const Polygon<CleanSpace>& outline, bool vertical);

// Where the part begin..end (shares of the crop's length) of the line lies on the page.
Polygon<CleanSpace> part_of_line(const LinePlace& place, float begin, float end);

}  // namespace wenlan
