// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/headline_rows.h"

#include <gmock/gmock.h>

namespace wenlan {
namespace {

DetectedLine row(float x, float y, float width, float height) {
  return {outline_of(Box<CleanSpace>{x, y, width, height}), .9F};
}

const std::vector<TextBand> kOneBand{{200, 1000}};
const std::vector<TextBand> kTwoBands{{200, 600}, {700, 1000}};

TEST(HeadlineRows, StandBeforeTheRegisterBelowThem) {
  const std::vector<DetectedLine> rows{row(100, 630, 400, 40), row(100, 50, 400, 80)};
  const auto placed = place_rows(rows, {}, kTwoBands, 40);
  ASSERT_EQ(placed.size(), 2U);
  EXPECT_EQ(placed[0].row, 1U);
  EXPECT_EQ(placed[0].before_band, 0U);
  EXPECT_EQ(placed[1].row, 0U);
  EXPECT_EQ(placed[1].before_band, 1U);
  EXPECT_EQ(placed[1].stream, Stream::main);
}

TEST(HeadlineRows, ALabelUnderTheTextIsNoText) {
  const auto placed = place_rows(std::vector{row(100, 1100, 200, 20)}, {}, kOneBand, 40);
  ASSERT_EQ(placed.size(), 1U);
  EXPECT_EQ(placed[0].stream, Stream::other);
}

TEST(HeadlineRows, ASmallRowAboveABookPageIsItsRunningTitle) {
  const auto placed = place_rows(std::vector{row(100, 100, 200, 20)}, {}, kOneBand, 40);
  ASSERT_EQ(placed.size(), 1U);
  EXPECT_EQ(placed[0].stream, Stream::running_title);
}

TEST(HeadlineRows, ColumnsSeenCrosswiseAreLeftOut) {
  std::vector<FoundLine> columns;
  for (float x = 0; x < 500; x += 60)
    columns.push_back(cut_across({{x, 200}, {x + 50, 200}, {x + 50, 1000}, {x, 1000}}, 1));
  EXPECT_TRUE(place_rows(std::vector{row(100, 300, 300, 60)}, columns, kOneBand, 50).empty());
}

}  // namespace
}  // namespace wenlan
