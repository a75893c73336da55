// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/quality/expected_cer.h"

#include <algorithm>
#include <numeric>

#include "engine/quality/sign_weights.h"

namespace wenlan {
namespace {

// How loud the signs are, for each character; orders pages, but is no rate yet.
double loudness(const SignSums& signs) {
  if (signs.characters <= 0) return 0;
  const double sum = std::inner_product(
      signs.sums.begin(), signs.sums.end(), kSignWeights.begin(), kUnseenErrors * signs.characters);
  return sum / signs.characters;
}

// On good pages most of what is strange is right all the same: few signs mean next to nothing,
// many nearly what they say.
double share_that_is_wrong(double loudness) {
  return kHeight * loudness / (loudness + kBend);
}

}  // namespace

float expected_cer(const SignSums& signs) {
  const double loud = loudness(signs);
  return static_cast<float>(std::min(1.0, loud * share_that_is_wrong(loud)));
}

Quality estimate_quality(const Layout& layout, const Transcript& transcript) {
  return {expected_cer(signs_of_text(layout, transcript))};
}

std::vector<float> expected_cer_of_lines(const Layout& layout, const Transcript& transcript) {
  const double share = share_that_is_wrong(loudness(signs_of_text(layout, transcript)));
  std::vector<float> rates;
  for (const SignSums& signs : signs_of_lines(layout, transcript))
    rates.push_back(static_cast<float>(std::min(1.0, loudness(signs) * share)));
  return rates;
}

}  // namespace wenlan
