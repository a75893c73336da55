// SPDX-License-Identifier: GPL-3.0-or-later
// How far apart the columns of a page stand, and how wide its main and its small lines are.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/segment/found_line.h"
#include "engine/segment/rule_grid.h"

namespace wenlan {

// A guess at the grid of a page; several are tried, and the cheapest cut into columns decides, with
// what the grid itself costs (grid_cost.h).
struct Grid {
  double pitch = 0;        // P: from column to column
  double half_border = 0;  // T: lines narrower are half columns
  double looseness = 0;    // of the logarithm: how much wider than main lines fill
};

// The widest width that enough text supports.
double main_width(std::span<const UprightLine> lines);

// What is known of the pitch besides the lines.
struct KnownPitch {
  std::optional<double> of_rules;     // pitch_of_rules
  std::optional<double> of_book;      // that of most pages of the book
  std::span<const Rule> rules = {};   // that of_rules is known by
  std::optional<double> of_ink = {};  // of columns told by their ink; counts before that of rules
};

// The pitch of the rules and that of the ink; without the latter also that of the book, and every
// pitch and border worth trying by the lines.
// Never empty for lines that are not empty.
std::vector<Grid> guess_grids(std::span<const UprightLine> lines, const KnownPitch& known);

}  // namespace wenlan
