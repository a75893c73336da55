// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks that run otherwise than the page they stand on: columns among rows, rows among columns.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/segment/line_detector.h"

namespace wenlan {

// Of such blocks the detector sees pieces, some across and some down. Where short pieces stand
// close together and the white between them says that they run the other way than the page, what
// was found there gives way to the lines that the white parts. All others stay as they are; the new
// lines come last. `vertical` tells which way the page runs, `pixels` is CV_8UC3 in CleanSpace.
// Throws cv::Exception only.
std::vector<DetectedLine> turn_blocks(std::vector<DetectedLine> lines,
                                      const cv::Mat& pixels,
                                      bool vertical);

}  // namespace wenlan
