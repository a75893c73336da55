// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/pitch.h"

#include <algorithm>

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

TEST(GuessGrids, HoldsThePitchOfTheRulesAndOfTheBookBesideThatOfTheLines) {
  const auto grids = guess_grids(columns_of_width(50, 60, 8), {.of_rules = 75, .of_book = 63});
  EXPECT_THAT(grids, testing::Contains(testing::Field(&Grid::pitch, 75)));
  EXPECT_THAT(grids, testing::Contains(testing::Field(&Grid::pitch, 63)));
  EXPECT_THAT(grids, testing::Contains(testing::Field(&Grid::pitch, testing::DoubleNear(60, 1.5))));
}

TEST(GuessGrids, TriesOtherBordersOnAPitchFarWiderThanTheText) {
  // Lines of 30 would all count as half columns by the border of the rules, 40.
  const auto grids = guess_grids(columns_of_width(30, 75, 8), {.of_rules = 75});
  EXPECT_THAT(
      grids,
      testing::Contains(testing::AllOf(testing::Field(&Grid::pitch, 75),
                                       testing::Field(&Grid::half_border, testing::Lt(28)))));
}

bool tries(const std::vector<Grid>& grids, double from, double to) {
  return std::any_of(grids.begin(), grids.end(), [&](const Grid& grid) {
    return grid.pitch > from && grid.pitch < to;
  });
}

TEST(GuessGrids, ColumnsMayStandFarApart) {
  EXPECT_TRUE(tries(guess_grids(columns_of_width(60, 153, 7), {}), 150, 156));
}

TEST(GuessGrids, TwiceThePitchIsNotTried) {
  EXPECT_FALSE(tries(guess_grids(columns_of_width(60, 70, 7), {}), 125, 300));
}

}  // namespace
}  // namespace wenlan
