// SPDX-License-Identifier: GPL-3.0-or-later
// Names in one running text, found by the trained chain.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/page/entity.h"
#include "engine/tag/character_clusters.h"
#include "engine/tag/name_weights.h"

namespace wenlan {

// What the features are made with, and the digest of its file: weights go with one table only.
struct ClusterTable {
  CharacterClusters clusters;
  std::string digest;  // SHA-256
};

// clusters.tsv of models/tagger. Fails with missing_model.
Result<ClusterTable> load_clusters(const std::filesystem::path& tagger_folder);

// The bytes of one file of the model; missing_model where there is none.
Result<std::string> read_model_file(const std::filesystem::path& file);

struct NameSpan {
  std::size_t begin = 0, end = 0;  // characters of the text given
  EntityKind kind = EntityKind::person;
  float confidence = 0;  // that exactly this span is a name of this kind
};

class NameTagger {
 public:
  // Fails with missing_model or wrong_model.
  static Result<NameTagger> load(const std::filesystem::path& tagger_folder);

  // Names by place, not overlapping, without punctuation at their ends. `text`: no white space, any
  // punctuation or none.
  std::vector<NameSpan> names_in(std::u32string_view text) const;

  const std::string& digest() const { return digest_; }  // SHA-256 of the weights

 private:
  CharacterClusters clusters_;
  NameWeights weights_;
  std::string digest_;
};

}  // namespace wenlan
