// SPDX-License-Identifier: GPL-3.0-or-later
// Rules between columns that stand evenly: the pitch they keep, and how well they keep one.
#pragma once

#include <optional>
#include <span>

namespace wenlan {

// A ruling line between columns, in the straightened frame.
struct Rule {
  double u = 0;
  double coverage = 0;  // 0..1, share of the height of the text that shows it
  double top = 0;       // where it begins, as far as it is seen
};

constexpr double kEvenRules = .5;  // rules seen plainly need be no more even than this

// How well rules keep a pitch, 0..1: 1 when each stands on the grid and each place of the grid has
// one; 0 of rules too few, or few for the places between the first and the last. `near` is the
// pitch expected from the text: rules near each other count most.
double evenness_of_rules(std::span<const Rule> rules, double pitch, double near);

// The pitch that the rules themselves keep; empty when they are too few or keep none. `evenness` is
// what must be exceeded.
std::optional<double> pitch_of_rules(std::span<const Rule> rules,
                                     double near,
                                     double evenness = kEvenRules);

}  // namespace wenlan
