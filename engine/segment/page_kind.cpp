// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/page_kind.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "engine/segment/ink_parts.h"
#include "engine/segment/ruling_lines.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr double kMostLabels = .25;    // share of a picture page that lines fill
constexpr double kLeastDrawing = .04;  // share of its cells that hold ink beside lines and rules
constexpr double kMoreDrawing = .7;    // that ink over the ink of the lines
constexpr double kCellInk = .06;       // share of a cell: fewer are specks
constexpr double kLongStroke = .8;     // line widths
constexpr double kAround = .2;         // line widths that strokes reach beyond a line
constexpr int kAroundRules = 2;        // pixels of the reduced picture

constexpr std::size_t kMostCoverLines = 8;
constexpr double kMostCoverCharacters = 40;
constexpr double kLargeUpright = .12;  // of the width of the page: characters of a title slip
constexpr double kLargeAcross = .07;   // of a title page set in rows

// The writing of a page, in characters of the size of its lines.
struct Writing {
  std::size_t lines = 0;
  double characters = 0;
  double largest = 0;  // widths of lines, pixels
  double usual = 0;
  double area = 0;
};

Writing measured(const std::vector<DetectedLine>& lines) {
  Writing writing;
  std::vector<std::pair<double, double>> widths;
  for (const auto& line : lines) {
    if (line.confidence < kDoubtfulLine) continue;
    const auto box = bounding_box(line.outline);
    const double width = std::min(box.width, box.height), length = std::max(box.width, box.height);
    if (width < 1) continue;
    ++writing.lines;
    writing.characters += std::max(1., length / width);
    writing.largest = std::max(writing.largest, width);
    writing.area += box.area();
    widths.emplace_back(width, length);
  }
  writing.usual = weighted_median(std::move(widths));
  return writing;
}

bool is_cover(const Writing& writing, const cv::Mat& pixels, bool vertical) {
  return writing.lines > 0 && writing.lines <= kMostCoverLines &&
         writing.characters <= kMostCoverCharacters &&
         writing.largest > (vertical ? kLargeUpright : kLargeAcross) * pixels.cols;
}

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

bool is_drawn(const std::vector<DetectedLine>& lines, const cv::Mat& pixels, double unit) {
  const InkPicture picture = find_ink(pixels, unit);
  const cv::Mat1b writing = area_of(lines, picture, unit);
  cv::Mat1b inside, beside = picture.strong.clone(), rules = rule_ink(picture, unit);
  cv::bitwise_and(picture.strong, writing, inside);
  const int around = 2 * kAroundRules + 1;
  cv::dilate(rules, rules, cv::Mat1b(around, around, uchar{1}));
  beside.setTo(0, rules);
  beside.setTo(0, writing);
  beside = long_strokes(beside, kLongStroke * unit * picture.scale);
  const int cell = std::max(4, static_cast<int>(unit * picture.scale));
  return cv::countNonZero(beside) > kMoreDrawing * cv::countNonZero(inside) &&
         spread_of(beside, cell) > kLeastDrawing;
}

}  // namespace

PageKind kind_of_page(const std::vector<DetectedLine>& lines,
                      const cv::Mat& pixels,
                      bool vertical) {
  if (lines.empty()) return PageKind::picture;
  const Writing writing = measured(lines);
  if (is_cover(writing, pixels, vertical)) return PageKind::cover;
  const double page = static_cast<double>(pixels.cols) * pixels.rows;
  const bool little = writing.area < kMostLabels * page;
  if (little && writing.usual > 0 && is_drawn(lines, pixels, writing.usual))
    return PageKind::picture;
  return PageKind::text;
}

void make_labels(Layout& layout) {
  std::optional<std::size_t> first;
  Box<ScanSpace> around;
  std::vector<Region> kept;
  const auto is_text = [](const Region& region) {
    return region.kind == RegionKind::text || region.kind == RegionKind::headline ||
           region.kind == RegionKind::head_margin;
  };
  for (auto& region : layout.regions) {
    if (!is_text(region)) {
      kept.push_back(std::move(region));
      continue;
    }
    around = united(around, bounding_box(region.outline));
    for (auto& line : layout.lines) {
      if (line.region != region.id) continue;
      line.stream = Stream::other;
      line.note_segment.reset();
      line.note_half.reset();
      if (first) line.region = kept[*first].id;
    }
    if (first) continue;
    first = kept.size();
    region.kind = RegionKind::illustration;
    kept.push_back(std::move(region));
  }
  if (first) kept[*first].outline = outline_of(around);
  layout.regions = std::move(kept);
  layout.kind = PageKind::picture;
}

}  // namespace wenlan
