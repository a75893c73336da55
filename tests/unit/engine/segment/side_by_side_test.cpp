// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/side_by_side.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr double kPitch = 100, kTextWidth = 70;
const cv::Scalar kInk{20, 20, 20};

cv::Mat paper() {
  return {1000, 1000, CV_8UC3, cv::Scalar{230, 230, 230}};
}

// Strokes as a character of this size would have.
void draw_character(cv::Mat& page, const cv::Rect& box) {
  for (int i = 0; i < 3; ++i) {
    const int y = box.y + 3 + i * (box.height - 8) / 2;
    cv::line(page, {box.x, y}, {box.br().x, y}, kInk, 4);
  }
  cv::line(page, {box.x + box.width / 2, box.y}, {box.x + box.width / 2, box.br().y}, kInk, 4);
}

FoundLine line_in(const cv::Rect& box) {
  const double left = box.x, right = box.br().x;
  return {{{1. * box.y, left, right}, {1. * box.br().y, left, right}}};
}

DetectedLine row_in(const cv::Rect& box) {
  const auto x = static_cast<float>(box.x), y = static_cast<float>(box.y);
  const auto right = static_cast<float>(box.br().x), bottom = static_cast<float>(box.br().y);
  return {{{x, y}, {right, y}, {right, bottom}, {x, bottom}}, .3F};
}

SideBySide parted(const cv::Mat& page, SideBySide found) {
  return part_side_by_side(
      std::move(found), find_ink(page, kPitch), Straightening{}, kPitch, kTextWidth);
}

TEST(SideBySide, AWideLineWithABareLaneIsTwo) {
  cv::Mat page = paper();
  for (const int y : {500, 550})
    for (const int x : {300, 352}) draw_character(page, {x, y, 40, 40});
  const auto found = parted(page, {{line_in({295, 495, 100, 105})}, {}});
  ASSERT_EQ(found.lines.size(), 2U);
  EXPECT_NEAR(found.lines[0].slices[0].left, 346, 4);
  EXPECT_NEAR(found.lines[1].slices[0].right, 346, 4);
}

TEST(SideBySide, ARowOfTwoSmallCharactersIsTwoLines) {
  cv::Mat page = paper();
  for (const int x : {300, 352}) draw_character(page, {x, 500, 40, 40});
  const auto found = parted(page, {{}, {row_in({295, 495, 102, 50})}});
  EXPECT_TRUE(found.rows.empty());
  ASSERT_EQ(found.lines.size(), 2U);
  EXPECT_GT(found.lines[0].slices[0].left, found.lines[1].slices[0].left);
}

TEST(SideBySide, TextAndADoubleRowFoundAsOneArePartedAndNoWiderThanAColumn) {
  cv::Mat page = paper();
  for (const int y : {100, 190, 280}) draw_character(page, {300, y, 80, 76});
  for (int y = 370; y < 800; y += 50)
    for (const int x : {295, 345}) draw_character(page, {x, y, 40, 40});
  const auto found = parted(page, {{line_in({255, 95, 170, 720})}, {}});
  ASSERT_EQ(found.lines.size(), 3U);
  EXPECT_NEAR(found.lines[0].bottom(), 363, 8);
  EXPECT_NEAR(median_width(found.lines[0]), 110, 5);
  EXPECT_NEAR(found.lines[1].slices[0].left, 340, 5);
  EXPECT_NEAR(found.lines[1].slices[0].right, 395, 5);
  EXPECT_NEAR(found.lines[2].slices[0].left, 285, 5);
}

TEST(SideBySide, ThreeCharactersOfTheTextThatEachHaveALaneStay) {
  cv::Mat page = paper();
  for (const int y : {100, 200, 600, 700}) draw_character(page, {300, y, 80, 76});
  for (int y = 300; y < 580; y += 48)
    for (const int x : {300, 344}) draw_character(page, {x, y, 36, 40});
  EXPECT_EQ(parted(page, {{line_in({300, 95, 80, 690})}, {}}).lines.size(), 1U);
}

TEST(SideBySide, AWideCharacterWithoutALaneStays) {
  cv::Mat page = paper();
  draw_character(page, {300, 500, 90, 80});
  EXPECT_EQ(parted(page, {{line_in({295, 495, 100, 90})}, {}}).lines.size(), 1U);
}

TEST(SideBySide, LinesAsWideAsTheTextAndWiderRowsStay) {
  cv::Mat page = paper();
  for (const int x : {300, 340}) draw_character(page, {x, 500, 30, 40});
  for (const int x : {500, 600}) draw_character(page, {x, 300, 80, 80});
  const auto found = parted(page, {{line_in({296, 495, 78, 90})}, {row_in({495, 295, 190, 90})}});
  EXPECT_EQ(found.lines.size(), 1U);
  EXPECT_EQ(found.rows.size(), 1U);
}

}  // namespace
}  // namespace wenlan
