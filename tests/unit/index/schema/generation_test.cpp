// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/schema/generation.h"

#include <gtest/gtest.h>

#include "engine/base/variants.h"
#include "index/schema/index_version.h"

namespace wenlan {
namespace {

std::vector<std::string> all_features() {
  std::vector<std::string> features;
  for (const IndexFeature& feature : kIndexFeatures) features.emplace_back(feature.name);
  return features;
}

TEST(IndexVersion, KnowsItsOwnFeatures) {
  EXPECT_TRUE(check_index_version(all_features(), kVariantsVersion, "x"));
}

TEST(IndexVersion, RefusesUnknownAndMissingFeaturesAndOtherVariants) {
  auto newer = all_features();
  newer.emplace_back("lattice-1");
  const auto refused = check_index_version(newer, kVariantsVersion, "x");
  EXPECT_EQ(refused.error().code, ErrorCode::index_too_new);
  EXPECT_EQ(refused.error().detail, "it needs 'lattice-1'");
  auto older = all_features();
  older.pop_back();
  EXPECT_EQ(check_index_version(older, kVariantsVersion, "x").error().code,
            ErrorCode::index_too_new);
  EXPECT_EQ(check_index_version(all_features(), "0", "x").error().code, ErrorCode::index_too_new);
}

}  // namespace
}  // namespace wenlan
