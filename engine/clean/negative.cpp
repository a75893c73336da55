// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/negative.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr int kReducedSide = 1000;
constexpr double kEdge = .15;       // of each side: borders, what lies beside the leaf
constexpr double kMostColour = 14;  // mean difference of the channels, grey levels
constexpr double kMostDark = 110;   // grey level of the ground
constexpr double kApart = 45;       // grey levels between ground and writing
constexpr double kMostLight = .45;  // share of what is light; and at least
constexpr double kLeastLight = .01;
constexpr double kStroke = .02;    // of the longer side: strokes are thinner
constexpr double kMostSolid = .3;  // share of what is light that is thicker

cv::Mat middle_of(const cv::Mat& pixels) {
  const double scale = std::min(1., double(kReducedSide) / std::max(pixels.cols, pixels.rows));
  const cv::Rect box(static_cast<int>(kEdge * pixels.cols),
                     static_cast<int>(kEdge * pixels.rows),
                     static_cast<int>((1 - 2 * kEdge) * pixels.cols),
                     static_cast<int>((1 - 2 * kEdge) * pixels.rows));
  if (box.empty()) return {};
  cv::Mat small;
  cv::resize(pixels(box), small, {}, scale, scale, cv::INTER_AREA);
  return small;
}

double colour_of(const cv::Mat& pixels) {
  double sum = 0;
  for (int y = 0; y < pixels.rows; ++y)
    for (int x = 0; x < pixels.cols; ++x) {
      const auto& pixel = pixels.at<cv::Vec3b>(y, x);
      const auto [least, most] = std::minmax({pixel[0], pixel[1], pixel[2]});
      sum += most - least;
    }
  return sum / static_cast<double>(pixels.total());
}

}  // namespace

bool is_negative(const cv::Mat& pixels) {
  const cv::Mat middle = middle_of(pixels);
  if (middle.empty()) return false;
  cv::Mat1b grey, light, solid;
  cv::cvtColor(middle, grey, cv::COLOR_BGR2GRAY);
  cv::threshold(grey, light, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
  const double share = double(cv::countNonZero(light)) / double(light.total());
  if (share < kLeastLight || share > kMostLight) return false;
  const double writing = cv::mean(grey, light)[0], ground = cv::mean(grey, light == 0)[0];
  if (ground > kMostDark || writing - ground < kApart) return false;
  const int stroke = std::max(3, static_cast<int>(kStroke * std::max(grey.cols, grey.rows))) | 1;
  cv::morphologyEx(light, solid, cv::MORPH_OPEN, cv::Mat1b(stroke, stroke, uchar{1}));
  if (cv::countNonZero(solid) > kMostSolid * cv::countNonZero(light)) return false;
  return colour_of(middle) <= kMostColour;
}

}  // namespace wenlan
