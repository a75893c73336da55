// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/column_cost.h"

#include <vector>

#include <gtest/gtest.h>

namespace wenlan {
namespace {

constexpr ColumnMeasures kMeasures{100, 60, 1000};

TEST(SpacingCost, GrowsWithTheDistanceFromThePitch) {
  EXPECT_DOUBLE_EQ(spacing_cost(100, kMeasures), 0);
  EXPECT_DOUBLE_EQ(spacing_cost(150, kMeasures), .25);
  EXPECT_DOUBLE_EQ(spacing_cost(50, kMeasures), .25);
}

TEST(PlaceCost, IsNothingForMainTextInTheMiddleAndHalfLinesAtTheQuarters) {
  EXPECT_DOUBLE_EQ(place_cost({0, 1000, 50, 85}, 0, 100, kMeasures), 0);
  EXPECT_DOUBLE_EQ(place_cost({0, 1000, 25, 40}, 0, 100, kMeasures), 0);
  EXPECT_DOUBLE_EQ(place_cost({0, 1000, 75, 40}, 0, 100, kMeasures), 0);
}

TEST(PlaceCost, IsTheShareOfTheColumnForALineOutOfPlace) {
  EXPECT_DOUBLE_EQ(place_cost({0, 1000, 50, 40}, 0, 100, kMeasures), 1);
  EXPECT_DOUBLE_EQ(place_cost({0, 500, 25, 85}, 0, 100, kMeasures), .5);
}

TEST(FitBetween, LetsALineOfTheWidthOfTheBorderBeEither) {
  const LineFit middle = fit_between({0, 1000, 50, 60}, 0, 100, kMeasures);
  const LineFit quarter = fit_between({0, 1000, 25, 60}, 0, 100, kMeasures);
  EXPECT_DOUBLE_EQ(middle.as_main, 0);
  EXPECT_DOUBLE_EQ(quarter.as_half, 0);
  EXPECT_GT(fit_between({0, 1000, 50, 40}, 0, 100, kMeasures).as_main, 1);
}

TEST(CutCost, IsWhatTheEdgeCutsOff) {
  const UprightLine line{0, 500, 50, 80};
  EXPECT_DOUBLE_EQ(cut_cost(line, 50, kMeasures), .5);  // all of half a column
  EXPECT_DOUBLE_EQ(cut_cost(line, 95, kMeasures), 0);   // beside it
  EXPECT_DOUBLE_EQ(cut_cost(line, 88, kMeasures), 0);   // grazed
  EXPECT_NEAR(cut_cost(line, 76, kMeasures), .25, 1e-9);
}

TEST(BondOf, IsWholeForHalfLinesSideBySideThatBeginTogether) {
  const UprightLine left{0, 1000, 25, 40}, right{0, 1000, 75, 40};
  EXPECT_NEAR(bond_of(left, right, kMeasures), 1, 1e-9);
  EXPECT_LT(bond_of(left, {300, 1000, 75, 40}, kMeasures), .3);
}

TEST(BondOf, IsNothingForMainTextFarLinesAndLinesOneAboveTheOther) {
  const UprightLine left{0, 1000, 25, 40};
  EXPECT_DOUBLE_EQ(bond_of(left, {0, 1000, 75, 85}, kMeasures), 0);
  EXPECT_DOUBLE_EQ(bond_of(left, {0, 1000, 105, 40}, kMeasures), 0);
  EXPECT_DOUBLE_EQ(bond_of(left, {1100, 1900, 75, 40}, kMeasures), 0);
}

TEST(RuleGain, IsThatOfTheBestRuleWithinReach) {
  const std::vector<Rule> rules{{0, .4}, {4, .9}, {100, 1}};
  EXPECT_DOUBLE_EQ(rule_gain(rules, 100, kMeasures), 1);
  EXPECT_DOUBLE_EQ(rule_gain(rules, 4, kMeasures), .9);
  EXPECT_DOUBLE_EQ(rule_gain(rules, 50, kMeasures), 0);
  EXPECT_NEAR(rule_gain(rules, 105, kMeasures), .75, 1e-9);
}

}  // namespace
}  // namespace wenlan
