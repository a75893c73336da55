// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/straightened.h"

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr int kMesh = 16;  // pixels: bends are smooth, so points between lie between

// Where each pixel comes from, counted from the middle of the first pixel.
cv::Mat2f sources(const Bend& bend, cv::Size size) {
  // One node beyond each side, so that every pixel lies between nodes.
  const cv::Size nodes(size.width / kMesh + 3, size.height / kMesh + 3);
  cv::Mat2f coarse(nodes);
  for (int j = 0; j < nodes.height; ++j)
    for (int i = 0; i < nodes.width; ++i) {
      const auto from = bend.source_of((i - .5) * kMesh, (j - .5) * kMesh);
      coarse(j, i) = {static_cast<float>(from.x - .5), static_cast<float>(from.y - .5)};
    }
  cv::Mat2f fine;
  cv::resize(coarse, fine, nodes * kMesh, 0, 0, cv::INTER_LINEAR);
  return fine(cv::Rect({kMesh, kMesh}, size));
}

}  // namespace

Bend resized(const Bend& bend, cv::Size frame) {
  if (bend.is_flat()) return bend;
  Bend result = bend;
  result.width = frame.width;
  result.height = frame.height;
  for (auto& weight : result.across) weight *= frame.width / bend.width;
  for (auto& weight : result.down) weight *= frame.height / bend.height;
  return result;
}

cv::Mat straightened(const cv::Mat& pixels, const Bend& bend, const cv::Scalar& paper) {
  cv::Mat result;
  cv::remap(pixels,
            result,
            sources(bend, pixels.size()),
            cv::noArray(),
            cv::INTER_LINEAR,
            cv::BORDER_CONSTANT,
            paper);
  return result;
}

}  // namespace wenlan
