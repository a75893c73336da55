// SPDX-License-Identifier: GPL-3.0-or-later
// The terms that a cut into columns is weighed by, each alone and before its weight; the cut itself
// is in columns.h. Lengths in the straightened frame, pixels. A whole column of text counts 1,
// lesser lines by their share of its height.
#pragma once

#include <span>

#include "engine/segment/found_line.h"
#include "engine/segment/pitch.h"

namespace wenlan {

struct ColumnMeasures {
  double pitch = 1;        // from column to column
  double half_border = 1;  // lines narrower are half columns
  double height = 1;       // of a whole column of the block
};

// How far a column of `width` strays from the pitch: 0 on it, .25 at half as much again.
double spacing_cost(double width, const ColumnMeasures& measures);

// How ill a line stands between two edges as main text, in their middle, and as half a column, at a
// quarter; 0 is in its place. By its width a line may be sure to be one of them, or either.
struct LineFit {
  double as_main, as_half;
};
LineFit fit_between(const UprightLine& line,
                    double left,
                    double right,
                    const ColumnMeasures& measures);

// The better of the two, 0..1, by the share of the column that the line is long.
double place_cost(const UprightLine& line,
                  double left,
                  double right,
                  const ColumnMeasures& measures);

// How much of the line an edge at `at` cuts off, in depth and length, 0..1.
double cut_cost(const UprightLine& line, double at, const ColumnMeasures& measures);

// How surely `right` and `left`, two lines that overlap in height, are one double row, 0..1: no
// edge may stand between them. Half lines a pitch or less apart that begin at one height are.
double bond_of(const UprightLine& left, const UprightLine& right, const ColumnMeasures& measures);

// What an edge at `at` gains by following a rule, 0..1: that of the rule seen best.
double rule_gain(std::span<const Rule> rules, double at, const ColumnMeasures& measures);

// Two lines farther apart than this are no double row; pitches.
inline constexpr double kBondFarthest = .75;

}  // namespace wenlan
