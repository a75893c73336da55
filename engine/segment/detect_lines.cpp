// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/detect_lines.h"

#include <algorithm>
#include <utility>

#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr double kLargestSide = 3072;
constexpr double kLargestGrowth = 4;      // of the second look over the first
constexpr double kLargestEnlarged = 2.5;  // of the second look over the picture itself
constexpr double kWorthwhile = 1.15;

double shorter_side(const DetectedLine& line) {
  const auto box = bounding_box(line.outline);
  return std::min(box.width, box.height);
}

double longer_side(const DetectedLine& line) {
  const auto box = bounding_box(line.outline);
  return std::max(box.width, box.height);
}

}  // namespace

double usual_width(const std::vector<DetectedLine>& lines) {
  std::vector<std::pair<double, double>> widths;
  for (const auto& line : lines) widths.emplace_back(shorter_side(line), longer_side(line));
  return weighted_median(std::move(widths));
}

Result<std::vector<DetectedLine>> detect_lines(const cv::Mat& pixels,
                                               const LineDetector& detector,
                                               int long_side) {
  const int real_side = std::max(pixels.cols, pixels.rows);
  const DetectorSizes sizes = detector.sizes();
  const int first_side = std::min(long_side > 0 ? long_side : sizes.usual_side, real_side);
  auto lines = detector.detect(pixels, first_side);
  if (!lines || lines->empty()) return lines;
  const double width = usual_width(*lines) * first_side / real_side;
  if (width >= sizes.small_line || width <= 0) return lines;
  const double wanted = first_side * std::min(sizes.good_line / width, kLargestGrowth);
  const int second_side =
      static_cast<int>(std::min({wanted, kLargestSide, kLargestEnlarged * real_side}));
  if (second_side < kWorthwhile * first_side) return lines;
  return detector.detect(pixels, second_side);
}

}  // namespace wenlan
