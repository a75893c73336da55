// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/explain_layout.h"

#include <algorithm>
#include <array>
#include <string>

#include <opencv2/imgproc.hpp>

#include "engine/segment/find_layout.h"

namespace wenlan {
namespace {

constexpr int kHighest = 2000;
constexpr double kInk = .25;  // of a filled line

// Blue, green, red.
cv::Scalar colour_of(const Line& line) {
  switch (line.stream) {
    case Stream::main:
      return {60, 160, 30};
    case Stream::note:
      return line.note_half == NoteHalf::right  ? cv::Scalar{220, 120, 0}
             : line.note_half == NoteHalf::left ? cv::Scalar{200, 0, 160}
                                                : cv::Scalar{160, 160, 0};
    case Stream::running_title:
      return {0, 120, 230};
    case Stream::head_note:
    case Stream::side_note:
      return {0, 200, 200};
    default:
      return {80, 80, 80};
  }
}

std::vector<cv::Point> corners(const Polygon<ScanSpace>& outline, double scale) {
  std::vector<cv::Point> points;
  for (const auto& point : outline)
    points.emplace_back(static_cast<int>(point.x * scale), static_cast<int>(point.y * scale));
  return points;
}

cv::Point middle_of(const Polygon<ScanSpace>& outline, double scale) {
  const auto center = bounding_box(outline).center();
  return {static_cast<int>(center.x * scale), static_cast<int>(center.y * scale)};
}

void fill_lines(cv::Mat& picture, double scale, const Layout& layout) {
  cv::Mat filled = picture.clone();
  for (const auto& line : layout.lines) {
    const auto points = corners(line.outline, scale);
    if (points.size() > 2) cv::fillPoly(filled, std::vector{points}, colour_of(line));
  }
  cv::addWeighted(filled, kInk, picture, 1 - kInk, 0, picture);
}

void draw_borders(cv::Mat& picture, double scale, const Layout& layout) {
  for (const auto& region : layout.regions) {
    const auto points = corners(region.outline, scale);
    if (points.size() > 2) cv::polylines(picture, std::vector{points}, true, {200, 60, 60}, 3);
  }
  for (const auto& line : layout.lines) {
    const auto points = corners(line.outline, scale);
    const bool doubtful = line.confidence < kDoubtfulLine;
    if (points.size() > 2)
      cv::polylines(picture,
                    std::vector{points},
                    true,
                    doubtful ? cv::Scalar{0, 0, 255} : colour_of(line),
                    doubtful ? 3 : 1);
  }
}

void draw_order(cv::Mat& picture, double scale, const Layout& layout) {
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    const auto at = middle_of(layout.lines[i].outline, scale);
    if (i > 0)
      cv::line(picture, middle_of(layout.lines[i - 1].outline, scale), at, {180, 180, 255}, 1);
    const std::string number = std::to_string(i + 1);
    cv::putText(picture, number, at, cv::FONT_HERSHEY_SIMPLEX, .6, {255, 255, 255}, 4);
    cv::putText(picture, number, at, cv::FONT_HERSHEY_SIMPLEX, .6, {0, 0, 200}, 2);
  }
}

}  // namespace

cv::Mat explain_layout(const cv::Mat& scan, double scale, const Layout& layout) {
  const double reduced = std::min(1., double{kHighest} / std::max(1, scan.rows));
  cv::Mat picture;
  cv::resize(scan, picture, {}, reduced, reduced, cv::INTER_AREA);
  const double total = scale * reduced;
  fill_lines(picture, total, layout);
  draw_borders(picture, total, layout);
  draw_order(picture, total, layout);
  return picture;
}

}  // namespace wenlan
