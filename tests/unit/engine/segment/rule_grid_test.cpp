// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/rule_grid.h"

#include <vector>

#include <gtest/gtest.h>

namespace wenlan {
namespace {

TEST(EvennessOfRules, IsWholeOnTheirPitchAndLessOnHalfOfIt) {
  std::vector<Rule> rules;
  for (int i = 0; i < 9; ++i) rules.push_back({10 + i * 80., .9});
  EXPECT_NEAR(evenness_of_rules(rules, 80, 80), 1, 1e-9);
  EXPECT_LT(evenness_of_rules(rules, 40, 80), .8);
  EXPECT_LT(evenness_of_rules(rules, 65, 80), .5);
  EXPECT_DOUBLE_EQ(evenness_of_rules({}, 80, 80), 0);
}

TEST(PitchOfRules, IsTheirDistance) {
  std::vector<Rule> rules;
  for (int i = 0; i < 9; ++i) rules.push_back({10 + i * 80., .9});
  EXPECT_NEAR(pitch_of_rules(rules, 70).value_or(0), 80, 1);
}

TEST(PitchOfRules, StandsAMissingRuleAndADoubleFrame) {
  const std::vector<Rule> rules{
      {0, 1}, {6, 1}, {80, .8}, {160, .9}, {320, .9}, {400, .7}, {480, 1}, {486, 1}};
  EXPECT_NEAR(pitch_of_rules(rules, 70).value_or(0), 80, 1.5);
}

TEST(PitchOfRules, IsNotHalfOfItForAFoldStripThatStandsBetween) {
  const std::vector<Rule> rules{{5, 1},
                                {24, .6},
                                {107, .5},
                                {267, .8},
                                {426, .9},
                                {584, .9},
                                {743, .9},
                                {901, .8},
                                {1060, .9},
                                {1222, 1}};
  EXPECT_NEAR(pitch_of_rules(rules, 118).value_or(0), 159, 2);
}

TEST(PitchOfRules, IsThatOfFaintRulesBetweenStrongEdgesOfThePaper) {
  const std::vector<Rule> rules{{13, 1},
                                {195, 1},
                                {438, .6},
                                {562, .3},
                                {805, .6},
                                {927, .3},
                                {1171, .6},
                                {1293, .4},
                                {1415, 1},
                                {1528, 1}};
  EXPECT_NEAR(pitch_of_rules(rules, 84).value_or(0), 122, 2);
}

TEST(PitchOfRules, IsNotHalfOfItForEdgesOfThePaperHalfAColumnOff) {
  // Both sides of a leaf: the edges stand between two places of the grid, on that of half the
  // pitch.
  std::vector<Rule> rules{{39, .7}, {53, .6}};
  for (int i = 0; i < 8; ++i) rules.push_back({124 + i * 159., .85});
  rules.push_back({1449, .6});
  rules.push_back({1462, .4});
  EXPECT_NEAR(pitch_of_rules(rules, 87).value_or(0), 159, 2);
}

TEST(PitchOfRules, IsThatOfManyCloseRulesWhereLinesOfTheTextWereFoundAsOne) {
  std::vector<Rule> rules;
  for (int i = 0; i < 12; ++i) rules.push_back({10 + i * 100., .9});
  EXPECT_NEAR(pitch_of_rules(rules, 182).value_or(0), 100, 1);
}

TEST(PitchOfRules, IsNotSoCloseForTheFewRulesOfACover) {
  std::vector<Rule> rules;
  for (int i = 0; i < 7; ++i) rules.push_back({10 + i * 100., .9});
  EXPECT_GT(pitch_of_rules(rules, 182).value_or(200), 128);
}

TEST(PitchOfRules, IsUnknownWhereMostPlacesOfTheGridAreBare) {
  // The edges of the paper, the frame and both sides of the fold strip, which happen to stand
  // evenly.
  const std::vector<Rule> rules{{10, 1}, {170, 1}, {1204, .9}, {1290, .9}, {2322, 1}, {2483, 1}};
  EXPECT_FALSE(pitch_of_rules(rules, 106));
}

TEST(PitchOfRules, IsUnknownForAFrameAlone) {
  const std::vector<Rule> rules{{0, 1}, {12, 1}, {20, .9}, {700, 1}, {712, 1}};
  EXPECT_FALSE(pitch_of_rules(rules, 70));
  EXPECT_FALSE(pitch_of_rules({}, 70));
}

}  // namespace
}  // namespace wenlan
