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

Polygon<CleanSpace> outline_of(const Extent& extent) {
  const auto point = [](double x, double y) {
    return Point<CleanSpace>{static_cast<float>(x), static_cast<float>(y)};
  };
  return {point(extent.left, extent.top),
          point(extent.right, extent.top),
          point(extent.right, extent.bottom),
          point(extent.left, extent.bottom)};
}

}  // namespace

Shape shape_of(const Box<CleanSpace>& box) {
  if (box.height > kLong * box.width) return Shape::column;
  if (box.width > kLong * box.height) return Shape::row;
  return Shape::character;
}

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
  piece.extent = united(piece.extent, other.extent);
  piece.outline = outline_of(piece.extent);
}

void cut_column(SheetPieces& sheet, std::size_t column, double top, double bottom) {
  auto& pieces = sheet.pieces;
  const Extent own = pieces[column].extent;
  if (!pieces[column].is_column() || top < own.top + kInsideLine * sheet.unit ||
      bottom > own.bottom - kInsideLine * sheet.unit)
    return;
  Piece below = pieces[column];
  pieces[column].extent.bottom = top;
  below.extent.top = bottom;
  pieces[column].outline = outline_of(pieces[column].extent);
  below.outline = outline_of(below.extent);
  pieces.push_back(std::move(below));
}

void cut_row(SheetPieces& sheet, std::size_t row, double left, double right) {
  auto& pieces = sheet.pieces;
  const Extent own = pieces[row].extent;
  if (left < own.left + kInsideLine * sheet.unit || right > own.right - kInsideLine * sheet.unit)
    return;
  Piece rest = pieces[row];
  pieces[row].extent.right = left;
  rest.extent.left = right;
  pieces[row].outline = outline_of(pieces[row].extent);
  rest.outline = outline_of(rest.extent);
  pieces.push_back(std::move(rest));
}

}  // namespace wenlan
