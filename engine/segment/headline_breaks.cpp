// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/headline_breaks.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr double kWide = .2;       // heights of the row: a break is no narrower
constexpr double kWider = 1.7;     // than between its characters
constexpr double kBetween = .04;   // heights: less is no gap between characters
constexpr double kInside = .1;     // of its height: outlines reach a little over
constexpr double kBelow = 3;       // units from the row to the tops of its columns, indented too
constexpr double kOverlap = .8;    // units
constexpr double kParted = 1.3;    // distances from column to column
constexpr double kBeside = .3;     // units
constexpr double kFarthest = 2.2;  // units from column to column, in one block

// Is a rule drawn across between the row and the column?
bool is_ruled_off(const SheetPieces& sheet, const Extent& row, const Extent& column) {
  return std::any_of(sheet.rules.across.begin(), sheet.rules.across.end(), [&](const Extent& rule) {
    return rule.middle() > row.middle() && rule.middle() < column.middle() &&
           rule.left < column.center() && rule.right > column.center();
  });
}

bool stands_below(const SheetPieces& sheet, const Piece& piece, const Extent& row) {
  const double gap = piece.extent.top - row.bottom;
  return piece.is_column() && gap > -kOverlap * sheet.unit && gap < kBelow * sheet.unit &&
         shared_across(piece.extent, row) > -sheet.unit && !is_ruled_off(sheet, row, piece.extent);
}

// From column to column, over the sheet.
double usual_step(const SheetPieces& sheet) {
  std::vector<double> steps;
  for (const auto& piece : sheet.pieces) {
    if (!piece.is_column() || sheet.is_headline(piece)) continue;
    double least = kFarthest * sheet.unit;
    for (const auto& other : sheet.pieces) {
      const double step = piece.extent.center() - other.extent.center();
      if (other.is_column() && step > sheet.unit / 2 && shared_down(piece.extent, other.extent) > 0)
        least = std::min(least, step);
    }
    if (least < kFarthest * sheet.unit) steps.push_back(least);
  }
  return steps.empty() ? kFarthest * sheet.unit : median(std::move(steps));
}

// Do the columns below part at the place?
bool columns_part(const std::vector<Extent>& below, const Stretch& gap, double step, double unit) {
  std::optional<Extent> left, right;
  for (const auto& column : below) {
    auto& side = column.center() < gap.at() ? left : right;
    const bool nearer = !side || (column.center() < gap.at() ? column.center() > side->center()
                                                             : column.center() < side->center());
    if (nearer) side = column;
  }
  return left && right && right->center() - left->center() > kParted * step &&
         left->right < gap.to + kBeside * unit && right->left > gap.from - kBeside * unit;
}

}  // namespace

std::vector<Stretch> headline_breaks(const SheetPieces& sheet, const Extent& row) {
  std::vector<Extent> below;
  for (const auto& piece : sheet.pieces)
    if (stands_below(sheet, piece, row)) below.push_back(piece.extent);
  if (below.size() < 2) return {};
  const double inset = kInside * row.height();
  auto blanks =
      blanks_across(sheet.ink.dark,
                    sheet.ink.scale,
                    {row.left + inset, row.top + inset, row.right - inset, row.bottom - inset});
  std::erase_if(blanks, [&](const Stretch& blank) {
    return blank.length() < kBetween * row.height() || blank.from <= row.left + inset + 1 ||
           blank.to >= row.right - inset - 1;
  });
  if (blanks.empty()) return {};
  std::vector<double> lengths;
  for (const auto& blank : blanks) lengths.push_back(blank.length());
  const double usual = median(std::move(lengths));
  const double least = std::max(kWide * row.height(), kWider * usual);
  const double step = usual_step(sheet);
  std::vector<Stretch> breaks;
  for (const auto& blank : blanks)
    if (blank.length() >= least && columns_part(below, blank, step, sheet.unit))
      breaks.push_back(blank);
  return breaks;
}

}  // namespace wenlan
