// SPDX-License-Identifier: GPL-3.0-or-later
// Ink by its connected parts.
#pragma once

#include <functional>

#include <opencv2/core/mat.hpp>

namespace wenlan {

// One connected part of ink: the box around it, and how many pixels it has.
struct InkPart {
  cv::Rect box;
  int area = 0;
};

// The ink of the parts that `keep` is true of. Throws cv::Exception only.
cv::Mat1b parts_kept(const cv::Mat1b& ink, const std::function<bool(const InkPart&)>& keep);

}  // namespace wenlan
