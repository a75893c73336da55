// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of pages drawn for tests: strokes that look like writing to everything but a reader.
#pragma once

#include <opencv2/core/mat.hpp>

namespace wenlan {

// A vertical page, CV_8UC3: columns of square characters between ruling lines, inside a frame.
// The same arguments give the same picture.
cv::Mat drawn_page(cv::Size size, bool ruled = true);

// Turned clockwise about its middle on its own canvas, the corners filled with `outside`.
cv::Mat turned_clockwise(const cv::Mat& picture, double degrees, cv::Scalar outside);

// `picture` in the middle of a larger one.
cv::Mat framed(const cv::Mat& picture, int border, cv::Scalar colour);

}  // namespace wenlan
