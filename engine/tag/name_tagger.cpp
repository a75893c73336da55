// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag/name_tagger.h"

#include <algorithm>
#include <span>
#include <utility>

#include "engine/base/file.h"
#include "engine/base/sha256.h"
#include "engine/base/utf8.h"

namespace wenlan {

Result<std::string> read_model_file(const std::filesystem::path& file) {
  Result<std::string> bytes = read_file(file);
  if (!bytes && bytes.error().code == ErrorCode::not_found)
    return fail(ErrorCode::missing_model, printable_name(file));
  return bytes;
}

Result<ClusterTable> load_clusters(const std::filesystem::path& tagger_folder) {
  const Result<std::string> bytes = read_model_file(tagger_folder / "clusters.tsv");
  if (!bytes) return fail(bytes);
  return ClusterTable{CharacterClusters::from_table(*bytes), sha256_of(*bytes)};
}

Result<NameTagger> NameTagger::load(const std::filesystem::path& tagger_folder) {
  const std::filesystem::path file = tagger_folder / "weights.bin";
  const Result<std::string> bytes = read_model_file(file);
  if (!bytes) return fail(bytes);
  Result<ClusterTable> table = load_clusters(tagger_folder);
  if (!table) return fail(table);
  Result<NameWeights> weights =
      NameWeights::from_bytes(*bytes, table->digest, printable_name(file));
  if (!weights) return fail(weights);

  NameTagger tagger;
  tagger.clusters_ = std::move(table->clusters);
  tagger.weights_ = *std::move(weights);
  tagger.digest_ = sha256_of(*bytes);
  return tagger;
}

namespace {

// Brackets and stops at the ends of a name are none of it; 〓 is an unreadable character of it.
void trim(std::u32string_view text, NameSpan& name) {
  const auto foreign = [&](std::size_t place) {
    return !is_han(text[place]) && text[place] != U'〓';
  };
  while (name.begin < name.end && foreign(name.begin)) ++name.begin;
  while (name.begin < name.end && foreign(name.end - 1)) --name.end;
}

}  // namespace

std::vector<NameSpan> NameTagger::names_in(std::u32string_view text) const {
  const FeatureText ready(text, clusters_);
  const std::vector<LabelScores> scores = weights_.scores_of(ready);
  const std::vector<NameLabel> labels = best_labels(scores, weights_.transitions());
  std::vector<NameSpan> names;
  if (std::all_of(labels.begin(), labels.end(), [](NameLabel l) { return l == kOutside; }))
    return names;
  const LabelMarginals marginals(scores, weights_.transitions());
  for (std::size_t begin = 0; begin < labels.size(); ++begin) {
    if (labels[begin] == kOutside) continue;
    std::size_t end = begin + 1;
    while (!may_end(labels[end - 1])) ++end;  // best_labels closes every name
    const double sure = marginals.of(begin, std::span(labels).subspan(begin, end - begin));
    NameSpan name{begin, end, kNameKinds[kind_index(labels[begin])], static_cast<float>(sure)};
    trim(text, name);
    if (name.begin < name.end) names.push_back(name);
    begin = end - 1;
  }
  return names;
}

}  // namespace wenlan
