// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/detector_picture.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/clean/area_reduction.h"

namespace wenlan {
namespace {

constexpr int kMultiple = 32;  // of the sides

cv::Mat fitted(const cv::Mat& pixels, int long_side) {
  const double scale = 1. * long_side / std::max(pixels.cols, pixels.rows);
  const auto side = [&](int length) {
    return std::max(kMultiple,
                    static_cast<int>(std::lround(length * scale / kMultiple)) * kMultiple);
  };
  const cv::Size size(side(pixels.cols), side(pixels.rows));
  if (scale < 1) return reduced_by_area(pixels, size);
  cv::Mat large;
  cv::resize(pixels, large, size, 0, 0, cv::INTER_CUBIC);
  return large;
}

}  // namespace

Tensor detector_picture(const cv::Mat& pixels, int long_side, const ColourScale& colours) {
  const cv::Mat picture = fitted(pixels, long_side);
  Tensor tensor{{1, 3, picture.rows, picture.cols}, {}};
  const std::size_t plane = picture.total();
  tensor.values.resize(3 * plane);
  std::size_t at = 0;
  for (int y = 0; y < picture.rows; ++y) {
    const auto* row = picture.ptr<cv::Vec3b>(y);
    for (int x = 0; x < picture.cols; ++x, ++at)
      for (int c = 0; c < 3; ++c)
        tensor.values[c * plane + at] =
            (static_cast<float>(row[x][c]) / 255.F - colours.mean[c]) / colours.spread[c];
  }
  return tensor;
}

}  // namespace wenlan
