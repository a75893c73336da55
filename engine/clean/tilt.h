// SPDX-License-Identifier: GPL-3.0-or-later
// How far a page stands off upright, told by its columns, rows and ruling lines.
#pragma once

#include <opencv2/core/mat.hpp>

namespace wenlan {

struct Tilt {
  double clockwise_deg = 0;  // of the page as it lies; turn it back by as much
  double confidence = 0;     // 0..1; under kLeastTiltConfidence it is a guess
};

inline constexpr double kLeastTiltConfidence = 0.5;

// `grey` holds the leaf alone, at about kReducedSide. Looks up to max_deg either way.
Tilt find_tilt(const cv::Mat& grey, double max_deg);

}  // namespace wenlan
