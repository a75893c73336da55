// SPDX-License-Identifier: GPL-3.0-or-later
// What was learnt: how much each feature speaks for each label. One file,
// models/tagger/weights.bin.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/result.h"
#include "engine/tag/key_table.h"
#include "engine/tag/label_chain.h"
#include "engine/tag/name_features.h"

namespace wenlan {

// The weights of one feature that are not nought.
struct FeatureWeights {
  FeatureKey key = 0;
  std::vector<std::pair<NameLabel, float>> weights;
};

class NameWeights {
 public:
  NameWeights() = default;

  // Bytes of the file: "WLTAG1", a line end, the digest of the clusters the weights belong to (64
  // digits), a line end; then, little-endian: 17 x 17 transition weights (float), the number of
  // features (u32) and of weights (u32); all keys (u64), how many weights each has (u8), all labels
  // (u8), all weights (i16, in units of 1/1024).
  static std::string to_bytes(std::string_view clusters_digest,
                              const TransitionScores& transitions,
                              const std::vector<FeatureWeights>& features);
  // Fails with wrong_model (`subject` names the file in the error) when the bytes are no such file
  // or were learnt with other clusters.
  static Result<NameWeights> from_bytes(std::string_view bytes,
                                        std::string_view clusters_digest,
                                        const std::string& subject);

  std::vector<LabelScores> scores_of(const FeatureText& text) const;
  const TransitionScores& transitions() const { return transitions_; }

 private:
  KeyTable places_;
  std::vector<std::uint32_t> begins_;  // of each feature's weights; one more than features
  std::vector<NameLabel> labels_;
  std::vector<float> weights_;
  TransitionScores transitions_{};
};

}  // namespace wenlan
