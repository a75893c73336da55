// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/mark_shapes.h"

#include <gmock/gmock.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr double kPitch = 60;

cv::Mat1b bare() {
  return cv::Mat1b(100, 100, uchar{0});
}

TEST(MarkShapes, ARingIsACircle) {
  cv::Mat1b ink = bare();
  cv::circle(ink, {50, 40}, 6, 255, 2);
  const auto shapes = find_mark_shapes(ink, kPitch);
  ASSERT_EQ(shapes.size(), 1U);
  EXPECT_EQ(shapes[0].kind, MarkKind::circle);
  EXPECT_TRUE(shapes[0].box.contains({50, 40}));
}

TEST(MarkShapes, AFullDiscIsADot) {
  cv::Mat1b ink = bare();
  cv::circle(ink, {50, 40}, 5, 255, cv::FILLED);
  const auto shapes = find_mark_shapes(ink, kPitch);
  ASSERT_EQ(shapes.size(), 1U);
  EXPECT_EQ(shapes[0].kind, MarkKind::dot);
}

TEST(MarkShapes, ADropFromTheTopLeftIsATick) {
  cv::Mat1b ink = bare();
  cv::fillPoly(
      ink,
      std::vector{std::vector<cv::Point>{{40, 40}, {46, 43}, {50, 50}, {47, 51}, {42, 46}}},
      255);
  const auto shapes = find_mark_shapes(ink, kPitch);
  ASSERT_EQ(shapes.size(), 1U);
  EXPECT_EQ(shapes[0].kind, MarkKind::tick);
}

TEST(MarkShapes, ABoxAsInCharactersIsNone) {
  cv::Mat1b ink = bare();
  cv::rectangle(ink, {40, 40, 14, 13}, 255, 2);
  EXPECT_THAT(find_mark_shapes(ink, kPitch), testing::IsEmpty());
}

TEST(MarkShapes, AStrokeFromTheTopRightIsNone) {
  cv::Mat1b ink = bare();
  cv::line(ink, {50, 40}, {42, 50}, 255, 3);
  EXPECT_THAT(find_mark_shapes(ink, kPitch), testing::IsEmpty());
}

TEST(MarkShapes, WhatIsMuchSmallerOrLargerIsNone) {
  cv::Mat1b ink = bare();
  cv::circle(ink, {50, 40}, 20, 255, 2);
  cv::circle(ink, {10, 10}, 1, 255, cv::FILLED);
  EXPECT_THAT(find_mark_shapes(ink, kPitch), testing::IsEmpty());
}

}  // namespace
}  // namespace wenlan
