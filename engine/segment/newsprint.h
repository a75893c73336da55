// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of many blocks with headlines, as newspapers are: lines put in order by block_order.h.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/segment/layout_builder.h"
#include "engine/segment/line_detector.h"

namespace wenlan {

// Appends the regions of a whole sheet, spreads too: a block of columns, a headline each. There
// are no small notes. `pixels` is the picture without red ink. Throws cv::Exception only.
void lay_out_newsprint(const std::vector<DetectedLine>& lines,
                       const cv::Mat& pixels,
                       LayoutBuilder& builder);

}  // namespace wenlan
