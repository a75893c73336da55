// SPDX-License-Identifier: GPL-3.0-or-later
// Ink by its connected parts.
#pragma once

#include <functional>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/segment/bit_mask.h"

namespace wenlan {

// One connected part of ink: the box around it, and how many pixels it has.
struct InkPart {
  cv::Rect box;
  int area = 0;
};

struct InkParts {
  std::vector<std::vector<InkRun>> runs_by_part() const;

  std::vector<InkRun> runs;
  std::vector<int> part_of;    // of each run
  std::vector<InkPart> parts;  // in the order of their first pixels, row by row
};

// Pixels that touch, also at corners, are connected.
InkParts connected_parts(const BitMask& ink);

// The ink of the parts that `keep` is true of. Throws cv::Exception only.
cv::Mat1b parts_kept(const cv::Mat1b& ink, const std::function<bool(const InkPart&)>& keep);

}  // namespace wenlan
