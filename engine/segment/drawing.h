// SPDX-License-Identifier: GPL-3.0-or-later
// Is there a drawing on a page, beside its lines: a map, a picture?
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/segment/line_detector.h"

namespace wenlan {

// By long strokes that belong to no line and no rule: more ink than that of the lines and spread
// over the page, or some that reach over more than a character both across and down. `pixels` is
// CV_8UC3 in CleanSpace, `unit` the usual width of its lines there. Throws cv::Exception only.
bool is_drawn(const std::vector<DetectedLine>& lines, const cv::Mat& pixels, double unit);

}  // namespace wenlan
