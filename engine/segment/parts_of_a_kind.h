// SPDX-License-Identifier: GPL-3.0-or-later
// Where, along the lines of a map, writing is of one kind: notes meet the text above and below them
// on the map, and are parted where the kind changes.
#pragma once

#include <opencv2/core/mat.hpp>

namespace wenlan {

// Of the regions of `inside` (CV_8UC1, non-zero inside a line), the pixels of the stretches that
// are of the kind whose likelihood (CV_32FC1, 0..1) `of_kind` is: 255, else 0. A region changes
// kind across its whole width and for about a character at least: the best path of two states.
cv::Mat1b parts_of_a_kind(const cv::Mat1b& inside, const cv::Mat1f& of_kind);

}  // namespace wenlan
