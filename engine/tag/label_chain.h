// SPDX-License-Identifier: GPL-3.0-or-later
// A linear chain of labels: which sequence is best, and how probable its parts are.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "engine/tag/name_labels.h"

namespace wenlan {

using LabelScores = std::array<float, kNameLabels>;             // one character, logarithms
using TransitionScores = std::array<LabelScores, kNameLabels>;  // [first][second]

// The labels with the greatest sum of scores among the sequences that may_follow allows.
std::vector<NameLabel> best_labels(std::span<const LabelScores> scores,
                                   const TransitionScores& transitions);

// Probabilities over all allowed sequences (forward-backward).
class LabelMarginals {
 public:
  LabelMarginals(std::span<const LabelScores> scores, const TransitionScores& transitions);

  // Logarithm of the sum of exp(score) over all sequences.
  double log_total() const { return log_total_; }
  double of(std::size_t place, NameLabel label) const;
  // That `first` stands at place - 1 and `second` at `place`; place > 0.
  double of(std::size_t place, NameLabel first, NameLabel second) const;
  // That exactly `labels` stand from `place` on; `labels` is not empty.
  double of(std::size_t place, std::span<const NameLabel> labels) const;

 private:
  using Row = std::array<double, kNameLabels>;
  double step(std::size_t place, NameLabel first, NameLabel second) const;

  std::array<Row, kNameLabels> transitions_;  // exp, 0 where not allowed
  std::vector<Row> emitted_;                  // exp of the scores, over the scale of the place
  std::vector<Row> forward_, backward_;
  double log_total_ = 0;
};

}  // namespace wenlan
