// SPDX-License-Identifier: GPL-3.0-or-later
// A leaf that lies on a light grey bed, with rulers, colour charts and labels beside it.
#pragma once

#include <optional>

#include <opencv2/core/mat.hpp>

namespace wenlan {

// Where the leaf lies in `pixels` (CV_8UC3 BGR); empty when the picture's edge is not an even,
// neutral grey, when what lies on it is not a clearly lighter or warmer sheet, about as a rectangle
// and over a quarter of the picture: a page with a figure in its middle is no such sheet.
std::optional<cv::Rect> find_leaf_on_bed(const cv::Mat& pixels);

}  // namespace wenlan
