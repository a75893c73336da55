// SPDX-License-Identifier: GPL-3.0-or-later
// Frames for tests, written as probabilities.
#pragma once

#include <cmath>
#include <vector>

namespace wenlan {

// Scores whose softmax they are, where those of each frame have the sum 1.
inline std::vector<float> scores_of(std::vector<float> probabilities) {
  for (float& value : probabilities) value = std::log(value);
  return probabilities;
}

}  // namespace wenlan
