// SPDX-License-Identifier: GPL-3.0-or-later
// The objective the weights are learnt by: how improbable the right labels are, and its gradient.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/tag/name_features.h"
#include "engine/tag/name_weights.h"
#include "models/train/tagger/labelled_text.h"

namespace wenlan {

class ChainTraining {
 public:
  // Features seen fewer than `least` times are left out.
  ChainTraining(const std::vector<LabelledSentence>& sentences,
                const CharacterClusters& clusters,
                int least);

  // Weights: kNameLabels for each feature, then kNameLabels x kNameLabels transitions.
  std::size_t size() const { return keys_.size() * kNameLabels + kNameLabels * kNameLabels; }
  std::size_t features() const { return keys_.size(); }

  // Minus the logarithm of the probability of all right labels; `gradient` has size() places.
  double loss(std::span<const double> weights, std::span<double> gradient) const;

  // The weights as the file keeps them, noughts left out.
  std::string to_bytes(std::span<const double> weights, std::string_view clusters_digest) const;

 private:
  struct Sentence {
    std::size_t first = 0;  // into positions_
    std::vector<NameLabel> labels;
  };
  double add_sentence(const Sentence& sentence,
                      std::span<const double> weights,
                      const TransitionScores& transitions,
                      std::span<double> gradient) const;
  std::span<const std::uint32_t> features_of(std::size_t position) const;
  std::size_t transition_at(NameLabel first, NameLabel second) const;

  std::vector<FeatureKey> keys_;
  std::vector<Sentence> sentences_;
  std::vector<std::uint32_t> feature_list_;  // of all positions, one after the other
  std::vector<std::size_t> positions_{0};    // where each position's features begin
};

}  // namespace wenlan
