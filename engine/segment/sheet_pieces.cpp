// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/sheet_pieces.h"

#include <algorithm>
#include <utility>

#include "engine/segment/found_line.h"
#include "engine/segment/straighten.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr double kLong = 1.5;     // height over width of what is surely a column
constexpr double kLeastUnit = 4;  // pixels
// In units.
constexpr double kHeadline = 1.3;
constexpr double kInsideLine = .8;  // nearer to its end a rule does not cut a line

Extent extent_of(const Box<CleanSpace>& box) {
  return {box.x, box.y, box.right(), box.bottom()};
}

}  // namespace

Shape shape_of(const Box<CleanSpace>& box) {
  if (box.height > kLong * box.width) return Shape::column;
  if (box.width > kLong * box.height) return Shape::row;
  return Shape::character;
}

Polygon<CleanSpace> outline_of(const Extent& extent) {
  const auto point = [](double x, double y) {
    return Point<CleanSpace>{static_cast<float>(x), static_cast<float>(y)};
  };
  return {point(extent.left, extent.top),
          point(extent.right, extent.top),
          point(extent.right, extent.bottom),
          point(extent.left, extent.bottom)};
}

namespace {

void set_extent(Piece& piece, const Extent& extent) {
  piece.extent = extent;
  piece.outline = outline_of(extent);
}

// The piece becomes the first part; the other is added.
void part(SheetPieces& sheet, std::size_t piece, const Extent& first, const Extent& second) {
  Piece other = sheet.pieces[piece];
  set_extent(sheet.pieces[piece], first);
  set_extent(other, second);
  sheet.pieces.push_back(std::move(other));
}

}  // namespace

bool SheetPieces::is_headline(const Piece& piece) const {
  return std::min(piece.extent.width(), piece.extent.height()) > kHeadline * unit;
}

double usual_column_width(const std::vector<DetectedLine>& lines) {
  std::vector<std::pair<double, double>> widths;
  for (const auto& line : lines) {
    const auto box = bounding_box(line.outline);
    if (shape_of(box) == Shape::column) widths.emplace_back(box.width, box.height);
  }
  return weighted_median(std::move(widths));
}

SheetPieces pieces_of_sheet(const std::vector<DetectedLine>& lines, const cv::Mat& pixels) {
  SheetPieces sheet;
  sheet.unit = std::max(kLeastUnit, usual_column_width(lines));
  for (const auto& line : lines) {
    const auto box = bounding_box(line.outline);
    const Shape shape = shape_of(box);
    sheet.pieces.push_back({shape, extent_of(box), line.outline, line.confidence});
    if (shape != Shape::column) continue;
    const FoundLine found = cut_across(line.outline, line.confidence);
    if (found.slices.empty()) continue;
    const UprightLine strip = upright(found, {});  // the page was turned upright before
    sheet.pieces.back().extent = {strip.left(), strip.top, strip.right(), strip.bottom};
  }
  std::vector<Polygon<CleanSpace>> writing;
  for (const auto& piece : sheet.pieces) writing.push_back(piece.outline);
  sheet.ink = ink_of_print(pixels, sheet.unit);
  sheet.rules = find_printed_rules(sheet.ink, writing, sheet.unit);
  return sheet;
}

void unite(Piece& piece, const Piece& other) {
  set_extent(piece, united(piece.extent, other.extent));
}

void cut_column(SheetPieces& sheet, std::size_t column, double top, double bottom) {
  Extent above = sheet.pieces[column].extent, below = above;
  if (!sheet.pieces[column].is_column() || top < above.top + kInsideLine * sheet.unit ||
      bottom > above.bottom - kInsideLine * sheet.unit)
    return;
  above.bottom = top;
  below.top = bottom;
  part(sheet, column, above, below);
}

void cut_row(SheetPieces& sheet, std::size_t row, double left, double right) {
  Extent before = sheet.pieces[row].extent, after = before;
  if (left < before.left + kInsideLine * sheet.unit ||
      right > before.right - kInsideLine * sheet.unit)
    return;
  before.right = left;
  after.left = right;
  part(sheet, row, before, after);
}

}  // namespace wenlan
