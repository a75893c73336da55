// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/quality/expected_cer.h"

#include <algorithm>
#include <numeric>

#include "engine/quality/sign_weights.h"

namespace wenlan {

float expected_cer(const SignSums& signs) {
  if (signs.characters <= 0) return 0;
  const double wrong = std::inner_product(
      signs.sums.begin(), signs.sums.end(), kSignWeights.begin(), kUnseenErrors * signs.characters);
  return static_cast<float>(std::clamp(wrong / signs.characters, 0.0, 1.0));
}

Quality estimate_quality(const Layout& layout, const Transcript& transcript) {
  return {expected_cer(signs_of_text(layout, transcript))};
}

std::vector<float> expected_cer_of_lines(const Layout& layout, const Transcript& transcript) {
  std::vector<float> rates;
  for (const SignSums& signs : signs_of_lines(layout, transcript))
    rates.push_back(expected_cer(signs));
  return rates;
}

}  // namespace wenlan
