// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of rules, straight or wavy, that part the blocks of a printed page, and frames of adverts.
#pragma once

#include <span>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/page/geometry.h"
#include "engine/segment/extent.h"
#include "engine/segment/ruling_lines.h"

namespace wenlan {

struct PrintedRules {
  std::vector<Extent> upright;
  std::vector<Extent> across;
};

// The picture that rules are looked for in; `pixels` is CV_8UC3 in CleanSpace.
InkPicture ink_of_print(const cv::Mat& pixels, double unit);

// `picture` as ink_of_print() gives it; `writing` are outlines of lines: their strokes are no
// rules. `unit` is the width of a column of text; short pieces are left out.
PrintedRules find_printed_rules(const InkPicture& picture,
                                std::span<const Polygon<CleanSpace>> writing,
                                double unit);

}  // namespace wenlan
