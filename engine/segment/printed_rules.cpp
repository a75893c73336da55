// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/printed_rules.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr double kLongSide = 3072;  // of the reduced picture
// In units.
constexpr double kMargin = .1;  // around lines: their strokes may reach a little over
constexpr double kWave = .4;    // a wavy rule is closed to a bar
constexpr double kBroken = .6;  // gaps in a rule
constexpr double kShortest = 3;
constexpr double kShortestAcross = 6;  // strokes of characters side by side may stand in line
constexpr double kThickest = 1.5;      // thicker is a picture
constexpr double kSlender = .08;       // width over length: the sides of two frames, found as one
constexpr double kLarge = 1.5;

constexpr double kThrough = .9;  // of the height of a row

cv::Mat bar(bool upright, double length) {
  const int n = std::max(1, static_cast<int>(std::lround(length)));
  return cv::getStructuringElement(cv::MORPH_RECT, upright ? cv::Size(1, n) : cv::Size(n, 1));
}

std::vector<Extent> pieces_of(const cv::Mat1b& mask, double scale, double unit, bool upright) {
  cv::Mat labels, stats, centers;
  const int count = cv::connectedComponentsWithStats(mask, labels, stats, centers, 8);
  std::vector<Extent> pieces;
  for (int i = 1; i < count; ++i) {
    const int x = stats.at<int>(i, cv::CC_STAT_LEFT), y = stats.at<int>(i, cv::CC_STAT_TOP);
    const int w = stats.at<int>(i, cv::CC_STAT_WIDTH), h = stats.at<int>(i, cv::CC_STAT_HEIGHT);
    if ((upright ? w : h) > std::max(kThickest * unit, kSlender * (upright ? h : w))) continue;
    pieces.push_back({x / scale, y / scale, (x + w) / scale, (y + h) / scale});
  }
  return pieces;
}

// Where these lines stand, and a little around.
cv::Mat1b mask_of(std::span<const Polygon<CleanSpace>> lines,
                  cv::Size size,
                  double scale,
                  int margin) {
  cv::Mat1b mask(size, uchar{0});
  for (const auto& line : lines) {
    std::vector<cv::Point> points;
    for (const auto& point : line)
      points.emplace_back(cv::saturate_cast<int>(point.x * scale),
                          cv::saturate_cast<int>(point.y * scale));
    cv::fillPoly(mask, std::vector<std::vector<cv::Point>>{points}, 255);
  }
  if (margin > 0) cv::dilate(mask, mask, cv::Mat1b(1, 2 * margin + 1, uchar{1}));
  return mask;
}

// A rule that goes on through a row of writing, as far as that reaches.
void follow_through(Extent& rule,
                    const Box<CleanSpace>& row,
                    const InkPicture& picture,
                    double unit) {
  if (row.width < row.height || rule.center() < row.x || rule.center() > row.right()) return;
  const bool below = std::abs(rule.top - row.bottom()) < kBroken * unit;
  if (!below && std::abs(rule.bottom - row.y) > kBroken * unit) return;
  const cv::Rect through = cv::Rect(cv::Point2d(rule.left, row.y) * picture.scale,
                                    cv::Point2d(rule.right, row.bottom()) * picture.scale) &
                           cv::Rect({0, 0}, picture.dark.size());
  if (through.empty()) return;
  cv::Mat1b darkest;
  cv::reduce(picture.dark(through), darkest, 1, cv::REDUCE_MAX);
  if (cv::countNonZero(darkest) < kThrough * through.height) return;
  (below ? rule.top : rule.bottom) = below ? row.y : row.bottom();
}

}  // namespace

InkPicture ink_of_print(const cv::Mat& pixels, double unit) {
  return find_ink(pixels, unit, kLongSide);
}

PrintedRules find_printed_rules(const InkPicture& picture,
                                std::span<const Polygon<CleanSpace>> writing,
                                double unit) {
  const double scale = picture.scale, u = unit * scale;
  // Only strokes of large lines, and those along a line, are long enough to look like a rule; other
  // lines may reach over one by mistake.
  std::vector<Polygon<CleanSpace>> large;
  for (const auto& line : writing) {
    const auto box = bounding_box(line);
    if (box.width > box.height || std::min(box.width, box.height) > kLarge * unit)
      large.push_back(line);
  }
  const int margin = static_cast<int>(std::lround(kMargin * u));
  cv::Mat1b across = picture.dark.clone();
  across.setTo(0, mask_of(large, across.size(), scale, 0));
  cv::morphologyEx(across, across, cv::MORPH_OPEN, bar(false, kShortestAcross * u));
  cv::Mat1b upright = picture.dark.clone();
  upright.setTo(0, mask_of(writing, upright.size(), scale, margin));
  upright.setTo(0, across);
  cv::morphologyEx(upright, upright, cv::MORPH_CLOSE, bar(false, kWave * u));
  cv::morphologyEx(upright, upright, cv::MORPH_CLOSE, bar(true, kBroken * u));
  upright.setTo(0, across);  // what ends above a rule is not what begins below it
  cv::morphologyEx(upright, upright, cv::MORPH_OPEN, bar(true, kShortest * u));
  PrintedRules rules{pieces_of(upright, scale, u, true), pieces_of(across, scale, u, false)};
  for (auto& rule : rules.upright)
    for (const auto& line : writing) follow_through(rule, bounding_box(line), picture, unit);
  return rules;
}

}  // namespace wenlan
