// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/letter_tails.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr double kFarthest = .45;  // of the height of the row
constexpr double kOverlong = .3;   // of the row's length: so much ink at one height is a rule

struct Edges {
  std::vector<int> upper, lower;  // for each column of pixels; upper > lower where there is none
};

Edges edges_of(const cv::Mat1b& mask) {
  Edges edges;
  for (int x = 0; x < mask.cols; ++x) {
    int first = mask.rows, last = -1;
    for (int y = 0; y < mask.rows; ++y)
      if (mask(y, x) != 0) {
        first = std::min(first, y);
        last = y;
      }
    edges.upper.push_back(first);
    edges.lower.push_back(last);
  }
  return edges;
}

// How far below (`step` 1) or above (-1) the edge its ink goes on; 0 where it does not end.
int reach(const cv::Mat1b& ink, const std::vector<int>& edge, int step, int most) {
  for (int distance = 1; distance <= most; ++distance) {
    int count = 0;
    for (int x = 0; x < ink.cols; ++x) {
      const int y = edge[static_cast<std::size_t>(x)] + step * distance;
      if (y >= 0 && y < ink.rows && ink(y, x) != 0) ++count;
    }
    if (count == 0) return distance;
    if (count > kOverlong * ink.cols) return 0;
  }
  return 0;
}

}  // namespace

Polygon<CleanSpace> with_letter_tails(const cv::Mat& pixels, const Polygon<CleanSpace>& row) {
  const auto box = bounding_box(row);
  const int most = static_cast<int>(std::lround(kFarthest * box.height));
  const cv::Rect area = cv::Rect(cvFloor(box.x),
                                 cvFloor(box.y) - most - 1,
                                 cvCeil(box.width) + 1,
                                 cvCeil(box.height) + 2 * most + 2) &
                        cv::Rect({0, 0}, pixels.size());
  if (area.width < 2 || area.height < 2 || most < 1) return row;
  cv::Mat1b gray, ink, mask(area.size(), uchar{0});
  cv::cvtColor(pixels(area), gray, cv::COLOR_BGR2GRAY);
  cv::threshold(gray, ink, 0, 255, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
  std::vector<cv::Point> points;
  for (const auto& point : row)
    points.emplace_back(cvRound(point.x) - area.x, cvRound(point.y) - area.y);
  cv::fillPoly(mask, std::vector<std::vector<cv::Point>>{points}, 255);
  const Edges edges = edges_of(mask);
  const auto above = static_cast<float>(reach(ink, edges.upper, -1, most));
  const auto below = static_cast<float>(reach(ink, edges.lower, 1, most));
  Polygon<CleanSpace> grown = row;
  const float middle = box.center().y;
  for (auto& point : grown) point.y += point.y < middle ? -above : below;
  return grown;
}

}  // namespace wenlan
