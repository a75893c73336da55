// SPDX-License-Identifier: GPL-3.0-or-later
// From where a network saw each character of a line to where its ink begins and ends.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

namespace wenlan {

// For each pixel along a line (x of `strip`, CV_8UC3): the share of dark pixels, 0..1, over the
// middle of the line, so that ruling lines beside it do not count.
std::vector<float> ink_along(const cv::Mat& strip);

struct Extent {
  float begin = 0, end = 0;  // pixels along the line
  bool operator==(const Extent&) const = default;
};

// One extent for each of `positions` (ascending, pixels along the line), in order, not overlapping:
// cut where least ink lies between two neighbours, then trimmed to the ink.
std::vector<Extent> glyph_extents(const std::vector<float>& ink,
                                  const std::vector<float>& positions);

}  // namespace wenlan
