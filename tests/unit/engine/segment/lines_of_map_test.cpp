// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/lines_of_map.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

const cv::Size kPicture{200, 400};  // twice the map
const MapReading kHalf{.4F, .5, 2, [](double width, double) { return .5 * width; }};

cv::Mat1f map_with(std::initializer_list<std::pair<cv::Rect, float>> regions) {
  cv::Mat1f map(200, 100, 0.F);
  for (const auto& [box, value] : regions) map(box).setTo(value);
  return map;
}

TEST(LinesOfMap, RegionGrowsOnAllSidesAndIsToldOnThePicture) {
  const auto lines = lines_of_map(map_with({{{40, 20, 10, 100}, .9F}}), kPicture, kHalf);
  ASSERT_EQ(lines.size(), 1U);
  const auto box = bounding_box(lines[0].outline);
  EXPECT_NEAR(box.x, 2 * (40 - 5), 1);
  EXPECT_NEAR(box.right(), 2 * (50 + 5), 1);
  EXPECT_NEAR(box.y, 2 * (20 - 5), 2);
  EXPECT_NEAR(box.bottom(), 2 * (120 + 5), 2);
  EXPECT_NEAR(lines[0].confidence, .9, 1e-4);
}

TEST(LinesOfMap, NeighboursStayApart) {
  const auto lines =
      lines_of_map(map_with({{{40, 20, 6, 100}, .9F}, {{50, 20, 6, 100}, .8F}}), kPicture, kHalf);
  EXPECT_EQ(lines.size(), 2U);
}

TEST(LinesOfMap, WhatIsUnsureOrTooSmallIsNoLine) {
  const auto lines =
      lines_of_map(map_with({{{10, 20, 10, 100}, .45F}, {{60, 20, 1, 100}, .9F}}), kPicture, kHalf);
  EXPECT_TRUE(lines.empty());
}

TEST(LinesOfMap, OutlineFollowsALeaningLine) {
  cv::Mat1f map(200, 100, 0.F);
  cv::line(map, {30, 20}, {60, 180}, cv::Scalar(1), 8);
  const auto lines = lines_of_map(map, kPicture, kHalf);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_TRUE(std::ranges::any_of(lines[0].outline, [](auto p) { return p.x < 60 && p.y < 60; }));
  EXPECT_TRUE(std::ranges::any_of(lines[0].outline, [](auto p) { return p.x > 125 && p.y > 340; }));
}

TEST(LinesOfMap, KindIsTheOneMostLikelyOverTheRegion) {
  const cv::Mat1f map = map_with({{{20, 20, 10, 100}, .9F}, {{60, 20, 10, 100}, .9F}});
  cv::Mat1f text(map.size(), .2F), note(map.size(), .4F);
  text(cv::Rect{0, 0, 50, 200}).setTo(.7F);
  const auto lines =
      lines_of_map(map, kPicture, kHalf, {{WritingKind::text, text}, {WritingKind::note, note}});
  ASSERT_EQ(lines.size(), 2U);
  for (const auto& line : lines)
    EXPECT_EQ(line.kind,
              bounding_box(line.outline).x < 100 ? WritingKind::text : WritingKind::note);
}

}  // namespace
}  // namespace wenlan
