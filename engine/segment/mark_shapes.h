// SPDX-License-Identifier: GPL-3.0-or-later
// Small round things of ink that may be marks 圈點: told by shape and size alone.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/page/layout.h"

namespace wenlan {

struct MarkShape {
  cv::Rect box;  // pixels of the ink
  MarkKind kind = MarkKind::circle;
};

// The connected parts of `ink` (255 on paper of 0) that look like a circle, a dot or a tick of the
// size of marks; `pitch` from column to column in its pixels. What touches anything else is not
// seen. Dots of characters are among them: their place tells. Throws cv::Exception only.
std::vector<MarkShape> find_mark_shapes(const cv::Mat1b& ink, double pitch);

}  // namespace wenlan
