// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/pitch.h"

#include <gmock/gmock.h>

namespace wenlan {
namespace {

std::vector<UprightLine> columns_of_width(double width, double pitch, int count) {
  std::vector<UprightLine> lines;
  for (int i = 0; i < count; ++i) lines.push_back({0, 1000, 100 + i * pitch, width});
  return lines;
}

TEST(MainWidth, IsTheWidestThatEnoughTextHas) {
  auto lines = columns_of_width(50, 60, 6);
  lines.push_back({0, 60, 700, 90});   // one large character
  lines.push_back({0, 900, 800, 25});  // half columns
  lines.push_back({0, 900, 830, 25});
  EXPECT_NEAR(main_width(lines), 50, 1e-9);
}

TEST(GuessGrids, HoldsThePitchOfEvenColumns) {
  const auto grids = guess_grids(columns_of_width(50, 60, 8), {});
  ASSERT_FALSE(grids.empty());
  EXPECT_THAT(grids, testing::Contains(testing::Field(&Grid::pitch, testing::DoubleNear(60, 1.5))));
}

TEST(GuessGrids, TakesThePitchOfTheRules) {
  const auto grids = guess_grids(columns_of_width(50, 60, 8), {.of_rules = 75});
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_DOUBLE_EQ(grids[0].pitch, 75);
}

TEST(GuessGrids, TheBookSpeaksAgainstRulesByAFactorOfTwoOnly) {
  const auto lines = columns_of_width(50, 60, 8);
  const auto half = guess_grids(lines, {.of_rules = 30, .of_book = 60.5});
  ASSERT_EQ(half.size(), 2U);
  EXPECT_DOUBLE_EQ(half[1].pitch, 60.5);
  EXPECT_EQ(guess_grids(lines, {.of_rules = 75, .of_book = 60}).size(), 1U);
}

TEST(GuessGrids, TheBookIsOneGuessAmongOthersWhereThereAreNoRules) {
  const auto grids = guess_grids(columns_of_width(50, 60, 8), {.of_book = 63});
  ASSERT_GT(grids.size(), 1U);
  EXPECT_DOUBLE_EQ(grids[0].pitch, 63);
}

TEST(GuessGrids, TriesOtherBordersOnAPitchFarWiderThanTheText) {
  // Lines of 30 would all count as half columns by the border of the rules, 40.
  const auto grids = guess_grids(columns_of_width(30, 75, 8), {.of_rules = 75});
  EXPECT_THAT(grids, testing::Each(testing::Field(&Grid::pitch, 75)));
  EXPECT_THAT(grids, testing::Contains(testing::Field(&Grid::half_border, testing::Lt(28))));
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
