// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/rank_correlation.h"

#include <gtest/gtest.h>

namespace wenlan {
namespace {

TEST(RankCorrelation, OnlyTheOrderCounts) {
  EXPECT_DOUBLE_EQ(rank_correlation({1, 2, 3, 4}, {1, 10, 100, 1000}).value(), 1);
  EXPECT_DOUBLE_EQ(rank_correlation({1, 2, 3, 4}, {9, 8, 7, -6}).value(), -1);
  EXPECT_DOUBLE_EQ(rank_correlation({1, 2, 3, 4, 5}, {2, 1, 4, 3, 5}).value(), 0.8);
}

TEST(RankCorrelation, EqualValuesShareTheirRank) {
  EXPECT_DOUBLE_EQ(rank_correlation({1, 1, 2, 2}, {5, 5, 7, 7}).value(), 1);
  EXPECT_NEAR(rank_correlation({1, 2, 3}, {4, 4, 9}).value(), 0.866, 0.001);
}

TEST(RankCorrelation, SaysNothingOfTooLittle) {
  EXPECT_FALSE(rank_correlation({1, 2}, {1, 2}));
  EXPECT_FALSE(rank_correlation({1, 2, 3}, {4, 4, 4}));
  EXPECT_FALSE(rank_correlation({}, {}));
}

}  // namespace
}  // namespace wenlan
