// SPDX-License-Identifier: GPL-3.0-or-later
// Perspective and page curl of a photographed leaf, measured on its columns, rows and rules.
#pragma once

#include <opencv2/core/mat.hpp>

#include "engine/page/bend.h"

namespace wenlan {

// How much of a direction is known, and what it looks like.
struct MeasuredBend {
  Bend bend;               // of the frame of `grey`; flat unless it is beyond what reading bears
  double across_px = 0;    // how far nearly all of the ink is moved at most, pixels of `grey`
  double across_gain = 0;  // how much sharper columns are when straightened, minus 1
  double down_px = 0;
  double down_gain = 0;
};

// `grey` is a reduced copy of the upright leaf (ReducedCopy). Takes what sharpens the sums of ink
// along columns and along rows. Never fails: leaves without anything straight are flat.
MeasuredBend find_bend(const cv::Mat& grey);

}  // namespace wenlan
