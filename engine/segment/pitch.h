// SPDX-License-Identifier: GPL-3.0-or-later
// How far apart the columns of a page stand, and how wide its main and its small lines are.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/segment/found_line.h"

namespace wenlan {

// A ruling line between columns, in the straightened frame.
struct Rule {
  double u = 0;
  double coverage = 0;  // 0..1, share of the height of the text that shows it
  double top = 0;       // where it begins, as far as it is seen
};

constexpr double kEvenRules = .5;  // rules seen plainly need be no more even than this

// A guess at the grid of a page; several are tried and the cheapest cut into columns decides.
struct Grid {
  double pitch = 0;        // P: from column to column
  double half_border = 0;  // T: lines narrower are half columns
  double handicap = 0;     // what the guess must win by
  double looseness = 0;    // the same, for a page of which all were half columns
};

// The widest width that enough text supports.
double main_width(std::span<const UprightLine> lines);

// What is known of the pitch besides the lines.
struct KnownPitch {
  std::optional<double> of_rules;  // pitch_of_rules
  std::optional<double> of_book;   // that of most pages of the book
};

// The pitch that the rules themselves keep; empty when they are too few or keep none.
// `near` is the pitch expected from the text, `evenness` what the rules' score must exceed: 1 is a
// rule at each place of the grid and nowhere else.
std::optional<double> pitch_of_rules(std::span<const Rule> rules,
                                     double near,
                                     double evenness = kEvenRules);

// The pitch of the rules, where it is known, and that of the book, where it is half or twice as
// large; without rules that of the book and every pitch and border worth trying. Never empty for
// lines that are not empty.
std::vector<Grid> guess_grids(std::span<const UprightLine> lines, const KnownPitch& known);

}  // namespace wenlan
