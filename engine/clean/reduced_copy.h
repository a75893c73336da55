// SPDX-License-Identifier: GPL-3.0-or-later
// The small grey picture on which a page is measured: full pixels tell nothing more about borders,
// tilt and light, and cost ten times as much.
#pragma once

#include <opencv2/core/mat.hpp>

namespace wenlan {

struct ReducedCopy {
  cv::Mat grey;      // CV_8UC1, red ink painted over
  double scale = 1;  // grey = pixels * scale, at most 1
};

// `pixels` is CV_8UC3 BGR. The longer side of the copy is at most kReducedSide.
inline constexpr int kReducedSide = 1400;
ReducedCopy reduced_copy(const cv::Mat& pixels);

// Grey level of bare paper: the brightness that most of the lighter half of the page has.
int paper_level(const cv::Mat& grey);

// Ink on paper as seen locally: 255 where a pixel is darker than its surroundings by
// `least_contrast` (0..1 of the paper there). Large dark areas, such as a scanner's background,
// are not ink; their edges may be.
cv::Mat ink_mask(const cv::Mat& grey, double least_contrast);

}  // namespace wenlan
