// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/train/tagger/chain_training.h"

#include <algorithm>
#include <cmath>

#include "engine/tag/key_table.h"
#include "engine/tag/label_chain.h"

namespace wenlan {
namespace {

// Distinct keys that occur at least `least` times, in ascending order.
std::vector<FeatureKey> frequent_keys(std::vector<FeatureKey> keys, int least) {
  std::sort(keys.begin(), keys.end());
  std::vector<FeatureKey> frequent;
  for (std::size_t begin = 0; begin < keys.size();) {
    const auto end = std::upper_bound(keys.begin() + begin, keys.end(), keys[begin]) - keys.begin();
    if (end - static_cast<std::ptrdiff_t>(begin) >= least) frequent.push_back(keys[begin]);
    begin = static_cast<std::size_t>(end);
  }
  return frequent;
}

}  // namespace

ChainTraining::ChainTraining(const std::vector<LabelledSentence>& sentences,
                             const CharacterClusters& clusters,
                             int least) {
  std::vector<FeatureKey> all;
  for (const LabelledSentence& sentence : sentences) {
    const FeatureText text(sentence.text, clusters);
    for (std::size_t i = 0; i < text.size(); ++i) {
      const FeatureKeys keys = text.features_at(i);
      all.insert(all.end(), keys.begin(), keys.end());
    }
  }
  keys_ = frequent_keys(all, least);
  const KeyTable places(keys_);
  std::size_t next = 0;
  for (const LabelledSentence& sentence : sentences) {
    sentences_.push_back({positions_.size() - 1, sentence.labels});
    for (std::size_t i = 0; i < sentence.labels.size(); ++i) {
      for (int k = 0; k < kFeatureTemplates; ++k) {
        const std::uint32_t place = places.find(all[next++]);
        if (place != KeyTable::kAbsent) feature_list_.push_back(place);
      }
      positions_.push_back(feature_list_.size());
    }
  }
}

std::span<const std::uint32_t> ChainTraining::features_of(std::size_t position) const {
  return std::span(feature_list_)
      .subspan(positions_[position], positions_[position + 1] - positions_[position]);
}

std::size_t ChainTraining::transition_at(NameLabel first, NameLabel second) const {
  return keys_.size() * kNameLabels + first * std::size_t{kNameLabels} + second;
}

double ChainTraining::add_sentence(const Sentence& sentence,
                                   std::span<const double> weights,
                                   const TransitionScores& transitions,
                                   std::span<double> gradient) const {
  const std::size_t count = sentence.labels.size();
  std::vector<LabelScores> scores(count, LabelScores{});
  for (std::size_t i = 0; i < count; ++i)
    for (const std::uint32_t feature : features_of(sentence.first + i))
      for (NameLabel label = 0; label < kNameLabels; ++label)
        scores[i][label] += static_cast<float>(weights[feature * kNameLabels + label]);
  const LabelMarginals marginals(scores, transitions);
  double right = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const NameLabel gold = sentence.labels[i];
    right += scores[i][gold];
    std::array<double, kNameLabels> expected;
    for (NameLabel label = 0; label < kNameLabels; ++label)
      expected[label] = marginals.of(i, label) - (label == gold ? 1 : 0);
    for (const std::uint32_t feature : features_of(sentence.first + i))
      for (NameLabel label = 0; label < kNameLabels; ++label)
        gradient[feature * kNameLabels + label] += expected[label];
    if (i == 0) continue;
    for (NameLabel first = 0; first < kNameLabels; ++first)
      for (NameLabel second = 0; second < kNameLabels; ++second)
        if (may_follow(first, second))
          gradient[transition_at(first, second)] += marginals.of(i, first, second);
    right += transitions[sentence.labels[i - 1]][gold];
    gradient[transition_at(sentence.labels[i - 1], gold)] -= 1;
  }
  return marginals.log_total() - right;
}

double ChainTraining::loss(std::span<const double> weights, std::span<double> gradient) const {
  std::fill(gradient.begin(), gradient.end(), 0.0);
  TransitionScores transitions{};
  for (NameLabel first = 0; first < kNameLabels; ++first)
    for (NameLabel second = 0; second < kNameLabels; ++second)
      transitions[first][second] = static_cast<float>(weights[transition_at(first, second)]);
  double total = 0;
  for (const Sentence& sentence : sentences_)
    total += add_sentence(sentence, weights, transitions, gradient);
  return total;
}

std::string ChainTraining::to_bytes(std::span<const double> weights,
                                    std::string_view clusters_digest) const {
  constexpr double kLeast = 1.0 / 1024;  // what the file can tell from nought
  std::vector<FeatureWeights> features;
  for (std::size_t feature = 0; feature < keys_.size(); ++feature) {
    FeatureWeights kept{keys_[feature], {}};
    for (NameLabel label = 0; label < kNameLabels; ++label) {
      const double weight = weights[feature * kNameLabels + label];
      if (std::abs(weight) >= kLeast) kept.weights.emplace_back(label, static_cast<float>(weight));
    }
    if (!kept.weights.empty()) features.push_back(std::move(kept));
  }
  TransitionScores transitions{};
  for (NameLabel first = 0; first < kNameLabels; ++first)
    for (NameLabel second = 0; second < kNameLabels; ++second)
      transitions[first][second] = static_cast<float>(weights[transition_at(first, second)]);
  return NameWeights::to_bytes(clusters_digest, transitions, features);
}

}  // namespace wenlan
