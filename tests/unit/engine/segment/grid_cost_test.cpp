// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/grid_cost.h"

#include <vector>

#include <gtest/gtest.h>

namespace wenlan {
namespace {

TEST(UnevenCost, IsNothingOnThePitchOfTheRules) {
  std::vector<Rule> rules;
  for (int i = 0; i < 9; ++i) rules.push_back({i * 80., 1});
  const KnownPitch known{80, std::nullopt, rules};
  EXPECT_NEAR(uneven_cost({80, 43}, known), 0, 1e-9);
  EXPECT_GT(uneven_cost({40, 22}, known), .2);
  EXPECT_GT(uneven_cost({67, 40}, known), .5);
  EXPECT_DOUBLE_EQ(uneven_cost({67, 40}, {}), 0);  // a page without rules
}

TEST(UnevenCost, AsksTheInkOfTheColumnsBeforeTheRules) {
  KnownPitch known{80, std::nullopt, {}};
  known.of_ink = 40;
  EXPECT_DOUBLE_EQ(uneven_cost({40, 22}, known), 0);
  EXPECT_DOUBLE_EQ(uneven_cost({80, 43}, known), 1);
}

TEST(StrangeCost, GrowsWithTheDistanceFromTheBooksPitch) {
  const KnownPitch known{std::nullopt, 80, {}};
  EXPECT_DOUBLE_EQ(strange_cost({80, 43}, known), 0);
  EXPECT_NEAR(strange_cost({84, 43}, known), .49, .01);
  EXPECT_DOUBLE_EQ(strange_cost({160, 43}, known), 1);
  EXPECT_DOUBLE_EQ(strange_cost({160, 43}, {}), 0);  // a page of no book
}

TEST(LooseCost, CountsByTheShareOfHalfColumns) {
  EXPECT_DOUBLE_EQ(loose_cost({80, 43, .4}, .5), .2);
  EXPECT_DOUBLE_EQ(loose_cost({80, 43, .4}, 0), 0);
}

TEST(GridCost, IsTheSumByTheWeights) {
  SegmentOptions weights;
  weights.loose_weight = 2;
  EXPECT_DOUBLE_EQ(grid_cost({80, 43, .4}, .5, {}, weights), .4);
}

}  // namespace
}  // namespace wenlan
