// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace wenlan {

// Spearman's rank correlation, -1..1; equal values share the mean of their ranks. Empty for fewer
// than three pairs, and where one side does not vary. Both sides are of one size.
std::optional<double> rank_correlation(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace wenlan
