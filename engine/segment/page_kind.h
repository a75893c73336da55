// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of page it is, by its lines and the ink beside them: text, a cover, a picture with
// labels.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/page/layout.h"
#include "engine/segment/line_detector.h"

namespace wenlan {

// Picture: most of the ink is no writing and no rule, and the writing fills little of the page; so
// it is without lines. Cover: a few large characters and nothing else. Else text. `pixels` is
// CV_8UC3, without red ink. Throws cv::Exception only.
PageKind kind_of_page(const std::vector<DetectedLine>& lines, const cv::Mat& pixels, bool vertical);

// Makes the text of a picture page its labels: Stream::other, all in one illustration.
void make_labels(Layout& layout);

}  // namespace wenlan
