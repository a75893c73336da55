// SPDX-License-Identifier: GPL-3.0-or-later
// Characters and pairs of characters that keep like company, learnt from unlabelled text, so that
// a name never seen in training still looks like a name.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/tag/key_table.h"

namespace wenlan {

// 0 is the group of what the table does not know. Fine groups lie inside coarse ones.
struct Cluster {
  std::uint16_t coarse = 0;
  std::uint16_t fine = 0;
  bool operator==(const Cluster&) const = default;
};

class CharacterClusters {
 public:
  CharacterClusters() = default;
  // `table`: rows of length (1 or 2 characters), coarse group, fine group, members one after the
  // other. Members are folded characters.
  static CharacterClusters from_table(std::string_view table);

  Cluster of(char32_t folded) const {
    return folded < characters_.size() ? characters_[folded] : Cluster{};
  }
  Cluster of(char32_t folded, char32_t next) const;

 private:
  std::vector<Cluster> characters_;  // indexed by code point
  KeyTable pair_places_;
  std::vector<Cluster> pairs_;
};

}  // namespace wenlan
