// SPDX-License-Identifier: GPL-3.0-or-later
// Negatives: microfilm copied as it was exposed, and rubbings, light writing on a dark ground.
#pragma once

#include <opencv2/core/mat.hpp>

namespace wenlan {

// `pixels` is CV_8UC3 BGR, of any size; what is along the edges has no say. False for what is in
// colour: dark covers with a title slip are no negatives.
bool is_negative(const cv::Mat& pixels);

}  // namespace wenlan
