// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/drawing.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/segment/ink_parts.h"
#include "engine/segment/ruling_lines.h"

namespace wenlan {
namespace {

constexpr double kLeastDrawing = .04;  // share of its cells that hold ink beside lines and rules
constexpr double kMoreDrawing = .7;    // that ink over the ink of the lines
constexpr double kCellInk = .06;       // share of a cell: fewer are specks
constexpr double kLongStroke = .8;     // line widths
constexpr double kAround = .2;         // line widths that strokes reach beyond a line
constexpr int kAroundRules = 2;        // pixels of the reduced picture

constexpr double kLargeStroke = 1;  // line widths, both ways: no stroke of a character is as large
constexpr double kMostOfPage =
    .8;  // of its shorter side: longer is a frame or the edge of the leaf
constexpr int kFewestLarge = 5;
constexpr double kLargeCover = .08;  // of the page, by the boxes around such strokes

cv::Mat1b area_of(const std::vector<DetectedLine>& lines, const InkPicture& picture, double unit) {
  cv::Mat1b area(picture.ink.size(), uchar{0});
  for (const auto& line : lines) {
    std::vector<cv::Point> points;
    for (const auto& point : line.outline)
      points.emplace_back(cv::saturate_cast<int>(point.x * picture.scale),
                          cv::saturate_cast<int>(point.y * picture.scale));
    cv::fillPoly(area, std::vector<std::vector<cv::Point>>{points}, 255);
  }
  const int around = 2 * static_cast<int>(std::lround(kAround * unit * picture.scale)) + 1;
  cv::dilate(area, area, cv::Mat1b(around, around, uchar{1}));
  return area;
}

// Share of the cells of the picture, as large as a character, that hold ink.
double spread_of(const cv::Mat1b& ink, int cell) {
  int cells = 0, filled = 0;
  for (int y = 0; y + cell <= ink.rows; y += cell)
    for (int x = 0; x + cell <= ink.cols; x += cell) {
      ++cells;
      if (cv::countNonZero(ink(cv::Rect(x, y, cell, cell))) > kCellInk * cell * cell) ++filled;
    }
  return cells == 0 ? 0 : static_cast<double>(filled) / cells;
}

// Strokes longer than those of characters: dirt and show-through are no drawing.
cv::Mat1b long_strokes(const cv::Mat1b& ink, double least) {
  return parts_kept(
      ink, [&](const InkPart& part) { return std::max(part.box.width, part.box.height) >= least; });
}

// The ink beside lines and rules.
cv::Mat1b ink_beside(const InkPicture& picture, const cv::Mat1b& writing, double unit) {
  cv::Mat1b beside = picture.strong.clone(), rules = rule_ink(picture, unit);
  const int around = 2 * kAroundRules + 1;
  cv::dilate(rules, rules, cv::Mat1b(around, around, uchar{1}));
  beside.setTo(0, rules);
  beside.setTo(0, writing);
  return beside;
}

// Strokes that reach over more than a character both across and down, as hills and rivers do; rules
// and what is left of worn ones are straight.
bool has_large_strokes(const cv::Mat1b& ink, double unit) {
  int large = 0;
  double cover = 0;
  parts_kept(ink, [&](const InkPart& part) {
    const auto [least, most] = std::minmax(part.box.width, part.box.height);
    if (least < kLargeStroke * unit || most > kMostOfPage * std::min(ink.cols, ink.rows))
      return false;
    ++large;
    cover += part.box.area();
    return false;
  });
  return large >= kFewestLarge && cover > kLargeCover * ink.cols * ink.rows;
}

}  // namespace

bool is_drawn(const std::vector<DetectedLine>& lines, const cv::Mat& pixels, double unit) {
  const InkPicture picture = find_ink(pixels, unit);
  const cv::Mat1b writing = area_of(lines, picture, unit);
  cv::Mat1b inside;
  cv::bitwise_and(picture.strong, writing, inside);
  const double width = unit * picture.scale;
  const cv::Mat1b beside = long_strokes(ink_beside(picture, writing, unit), kLongStroke * width);
  if (has_large_strokes(beside, width)) return true;
  const int cell = std::max(4, static_cast<int>(width));
  return cv::countNonZero(beside) > kMoreDrawing * cv::countNonZero(inside) &&
         spread_of(beside, cell) > kLeastDrawing;
}

}  // namespace wenlan
