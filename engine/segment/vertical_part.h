// SPDX-License-Identifier: GPL-3.0-or-later
// One page of vertical writing (a whole picture, or half of a spread), laid out on the picture.
#pragma once

#include <optional>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/segment/found_line.h"
#include "engine/segment/layout_builder.h"
#include "engine/segment/line_detector.h"
#include "engine/segment/margins.h"
#include "engine/segment/options.h"

namespace wenlan {

// What lies between `left` and `right` on the picture.
struct VerticalPart {
  std::vector<FoundLine> lines;
  std::vector<DetectedLine> rows;    // lines wider than high
  double left = 0, right = 0;        // CleanSpace
  std::optional<double> book_pitch;  // CleanSpace; that of most pages of the book
  Spine spine = Spine::unknown;      // of the half of a spread
};

// Lays the part out and appends its regions and lines. `pixels` is the picture without red ink.
void lay_out_vertical(VerticalPart part,
                      const cv::Mat& pixels,
                      const SegmentOptions& options,
                      LayoutBuilder& builder);

}  // namespace wenlan
