// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/reduced_copy.h"

#include <algorithm>
#include <array>

#include <opencv2/imgproc.hpp>

#include "engine/clean/area_reduction.h"
#include "engine/clean/red_ink.h"

namespace wenlan {

ReducedCopy reduced_copy(const cv::Mat& pixels) {
  const double scale = std::min(1.0, double(kReducedSide) / std::max(pixels.cols, pixels.rows));
  cv::Mat small = pixels;
  if (scale < 1)
    small = reduced_by_area(
        pixels, {std::max(1, int(pixels.cols * scale)), std::max(1, int(pixels.rows * scale))});
  const RedInk red = find_red_ink(small);
  if (red.share > 0) small = without_red_ink(small, red.mask);
  ReducedCopy copy{{}, scale};
  cv::cvtColor(small, copy.grey, cv::COLOR_BGR2GRAY);
  return copy;
}

int paper_level(const cv::Mat& grey) {
  std::array<int, 256> counts{};
  for (int y = 0; y < grey.rows; y += 2)
    for (int x = 0; x < grey.cols; x += 2) ++counts[grey.at<std::uint8_t>(y, x)];
  int total = 0;
  for (const int count : counts) total += count;
  int below = 0;
  int median = 0;
  while (median < 255 && (below += counts[static_cast<std::size_t>(median)]) * 2 < total) ++median;
  // The peak of the histogram, five levels wide, at or above the median.
  int best = median;
  int most = -1;
  for (int level = median; level < 256; ++level) {
    int around = 0;
    for (int near = std::max(0, level - 2); near <= std::min(255, level + 2); ++near)
      around += counts[static_cast<std::size_t>(near)];
    if (around > most) {
      most = around;
      best = level;
    }
  }
  return best;
}

cv::Mat ink_mask(const cv::Mat& grey, double least_contrast) {
  // Wider than any stroke at this size, narrower than a scanner's background.
  const int window = std::max(3, std::max(grey.cols, grey.rows) / 60) | 1;
  cv::Mat paper;
  cv::morphologyEx(
      grey, paper, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {window, window}));
  cv::Mat limit;
  paper.convertTo(limit, CV_8U, 1 - least_contrast, -8);
  return grey < limit;
}

}  // namespace wenlan
