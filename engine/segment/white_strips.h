// SPDX-License-Identifier: GPL-3.0-or-later
// A block of print cut into its columns by the white between them.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/segment/extent.h"

namespace wenlan {

struct PrintedBlock {
  Extent area;      // of the writing found in it
  Extent room;      // what is free of other writing around it, too
  double size = 0;  // of a character
};

// The columns of the block from the left, each as far as its ink goes within the room; none where
// not clearly more white runs down through it than across, or the white does not part it into
// columns one character wide. `ink` is 255 where there is ink; a pixel of the page times `scale` is
// one of its. For rows, exchange x and y of all. Throws cv::Exception only.
std::vector<Extent> columns_by_white(const cv::Mat1b& ink, double scale, const PrintedBlock& block);

}  // namespace wenlan
