// SPDX-License-Identifier: GPL-3.0-or-later
// Where a score along an axis is highest.
#pragma once

#include <algorithm>
#include <vector>

namespace wenlan {

struct Peak {
  double at, score;
};

// The local maxima of `score` from `least` to `most`, best first, each place tried `step` (over 1)
// times the one before. The ends count as maxima where the score falls from them.
template <class Score>
std::vector<Peak> peaks_of(const Score& score, double least, double most, double step) {
  std::vector<Peak> all, peaks;
  for (double at = least; at <= most * step; at *= step) all.push_back({at, score(at)});
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool rises = i == 0 || all[i].score >= all[i - 1].score;
    const bool falls = i + 1 == all.size() || all[i].score > all[i + 1].score;
    if (rises && falls) peaks.push_back(all[i]);
  }
  std::sort(peaks.begin(), peaks.end(), [](auto& a, auto& b) { return a.score > b.score; });
  return peaks;
}

}  // namespace wenlan
