// SPDX-License-Identifier: GPL-3.0-or-later
// Registers 欄: text set in bands, one above the other, each with columns of its own.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/segment/columns.h"
#include "engine/segment/found_line.h"

namespace wenlan {

// A horizontal line drawn across the page.
struct HorizontalRule {
  double y = 0;
  double coverage = 0;  // 0..1, share of the width of the text
};

// What the columns of a block do at one height. Doubtful lines, such as specks between two
// registers, have no say.
struct ColumnEnds {
  int columns = 0;
  int crossing = 0;  // run through it
  int beside = 0;    // end above it and begin again below
  int begins = 0;    // begin below it alone
  int ends = 0;      // end above it alone
  double white = 0;  // pitches around it without a line
};

// What it costs to part a block there, in columns of text as ColumnCut::cost is: below 0 where
// columns end and begin again, or begin below white that others end at. `ruled` is the coverage of
// a rule across.
double register_cost(const ColumnEnds& ends, double ruled);

struct RegisterSplit {
  double y = 0;
  double cost = 0;
};

// The cheapest height to part the block at; empty where it is too low for two registers or columns
// run through everywhere. `columns` may be wrong where registers do not stand in line: only their
// ends are looked at.
std::optional<RegisterSplit> find_register_split(std::span<const UprightLine> lines,
                                                 std::span<const Column> columns,
                                                 double pitch,
                                                 std::span<const HorizontalRule> rules);

}  // namespace wenlan
