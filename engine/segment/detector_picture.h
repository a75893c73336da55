// SPDX-License-Identifier: GPL-3.0-or-later
// The picture that a network looks at.
#pragma once

#include <array>

#include <opencv2/core/mat.hpp>

#include "engine/nn/network_session.h"

namespace wenlan {

// The mean and spread of the colours a network was trained on; blue, green, red in 0..1.
struct ColourScale {
  std::array<float, 3> mean, spread;
};

// `pixels` (CV_8UC3) reduced or enlarged to a longer side of about `long_side`, both sides whole
// multiples of 32, as (1, 3, height, width).
Tensor detector_picture(const cv::Mat& pixels, int long_side, const ColourScale& colours);

}  // namespace wenlan
