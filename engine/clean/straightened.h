// SPDX-License-Identifier: GPL-3.0-or-later
// Pixels moved so that a bent leaf lies straight.
#pragma once

#include <opencv2/core/mat.hpp>

#include "engine/page/bend.h"

namespace wenlan {

// The same bend on the same leaf at another size.
Bend resized(const Bend& bend, cv::Size frame);

// `pixels` has the size of the bend's frame, and so has the result; what comes from beyond it is
// `paper`.
cv::Mat straightened(const cv::Mat& pixels, const Bend& bend, const cv::Scalar& paper);

}  // namespace wenlan
