// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a picture at the size at which the detector sees them best.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/base/result.h"
#include "engine/segment/line_detector.h"

namespace wenlan {

// Looks at `pixels` with a longer side of `long_side` at most (0: the detector's own) and, where
// the writing is small there, once more at a larger picture. Fails as the detector does.
Result<std::vector<DetectedLine>> detect_lines(const cv::Mat& pixels,
                                               const LineDetector& detector,
                                               int long_side);

// Of the lines' shorter sides, long lines counting more; 0 of nothing.
double usual_width(const std::vector<DetectedLine>& lines);

}  // namespace wenlan
