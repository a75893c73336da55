// SPDX-License-Identifier: GPL-3.0-or-later
// Remarks in red ink: beside the columns 旁批, between them, and above them 眉批.
#pragma once

#include <span>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/page/geometry.h"
#include "engine/segment/layout_builder.h"
#include "engine/segment/line_detector.h"
#include "engine/segment/seals.h"

namespace wenlan {

// Whether there may be writing in the red ink (CleanPage::red_ink) that is worth looking for:
// several things of the size of characters outside the seals. Circles and dots beside characters
// are smaller than these, ruling lines longer. Lengths are measured in `pitch`, pixels.
bool has_red_writing(const cv::Mat& red_ink, std::span<const FoundSeal> seals, double pitch);

// Where the black text stands.
struct TextExtent {
  double top = 0;    // of its columns, CleanSpace
  double pitch = 0;  // from column to column
};

// Makes regions of the columns among `lines`, which were seen in `only_red`, the red ink alone:
// those that end above the text are head notes, all others side notes. Remarks that stand together
// are one region; regions and their lines stand from right to left. All lines are doubtful until
// they are read. What lies on a seal, rows, and things no larger than a circle are left out.
void add_red_notes(const std::vector<DetectedLine>& lines,
                   const cv::Mat& only_red,
                   std::span<const FoundSeal> seals,
                   const TextExtent& text,
                   LayoutBuilder& builder);

}  // namespace wenlan
