// SPDX-License-Identifier: GPL-3.0-or-later
// Seals 印: impressions in red paste, told from red writing by their frame.
#pragma once

#include <span>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/page/geometry.h"

namespace wenlan {

struct FoundSeal {
  Polygon<CleanSpace> outline;  // four corners, or a ring of points for a round one
  float confidence = 0;         // 0..1: how much of the frame is there
};

// `red_ink` is CleanPage::red_ink (empty: none), `pitch` that of its columns or rows, in pixels.
// Looks for red things of about 1 to 7 pitches, framed by a line or by the edge of their ground on
// all sides, and patterned inside: red writing has no frame, rings and ruled boxes are bare
// inside, labels and colour charts are flat. Those higher up and further right come first.
std::vector<FoundSeal> find_seals(const cv::Mat& red_ink, double pitch);

// What is red beside the seals: 255 where the ink, reduced by `scale` (at most 1), is at least so
// strong (grey levels).
cv::Mat1b red_beside_seals(const cv::Mat& red_ink,
                           std::span<const FoundSeal> seals,
                           double scale,
                           int least_strength);

}  // namespace wenlan
