// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag/name_weights.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace wenlan {
namespace {

const std::string kDigest(64, 'a');

CharacterClusters clusters() {
  return CharacterClusters::from_table(
      "# a comment\n1\t0\t0\t王李\n1\t0\t1\t山水\n2\t1\t2\t太守知縣\n");
}

TEST(CharacterClusters, MembersOfARowShareAGroupAndOthersHaveNone) {
  const CharacterClusters table = clusters();
  EXPECT_EQ(table.of(U'王'), table.of(U'李'));
  EXPECT_EQ(table.of(U'王').coarse, table.of(U'山').coarse);
  EXPECT_NE(table.of(U'王').fine, table.of(U'山').fine);
  EXPECT_EQ(table.of(U'火'), Cluster{});
  EXPECT_EQ(table.of(U'太', U'守'), table.of(U'知', U'縣'));
  EXPECT_EQ(table.of(U'守', U'知'), Cluster{});
}

TEST(FeatureText, TraditionalAndSimplifiedTextHaveTheSameFeatures) {
  const FeatureText traditional(U"書漢為", clusters()), simplified(U"书汉为", clusters());
  for (std::size_t i = 0; i < 3; ++i)
    EXPECT_EQ(traditional.features_at(i), simplified.features_at(i));
  EXPECT_NE(traditional.features_at(0), traditional.features_at(1));
}

TEST(FeatureText, NoFeatureHasTheKeyOfAnother) {
  const FeatureText text(U"王王王王王", clusters());
  FeatureKeys keys = text.features_at(2);
  std::sort(keys.begin(), keys.end());
  EXPECT_EQ(std::unique(keys.begin(), keys.end()), keys.end());
}

TEST(NameWeights, AreReadBackAsWritten) {
  const FeatureText text(U"王公", clusters());
  TransitionScores transitions{};
  transitions[1][3] = 0.5F;
  const auto bytes = NameWeights::to_bytes(
      kDigest, transitions, {{text.features_at(0)[2], {{0, -1.5F}, {4, 2.25F}}}});
  const auto weights = NameWeights::from_bytes(bytes, kDigest, "weights.bin");
  ASSERT_TRUE(weights);
  EXPECT_EQ(weights->transitions(), transitions);
  const auto scores = weights->scores_of(text);
  EXPECT_EQ(scores[0][0], -1.5F);
  EXPECT_EQ(scores[0][4], 2.25F);
  EXPECT_EQ(scores[1], LabelScores{});
}

TEST(NameWeights, DamagedOrForeignBytesAreRefused) {
  const auto bytes = NameWeights::to_bytes(kDigest, {}, {{1, {{0, 1.0F}}}});
  const auto refused = [](std::string_view given, std::string_view digest) {
    const auto weights = NameWeights::from_bytes(given, digest, "weights.bin");
    return !weights && weights.error().code == ErrorCode::wrong_model;
  };
  EXPECT_TRUE(refused("", kDigest));
  EXPECT_TRUE(refused("something else", kDigest));
  EXPECT_TRUE(refused(bytes, std::string(64, 'b')));
  for (std::size_t length = 0; length < bytes.size(); length += 97)
    EXPECT_TRUE(refused(std::string_view(bytes).substr(0, length), kDigest)) << length;
  std::string unknown_label = bytes;
  unknown_label[bytes.size() - 3] = 99;
  EXPECT_TRUE(refused(unknown_label, kDigest));
}

}  // namespace
}  // namespace wenlan
