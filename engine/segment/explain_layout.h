// SPDX-License-Identifier: GPL-3.0-or-later
// A picture that shows what was found: regions, lines by stream, and the order of reading.
#pragma once

#include <opencv2/core/mat.hpp>

#include "engine/page/layout.h"

namespace wenlan {

// `scan` (CV_8UC3) may be reduced: `scale` is its pixels for one of ScanSpace. Returns a new
// picture, at most 2000 pixels high: lines filled by stream, doubtful ones hatched, numbered in
// reading order; a thread runs from line to line.
cv::Mat explain_layout(const cv::Mat& scan, double scale, const Layout& layout);

}  // namespace wenlan
