// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/column_look.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/segment/notes.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr double kNarrow = .75;  // of the main width
constexpr double kNarrowOfPitch = .5;
constexpr double kNarrowerThanText = .85;  // of the main width: then it may be that of the pitch
constexpr double kSolidAside = .2;         // pitches from a column to a fish-tail in it
constexpr double kTailNearest = .12, kTailFarthest = .45;  // pitches from the middle of the strip
constexpr double kTailLevel = .15;    // pitches: its two wings are of one height
constexpr double kRunsThrough = .75;  // of the height of the text
constexpr double kLongLine = 3;       // pitches: lines that show how high the text is

}  // namespace

ColumnLooks::ColumnLooks(std::span<const UprightLine> lines,
                         const Block& block,
                         const BlockEvidence& evidence)
    : lines_(lines), block_(block), evidence_(evidence) {
  find_main_width();
  find_height();
}

void ColumnLooks::find_main_width() {
  std::vector<std::pair<double, double>> widths;
  for (const auto& placed : block_.lines)
    if (!placed.half) widths.emplace_back(lines_[placed.line].width, lines_[placed.line].height());
  main_width_ = std::max(weighted_median(std::move(widths)), wenlan::main_width(lines_));
}

void ColumnLooks::find_height() {
  top_ = std::numeric_limits<double>::max();
  bottom_ = -top_;
  for (const auto& line : lines_) {
    if (line.height() < kLongLine * pitch()) continue;
    top_ = std::min(top_, line.top);
    bottom_ = std::max(bottom_, line.bottom);
  }
}

ColumnLook ColumnLooks::look_at(const Column& column) const {
  ColumnLook look{.left = std::numeric_limits<double>::max(), .pieces = column.lines.size()};
  std::vector<std::pair<double, double>> widths;
  double told = 0, fold = 0;
  double bottom = std::numeric_limits<double>::max();
  // Specks have no say, unless there is nothing else.
  const bool all_doubtful = std::all_of(
      column.lines.begin(), column.lines.end(), [&](auto i) { return lines_[i].doubtful; });
  for (const auto i : column.lines) {
    const auto& line = lines_[i];
    if (line.doubtful && !all_doubtful) continue;
    look.left = std::min(look.left, line.left());
    look.right = std::max(look.right, line.right());
    look.longest_line = std::max(look.longest_line, line.height());
    if (line.top > bottom) look.longest_gap = std::max(look.longest_gap, line.top - bottom);
    bottom = bottom > 1e300 ? line.bottom : std::max(bottom, line.bottom);
    widths.emplace_back(line.width, line.height());
    if (line.kind) told += line.height();
    if (line.kind == WritingKind::fold_strip) fold += line.height();
  }
  if (told > 0) look.fold_share = fold / told;
  look.double_rows = has_double_rows(lines_, {&column, 1}, block_.grid);
  look.width = weighted_median(std::move(widths));
  return look;
}

bool ColumnLooks::is_narrow(const ColumnLook& look) const {
  if (look.double_rows) return false;
  return look.width < kNarrow * main_width_ ||
         (evidence_.rule_pitch && look.width < kNarrowOfPitch * pitch() &&
          look.width < kNarrowerThanText * main_width_);
}

bool ColumnLooks::has_solid_ink(const ColumnLook& look) const {
  return std::any_of(
      evidence_.solid_ink.begin(), evidence_.solid_ink.end(), [&](const SolidInk& ink) {
        const double aside = ink.of_edge ? 0 : kSolidAside * pitch();
        return ink.u > look.left - aside && ink.u < look.right + aside && ink.y > top_ &&
               ink.y < bottom_;
      });
}

bool ColumnLooks::runs_through(const ColumnLook& look) const {
  return look.longest_line > kRunsThrough * (bottom_ - top_);
}

bool ColumnLooks::has_fish_tail(const Column& column, const ColumnLook& look) const {
  if (look.double_rows) return false;
  const auto is_in = [&](const SolidInk& ink, double from, double to) {
    const double off = (ink.u - column.center()) / pitch();
    return !ink.of_edge && off > from && off < to && ink.y > top_ && ink.y < bottom_;
  };
  const auto& solid = evidence_.solid_ink;
  return std::any_of(solid.begin(), solid.end(), [&](const SolidInk& left) {
    return is_in(left, -kTailFarthest, -kTailNearest) &&
           std::any_of(solid.begin(), solid.end(), [&](const SolidInk& right) {
             return is_in(right, kTailNearest, kTailFarthest) &&
                    std::abs(left.y - right.y) < kTailLevel * pitch();
           });
  });
}

}  // namespace wenlan
