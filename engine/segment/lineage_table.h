// SPDX-License-Identifier: GPL-3.0-or-later
// Lineage tables 世系圖: a generation in each row, persons in cells that strokes join to their
// fathers.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/segment/layout_builder.h"
#include "engine/segment/line_detector.h"

namespace wenlan {

// A few short upright lines, most of which, but for names of generations at the right, a stroke
// leads to from above or leads on from below. `pixels` is CV_8UC3, with red ink: the strokes may be
// red. Throws cv::Exception only.
bool is_lineage_table(const std::vector<DetectedLine>& lines, const cv::Mat& pixels);

// Appends a region for each generation, from the top; its cells from right to left, each a column
// of its own, without the strokes at their ends, and the links from child to father where the
// strokes are clear. Throws cv::Exception only.
void lay_out_lineage_table(const std::vector<DetectedLine>& lines,
                           const cv::Mat& pixels,
                           LayoutBuilder& builder);

}  // namespace wenlan
