// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/level_blocks.h"

#include <algorithm>
#include <iterator>

#include "engine/page/layout.h"
#include "engine/segment/sheet_pieces.h"

namespace wenlan {
namespace {

constexpr std::size_t kFewestRows = 3;
constexpr double kFewestCharacters = 5;  // heights of a row
constexpr double kMostCovered = .2;      // of a row by columns
// In heights of a row.
constexpr double kLikeHeight = 1.35;
constexpr double kLeastGap = .12;
constexpr double kMostGap = 2;
constexpr double kBeside = .6;  // of the shorter row

bool stands_below(const Box<CleanSpace>& upper, const Box<CleanSpace>& lower, double gap) {
  const double low = std::min(upper.height, lower.height);
  const double shared = std::min(upper.right(), lower.right()) - std::max(upper.x, lower.x);
  return lower.center().y > upper.center().y && lower.y - upper.bottom() < gap * low &&
         shared > kBeside * std::min(upper.width, lower.width);
}

bool is_next_row(const Box<CleanSpace>& upper, const Box<CleanSpace>& lower) {
  return std::max(upper.height, lower.height) <
             kLikeHeight * std::min(upper.height, lower.height) &&
         stands_below(upper, lower, kMostGap);
}

// Rows that touch may be columns seen crosswise.
std::vector<Box<CleanSpace>> rows_apart(const std::vector<Box<CleanSpace>>& rows) {
  std::vector<Box<CleanSpace>> apart;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(apart), [&](const auto& row) {
    return std::none_of(rows.begin(), rows.end(), [&](const auto& other) {
      return stands_below(row, other, kLeastGap) || stands_below(other, row, kLeastGap);
    });
  });
  return apart;
}

}  // namespace

bool has_level_block(const std::vector<DetectedLine>& lines) {
  std::vector<Box<CleanSpace>> rows, columns;
  for (const auto& line : lines) {
    const auto box = bounding_box(line.outline);
    if (shape_of(box) == Shape::column) columns.push_back(box);
    if (box.width > kFewestCharacters * box.height && line.confidence >= kDoubtfulLine)
      rows.push_back(box);
  }
  std::erase_if(rows, [&](const auto& row) {
    double covered = 0;
    for (const auto& column : columns) covered += intersected(row, column).area();
    return covered > kMostCovered * row.area();
  });
  rows = rows_apart(rows);
  std::sort(rows.begin(), rows.end(), [](auto& a, auto& b) { return a.y < b.y; });
  std::vector<std::size_t> above(rows.size(), 1);  // rows of the block down to this one
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (is_next_row(rows[j], rows[i])) above[i] = std::max(above[i], above[j] + 1);
  return std::any_of(
      above.begin(), above.end(), [](std::size_t count) { return count >= kFewestRows; });
}

}  // namespace wenlan
