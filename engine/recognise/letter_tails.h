// SPDX-License-Identifier: GPL-3.0-or-later
// Room for what hangs from a row of letters or stands on it.
#pragma once

#include <opencv2/core/mat.hpp>

#include "engine/page/geometry.h"

namespace wenlan {

// The outline of a row, moved up and down to where the ink that crosses its edges ends: Tibetan
// letters are stacked and hang low, and the outline of a row is that of their bodies. An edge whose
// ink does not end soon, or that reaches another row, stays. `pixels` is CV_8UC3. Throws
// cv::Exception only.
Polygon<CleanSpace> with_letter_tails(const cv::Mat& pixels, const Polygon<CleanSpace>& row);

}  // namespace wenlan
