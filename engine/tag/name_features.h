// SPDX-License-Identifier: GPL-3.0-or-later
// What the tagger looks at around a character. Training and tagging both come here, so that a
// weight always means what it was learnt for.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/tag/character_clusters.h"

namespace wenlan {

// A feature is a template and what stands in its places: 16 bits and up to 48 bits. No hashing:
// two features never share a key.
using FeatureKey = std::uint64_t;
inline constexpr int kFeatureTemplates = 48;
using FeatureKeys = std::array<FeatureKey, kFeatureTemplates>;

// A text made ready: each character's symbol and clusters, with room on both sides. Characters are
// folded (fold_variant), so a traditional and a simplified page look alike. White space must be
// gone; any script and punctuation may be there.
class FeatureText {
 public:
  FeatureText(std::u32string_view text, const CharacterClusters& clusters);

  std::size_t size() const { return characters_.size() - 2 * kMargin; }
  FeatureKeys features_at(std::size_t place) const;

 private:
  static constexpr std::size_t kMargin = 3;

  struct Character {
    std::uint16_t symbol = 0;
    Cluster cluster;  // of the character
    Cluster pair;     // of it and the next
  };
  std::vector<Character> characters_;
};

}  // namespace wenlan
