// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/newsprint_signs.h"

#include <algorithm>
#include <utility>

#include "engine/segment/sheet_pieces.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr std::size_t kManyLines = 80;
constexpr std::size_t kSomeLines = 8;
constexpr std::size_t kSomeHeadlines = 1;
constexpr double kShortLine = .35;   // of the height of the text
constexpr double kManySizes = 1.6;   // widest text to usual text
constexpr double kSurelyFlat = 2.2;  // width over height
// In units, the width of a usual column.
constexpr double kHeadline = 1.3;
constexpr double kBelowHeadline = 3;  // where columns begin, indented ones too
constexpr double kBetweenRegisters = 1.1;
constexpr double kOverlap = .5;

constexpr double kLongRow = 4;            // heights
constexpr std::size_t kFewestBeside = 3;  // columns

// Headlines across, each with the beginnings of columns below it.
std::size_t headlines_of(const std::vector<Box<CleanSpace>>& boxes, double unit) {
  std::size_t headlines = 0;
  for (const auto& row : boxes) {
    if (row.width < kSurelyFlat * row.height || row.height < kHeadline * unit) continue;
    const auto below = std::count_if(boxes.begin(), boxes.end(), [&](const auto& box) {
      return shape_of(box) == Shape::column && box.center().x > row.x &&
             box.center().x < row.right() && box.y > row.center().y &&
             box.y < row.bottom() + kBelowHeadline * unit;
    });
    if (below >= 3) ++headlines;
  }
  return headlines;
}

// Rows between two registers: columns end close above and begin close below, over their width.
bool has_row_between_registers(const std::vector<Box<CleanSpace>>& boxes, double unit) {
  return std::any_of(boxes.begin(), boxes.end(), [&](const auto& row) {
    if (row.width < kLongRow * row.height || row.height < kBetweenRegisters * unit) return false;
    std::size_t above = 0, below = 0;
    for (const auto& box : boxes) {
      if (shape_of(box) != Shape::column || box.center().x < row.x || box.center().x > row.right())
        continue;
      const double before = row.y - box.bottom(), after = box.y - row.bottom();
      if (before > -kOverlap * unit && before < kBelowHeadline * unit) ++above;
      if (after > -kOverlap * unit && after < kBelowHeadline * unit) ++below;
    }
    return above >= kFewestBeside && below >= kFewestBeside;
  });
}

}  // namespace

bool is_newsprint(const std::vector<DetectedLine>& lines) {
  std::vector<Box<CleanSpace>> boxes;
  std::vector<std::pair<double, double>> heights, all_widths;
  Box<CleanSpace> text;
  std::size_t columns = 0;
  double widest = 0;
  const double unit = usual_column_width(lines);
  for (const auto& line : lines) {
    boxes.push_back(bounding_box(line.outline));
    text = united(text, boxes.back());
    if (shape_of(boxes.back()) != Shape::column) continue;
    ++columns;
    heights.emplace_back(boxes.back().height, boxes.back().height);
    all_widths.emplace_back(boxes.back().width, boxes.back().height);
  }
  for (const auto& [width, height] : all_widths)
    if (height > 3 * width) widest = std::max(widest, width);
  if (columns >= kManyLines && widest > kManySizes * unit &&
      weighted_median(std::move(heights)) < kShortLine * text.height)
    return true;
  return columns >= kSomeLines &&
         (headlines_of(boxes, unit) >= kSomeHeadlines || has_row_between_registers(boxes, unit));
}

}  // namespace wenlan
