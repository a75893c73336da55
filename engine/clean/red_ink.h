// SPDX-License-Identifier: GPL-3.0-or-later
// Seals and red brush marks: found by colour, painted over with the paper around them.
#pragma once

#include <opencv2/core/mat.hpp>

namespace wenlan {

struct RedInk {
  double share = 0;  // 0..1 of all pixels
  cv::Mat mask;      // CV_8UC1, 255 on red; same size as the picture, empty where share is 0
};

// Red beyond what the paper itself has, so that brown or pink paper is not ink. BGR in. Pictures
// of which a glance at every fourth pixel of every fourth row shows no red have none.
RedInk find_red_ink(const cv::Mat& pixels);

// How much green and blue red ink has taken from the paper around each pixel, in grey levels
// (CV_8UC1): told apart from stains and tinted paper, pale seals and faded marks stand out.
// Something brighter than the paper, a label on a dark cover, is not ink. Empty when hardly a pixel
// is: a grey scan, a page in black.
cv::Mat red_strength(const cv::Mat& pixels);

// Red ink made dark on white (CV_8UC3), all of it as dark as if the page were in black; black ink
// is left out. `strength` is what red_strength gave for `pixels`, not empty.
cv::Mat darkened_red(const cv::Mat& pixels, const cv::Mat& strength);

// A copy with the masked pixels, and a rim around them, painted with paper.
cv::Mat without_red_ink(const cv::Mat& pixels, const cv::Mat& mask);

}  // namespace wenlan
