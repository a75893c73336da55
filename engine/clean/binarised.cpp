// SPDX-License-Identifier: GPL-3.0-or-later
// Sauvola's threshold: mean * (1 + k * (deviation / 128 - 1)) of the window around each pixel.
#include <algorithm>

#include <opencv2/imgproc.hpp>

#include "engine/clean/clean_scan.h"

namespace wenlan {

cv::Mat binarised(const cv::Mat& pixels) {
  constexpr double kSauvola = 0.3;
  constexpr double kFullDeviation = 128;
  if (pixels.empty()) return {};
  cv::Mat grey = pixels;
  if (pixels.channels() == 3) cv::cvtColor(pixels, grey, cv::COLOR_BGR2GRAY);
  const int window = std::max(15, std::max(grey.cols, grey.rows) / 40) | 1;
  cv::Mat mean, square;
  cv::boxFilter(grey, mean, CV_32F, {window, window});
  cv::sqrBoxFilter(grey, square, CV_32F, {window, window});
  cv::Mat deviation = cv::max(square - mean.mul(mean), 0.0);
  cv::sqrt(deviation, deviation);
  cv::Mat limit = mean.mul(deviation * (kSauvola / kFullDeviation) + (1 - kSauvola));
  limit.convertTo(limit, CV_8U);
  return grey > limit;
}

}  // namespace wenlan
