// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag/label_chain.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace wenlan {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

// For each label those that may stand before it: a third of all pairs, so the inner loops are
// short.
struct Predecessors {
  std::array<std::array<NameLabel, kNameLabels>, kNameLabels> labels{};
  std::array<std::uint8_t, kNameLabels> counts{};
};

constexpr Predecessors predecessors() {
  Predecessors found;
  for (NameLabel second = 0; second < kNameLabels; ++second)
    for (NameLabel first = 0; first < kNameLabels; ++first)
      if (may_follow(first, second)) found.labels[second][found.counts[second]++] = first;
  return found;
}
constexpr Predecessors kPredecessors = predecessors();

std::span<const NameLabel> before(NameLabel second) {
  return {kPredecessors.labels[second].data(), kPredecessors.counts[second]};
}

}  // namespace

std::vector<NameLabel> best_labels(std::span<const LabelScores> scores,
                                   const TransitionScores& transitions) {
  const std::size_t count = scores.size();
  std::vector<NameLabel> labels(count);
  if (count == 0) return labels;
  std::vector<std::array<NameLabel, kNameLabels>> came_from(count);
  LabelScores best = scores[0];
  for (NameLabel label = 0; label < kNameLabels; ++label)
    if (!may_begin(label)) best[label] = kNever;
  for (std::size_t i = 1; i < count; ++i) {
    LabelScores next;
    for (NameLabel second = 0; second < kNameLabels; ++second) {
      float top = kNever;
      NameLabel from = before(second).front();
      for (const NameLabel first : before(second)) {
        const float sum = best[first] + transitions[first][second];
        if (sum > top) top = sum, from = first;
      }
      next[second] = top + scores[i][second];
      came_from[i][second] = from;
    }
    best = next;
  }
  for (NameLabel label = 0; label < kNameLabels; ++label)
    if (!may_end(label)) best[label] = kNever;
  labels[count - 1] =
      static_cast<NameLabel>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t i = count - 1; i > 0; --i) labels[i - 1] = came_from[i][labels[i]];
  return labels;
}

LabelMarginals::LabelMarginals(std::span<const LabelScores> scores,
                               const TransitionScores& transitions)
    : emitted_(scores.size()), forward_(scores.size()), backward_(scores.size()) {
  for (NameLabel first = 0; first < kNameLabels; ++first)
    for (NameLabel second = 0; second < kNameLabels; ++second)
      transitions_[first][second] =
          may_follow(first, second) ? std::exp(double{transitions[first][second]}) : 0;
  const std::size_t count = scores.size();
  for (std::size_t i = 0; i < count; ++i) {
    const float top = *std::max_element(scores[i].begin(), scores[i].end());
    double sum = 0;
    for (NameLabel second = 0; second < kNameLabels; ++second) {
      const bool barred = (i == 0 && !may_begin(second)) || (i + 1 == count && !may_end(second));
      emitted_[i][second] = barred ? 0 : std::exp(double{scores[i][second]} - top);
      double reached = i == 0 ? 1 : 0;
      if (i > 0)
        for (const NameLabel first : before(second))
          reached += forward_[i - 1][first] * transitions_[first][second];
      sum += forward_[i][second] = reached * emitted_[i][second];
    }
    for (double& value : forward_[i]) value /= sum;
    for (double& value : emitted_[i]) value /= sum;
    log_total_ += top + std::log(sum);
  }
  if (count > 0) backward_[count - 1].fill(1);
  for (std::size_t i = count; i-- > 1;) {
    backward_[i - 1].fill(0);
    for (NameLabel second = 0; second < kNameLabels; ++second) {
      const double left = emitted_[i][second] * backward_[i][second];
      for (const NameLabel first : before(second))
        backward_[i - 1][first] += transitions_[first][second] * left;
    }
  }
}

double LabelMarginals::step(std::size_t place, NameLabel first, NameLabel second) const {
  return transitions_[first][second] * emitted_[place][second];
}

double LabelMarginals::of(std::size_t place, NameLabel label) const {
  return forward_[place][label] * backward_[place][label];
}

double LabelMarginals::of(std::size_t place, NameLabel first, NameLabel second) const {
  return forward_[place - 1][first] * step(place, first, second) * backward_[place][second];
}

double LabelMarginals::of(std::size_t place, std::span<const NameLabel> labels) const {
  double probability = forward_[place][labels[0]];
  for (std::size_t i = 1; i < labels.size(); ++i)
    probability *= step(place + i, labels[i - 1], labels[i]);
  return probability * backward_[place + labels.size() - 1][labels.back()];
}

}  // namespace wenlan
