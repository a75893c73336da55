// SPDX-License-Identifier: GPL-3.0-or-later
// Headlines whose characters were each found with the column of text below them.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/segment/line_detector.h"

namespace wenlan {

// The lines with such headlines cut off their columns, each a row of its own, last: columns side by
// side begin with a character larger than the rest of them, and white runs through below it.
// `pixels` is CV_8UC3 in CleanSpace. Throws cv::Exception only.
std::vector<DetectedLine> free_row_over_columns(std::vector<DetectedLine> lines,
                                                const cv::Mat& pixels);

}  // namespace wenlan
