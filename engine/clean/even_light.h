// SPDX-License-Identifier: GPL-3.0-or-later
// Shadows, yellowed edges and faint printing evened out, on pages that need it and no others.
#pragma once

#include <opencv2/core/mat.hpp>

namespace wenlan {

// The page with even paper and full contrast, or an empty Mat when it is good as it is. `pixels`
// is CV_8UC3 BGR; `grey` a reduced copy of the same page (see reduced_copy.h).
cv::Mat with_even_light(const cv::Mat& pixels, const cv::Mat& grey);

}  // namespace wenlan
