// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/found_line.h"

#include <gmock/gmock.h>

namespace wenlan {
namespace {

TEST(FoundLine, IsCutAcrossFromTopToBottom) {
  const auto line = cut_across({{10, 100}, {50, 100}, {50, 500}, {10, 500}}, .9F);
  ASSERT_GE(line.slices.size(), 4U);
  EXPECT_NEAR(line.top(), 100, 1e-3);
  EXPECT_NEAR(line.bottom(), 500, 1e-3);
  EXPECT_NEAR(median_width(line), 40, 1e-6);
  EXPECT_FLOAT_EQ(line.confidence, .9F);
}

TEST(FoundLine, FollowsASlantedOutline) {
  const auto line = cut_across({{0, 0}, {20, 0}, {120, 1000}, {100, 1000}}, 1);
  EXPECT_LT(line.slices.front().center(), line.slices.back().center() - 80);
  EXPECT_NEAR(median_width(line), 20, 1e-3);
}

TEST(FoundLine, OutlineComesBackWithItsCorners) {
  const auto outline = outline_of(cut_across({{10, 100}, {50, 100}, {50, 500}, {10, 500}}, 1));
  const auto box = bounding_box(outline);
  EXPECT_NEAR(box.x, 10, 1e-3);
  EXPECT_NEAR(box.y, 100, 1e-3);
  EXPECT_NEAR(box.width, 40, 1e-3);
  EXPECT_NEAR(box.height, 400, 1e-3);
}

TEST(FoundLine, HasNoSlicesWithoutHeight) {
  EXPECT_TRUE(cut_across({}, 1).slices.empty());
  EXPECT_TRUE(cut_across({{1, 1}}, 1).slices.empty());
  EXPECT_TRUE(cut_across({{1, 1}, {9, 1}, {5, 1}}, 1).slices.empty());
}

}  // namespace
}  // namespace wenlan
