// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a newspaper's sheet, for tests.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "engine/segment/line_detector.h"

namespace wenlan {

inline DetectedLine line_at(float left, float top, float right, float bottom) {
  return {{{left, top}, {right, top}, {right, bottom}, {left, bottom}}, 1};
}

// Columns 20 wide and 200 high, 26 apart, from the right edge to the left.
inline void add_block(std::vector<DetectedLine>& lines, float right, float top, int columns) {
  for (int i = 0; i < columns; ++i) {
    const float edge = right - 26 * static_cast<float>(i);
    lines.push_back(line_at(edge - 20, top, edge, top + 200));
  }
}

inline cv::Mat paper() {
  return {1000, 1000, CV_8UC3, cv::Scalar(230, 230, 230)};
}

}  // namespace wenlan
