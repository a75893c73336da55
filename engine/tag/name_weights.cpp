// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag/name_weights.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace wenlan {
namespace {

static_assert(std::endian::native == std::endian::little);

constexpr std::string_view kMagic = "WLTAG1\n";
constexpr float kUnit = 1.0F / 1024;

template <class T>
void append(std::string& bytes, const T* values, std::size_t count) {
  bytes.append(reinterpret_cast<const char*>(values), count * sizeof(T));
}

// Takes `count` values off the front; false when there are not so many.
template <class T>
bool take(std::string_view& bytes, T* values, std::size_t count) {
  if (bytes.size() / sizeof(T) < count) return false;
  std::memcpy(values, bytes.data(), count * sizeof(T));
  bytes.remove_prefix(count * sizeof(T));
  return true;
}

std::int16_t in_units(float weight) {
  return static_cast<std::int16_t>(std::clamp(std::lround(weight / kUnit), -32767L, 32767L));
}

}  // namespace

std::string NameWeights::to_bytes(std::string_view clusters_digest,
                                  const TransitionScores& transitions,
                                  const std::vector<FeatureWeights>& features) {
  std::vector<FeatureKey> keys;
  std::vector<std::uint8_t> counts;
  std::vector<NameLabel> labels;
  std::vector<std::int16_t> weights;
  for (const FeatureWeights& feature : features) {
    keys.push_back(feature.key);
    counts.push_back(static_cast<std::uint8_t>(feature.weights.size()));
    for (const auto& [label, weight] : feature.weights) {
      labels.push_back(label);
      weights.push_back(in_units(weight));
    }
  }
  std::string bytes(kMagic);
  bytes.append(clusters_digest).push_back('\n');
  for (const LabelScores& row : transitions) append(bytes, row.data(), row.size());
  const std::array<std::uint32_t, 2> sizes{static_cast<std::uint32_t>(keys.size()),
                                           static_cast<std::uint32_t>(weights.size())};
  append(bytes, sizes.data(), sizes.size());
  append(bytes, keys.data(), keys.size());
  append(bytes, counts.data(), counts.size());
  append(bytes, labels.data(), labels.size());
  append(bytes, weights.data(), weights.size());
  return bytes;
}

Result<NameWeights> NameWeights::from_bytes(std::string_view bytes,
                                            std::string_view clusters_digest,
                                            const std::string& subject) {
  const auto wrong = [&](const char* why) { return fail(ErrorCode::wrong_model, subject, why); };
  if (!bytes.starts_with(kMagic)) return wrong("these are not the tagger's weights");
  bytes.remove_prefix(kMagic.size());
  if (!bytes.starts_with(clusters_digest))
    return wrong("clusters.tsv is not the one it was learnt with");
  bytes.remove_prefix(std::min(bytes.size(), clusters_digest.size() + 1));

  NameWeights model;
  std::array<std::uint32_t, 2> sizes{};
  bool whole = true;
  for (LabelScores& row : model.transitions_) whole = whole && take(bytes, row.data(), row.size());
  whole = whole && take(bytes, sizes.data(), sizes.size());
  const auto [features, weights] = sizes;
  if (!whole || bytes.size() != std::uint64_t{features} * 9 + std::uint64_t{weights} * 3)
    return wrong("the file is cut off");
  std::vector<FeatureKey> keys(features);
  std::vector<std::uint8_t> counts(features);
  std::vector<std::int16_t> units(weights);
  model.labels_.resize(weights);
  take(bytes, keys.data(), features);
  take(bytes, counts.data(), features);
  take(bytes, model.labels_.data(), weights);
  take(bytes, units.data(), weights);

  model.begins_.push_back(0);
  for (const std::uint8_t count : counts) model.begins_.push_back(model.begins_.back() + count);
  const bool labels_known = std::all_of(
      model.labels_.begin(), model.labels_.end(), [](NameLabel l) { return l < kNameLabels; });
  if (model.begins_.back() != weights || !labels_known) return wrong("the numbers do not agree");
  model.weights_.reserve(weights);
  for (const std::int16_t unit : units) model.weights_.push_back(unit * kUnit);
  model.places_ = KeyTable(keys);
  return model;
}

std::vector<LabelScores> NameWeights::scores_of(const FeatureText& text) const {
  std::vector<LabelScores> scores(text.size(), LabelScores{});
  for (std::size_t i = 0; i < scores.size(); ++i)
    for (const FeatureKey key : text.features_at(i)) {
      const std::uint32_t place = places_.find(key);
      if (place == KeyTable::kAbsent) continue;
      for (std::uint32_t w = begins_[place]; w < begins_[place + 1]; ++w)
        scores[i][labels_[w]] += weights_[w];
    }
  return scores;
}

}  // namespace wenlan
