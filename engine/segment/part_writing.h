// SPDX-License-Identifier: GPL-3.0-or-later
// What a page of vertical writing is laid out from: its lines, cut by what the ink shows between
// and inside them.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/segment/lay_out_block.h"
#include "engine/segment/ruling_lines.h"
#include "engine/segment/straighten.h"
#include "engine/segment/vertical_part.h"

namespace wenlan {

struct PartWriting {
  std::vector<FoundLine> lines;  // of the text
  std::vector<FoundLine> heads, head_notes, side_notes;
  std::vector<DetectedLine> rows;
  Straightening straightening;
  std::vector<UprightLine> strips;  // the lines, straightened
  InkPicture ink;                   // `ink.ink` without what stands beside the text
  BlockEvidence evidence;
};

// `pixels` is the picture without red ink. Throws cv::Exception only.
PartWriting look_at_part(VerticalPart part, const cv::Mat& pixels, const SegmentOptions& options);

Box<CleanSpace> box_around(const std::vector<FoundLine>& lines);

}  // namespace wenlan
