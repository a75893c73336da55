// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of pages whose characters stand as close across as down: the detector sees rows there.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/base/result.h"
#include "engine/segment/line_detector.h"

namespace wenlan {

// May `rows`, found on `pixels`, be columns of a vertical page? They may where ruling lines stand
// upright between them, evenly, or where nothing is left white between one row and the next.
bool may_be_columns(const std::vector<DetectedLine>& rows, const cv::Mat& pixels);

// Looks for lines on the picture squeezed in height, where the characters of a column are closer to
// each other than to their neighbours across. Outlines are on `pixels`.
Result<std::vector<DetectedLine>> detect_squeezed(const cv::Mat& pixels,
                                                  const LineDetector& detector,
                                                  int long_side);

}  // namespace wenlan
