// SPDX-License-Identifier: GPL-3.0-or-later
// Cutting a block of upright lines into columns: the cheapest cut by dynamic programming.
#pragma once

#include <span>
#include <vector>

#include "engine/segment/found_line.h"
#include "engine/segment/options.h"
#include "engine/segment/pitch.h"

namespace wenlan {

struct Column {
  double left = 0, right = 0;
  std::vector<std::size_t> lines;  // indices of the lines given, by height

  double center() const { return (left + right) / 2; }
  double width() const { return right - left; }
};

struct ColumnCut {
  std::vector<Column> columns;  // right to left; none is empty
  double cost = 0;              // comparable between cuts of the same lines
  double half_share = 0;        // of the length of all lines: lines that stand as half columns
};

// Each line is in exactly one column: the one its center lies in. Never fails; no columns for no
// lines. The weights of the terms are `options`'. Time grows with lines times (width of the block
// in pitches).
ColumnCut cut_columns(std::span<const UprightLine> lines,
                      const Grid& grid,
                      std::span<const Rule> rules,
                      const SegmentOptions& options);

}  // namespace wenlan
