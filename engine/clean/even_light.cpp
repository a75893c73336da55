// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/even_light.h"

#include <algorithm>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/clean/reduced_copy.h"

namespace wenlan {
namespace {

constexpr double kUnevenPaper = 0.72;  // darkest tenth of the paper / lightest tenth
constexpr double kFaintInk = 0.55;     // darkest hundredth of the ink / paper
constexpr double kMostGain = 1.8;      // more would raise pictures and dark covers to paper

std::uint8_t percentile(const cv::Mat& grey, double share) {
  std::vector<std::uint8_t> levels(grey.begin<std::uint8_t>(), grey.end<std::uint8_t>());
  const auto place =
      levels.begin() + static_cast<std::ptrdiff_t>(share * double(levels.size() - 1));
  std::nth_element(levels.begin(), place, levels.end());
  return *place;
}

// Brightness of the paper everywhere, at a quarter of `grey`: ink closed over, then smoothed.
cv::Mat paper_light(const cv::Mat& grey) {
  cv::Mat small;
  cv::resize(
      grey, small, {std::max(1, grey.cols / 4), std::max(1, grey.rows / 4)}, 0, 0, cv::INTER_AREA);
  const int window = std::max(5, std::max(small.cols, small.rows) / 20) | 1;
  cv::morphologyEx(small,
                   small,
                   cv::MORPH_CLOSE,
                   cv::getStructuringElement(cv::MORPH_ELLIPSE, {window, window}));
  cv::GaussianBlur(small, small, {window, window}, 0);
  return small;
}

// pixel * gain(x, y), rounded and clamped; the gain is given small and stretched over the page.
cv::Mat multiplied(const cv::Mat& pixels, const cv::Mat& small_gain) {
  constexpr int kShift = 8;
  cv::Mat fixed;
  small_gain.convertTo(fixed, CV_16U, 1 << kShift);
  cv::Mat gain;
  cv::resize(fixed, gain, pixels.size(), 0, 0, cv::INTER_LINEAR);
  cv::Mat result(pixels.size(), CV_8UC3);
  for (int y = 0; y < pixels.rows; ++y) {
    const std::uint8_t* in = pixels.ptr(y);
    const std::uint16_t* by = gain.ptr<std::uint16_t>(y);
    std::uint8_t* out = result.ptr(y);
    for (int i = 0; i < pixels.cols * 3; ++i)
      out[i] = static_cast<std::uint8_t>(std::min(255, (in[i] * by[i / 3]) >> kShift));
  }
  return result;
}

// Stretches what lies between ink and paper over the whole range.
cv::Mat stretched(const cv::Mat& pixels, int ink, int paper) {
  constexpr double kInkAfter = 40;
  constexpr double kPaperAfter = 235;
  const double slope = (kPaperAfter - kInkAfter) / std::max(1, paper - ink);
  cv::Mat result;
  pixels.convertTo(result, CV_8U, slope, kInkAfter - slope * ink);
  return result;
}

}  // namespace

cv::Mat with_even_light(const cv::Mat& pixels, const cv::Mat& grey) {
  const cv::Mat light = paper_light(grey);
  const int lightest = percentile(light, 0.9);
  cv::Mat result;
  if (percentile(light, 0.1) < kUnevenPaper * lightest) {
    cv::Mat gain;
    light.convertTo(gain, CV_32F);
    gain = double(lightest) / cv::max(gain, 1.0);
    result = multiplied(pixels, cv::min(gain, kMostGain));
  }
  const int paper = paper_level(grey);
  const int ink = percentile(grey, 0.01);
  if (ink > kFaintInk * paper && paper - ink > 20)
    result = stretched(result.empty() ? pixels : result, ink, paper);
  return result;
}

}  // namespace wenlan
