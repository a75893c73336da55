// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/double_stretch.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr double kPitch = 100;
const cv::Scalar kInk{20, 20, 20};

cv::Mat paper() {
  return {1400, 600, CV_8UC3, cv::Scalar{230, 230, 230}};
}

// Strokes as a character of this size would have.
void draw_character(cv::Mat& page, const cv::Rect& box) {
  for (int i = 0; i < 3; ++i) {
    const int y = box.y + 3 + i * (box.height - 8) / 2;
    cv::line(page, {box.x, y}, {box.br().x, y}, kInk, 4);
  }
  cv::line(page, {box.x + box.width / 2, box.y}, {box.x + box.width / 2, box.br().y}, kInk, 4);
}

void draw_text(cv::Mat& page, int x, int y, int count) {
  for (int i = 0; i < count; ++i) draw_character(page, {x - 40, y + 90 * i, 80, 76});
}

// Two rows of small characters to either side of `x`.
void draw_double_row(cv::Mat& page, int x, int y, int count) {
  for (int i = 0; i < count; ++i)
    for (const int left : {x - 45, x + 5}) draw_character(page, {left, y + 50 * i, 40, 40});
}

FoundLine line_over(int x, int top, int bottom) {
  return {{{1. * top, x - 50., x + 50.}, {1. * bottom, x - 50., x + 50.}}};
}

std::optional<DoubleStretch> stretch_of(const cv::Mat& page, const FoundLine& line) {
  return find_double_stretch(line, find_ink(page, kPitch), kPitch, 2.7);
}

TEST(DoubleStretch, TextAboveADoubleRowIsLeftOut) {
  cv::Mat page = paper();
  draw_text(page, 300, 100, 4);        // to 446
  draw_double_row(page, 300, 460, 8);  // to 850
  const auto stretch = stretch_of(page, line_over(300, 95, 855));
  ASSERT_TRUE(stretch);
  EXPECT_NEAR(stretch->top, 453, 8);
  EXPECT_EQ(stretch->bottom, 855);
  EXPECT_NEAR(stretch->lane, 0, 5);
}

TEST(DoubleStretch, TextBelowADoubleRowIsLeftOut) {
  cv::Mat page = paper();
  draw_double_row(page, 300, 100, 8);  // to 490
  draw_text(page, 300, 504, 5);
  const auto stretch = stretch_of(page, line_over(300, 95, 950));
  ASSERT_TRUE(stretch);
  EXPECT_EQ(stretch->top, 95);
  EXPECT_NEAR(stretch->bottom, 497, 8);
}

TEST(DoubleStretch, TextHasNone) {
  cv::Mat page = paper();
  draw_text(page, 300, 100, 8);
  EXPECT_FALSE(stretch_of(page, line_over(300, 95, 815)));
}

TEST(DoubleStretch, ACharacterOfTwoPartsHasNone) {
  cv::Mat page = paper();
  draw_text(page, 300, 100, 4);
  for (const int left : {260, 305}) draw_character(page, {left, 460, 36, 76});
  draw_text(page, 300, 550, 3);
  EXPECT_FALSE(stretch_of(page, line_over(300, 95, 815)));
}

TEST(DoubleStretch, CharactersOfTwoPartsInARowHaveNone) {
  cv::Mat page = paper();
  for (int y = 100; y < 700; y += 90)
    for (const int left : {260, 305}) draw_character(page, {left, y, 36, 76});
  EXPECT_FALSE(stretch_of(page, line_over(300, 95, 730)));
}

TEST(DoubleStretch, OneRowBesideBarePaperHasNone) {
  cv::Mat page = paper();
  for (int i = 0; i < 8; ++i) draw_character(page, {305, 100 + 50 * i, 40, 40});
  EXPECT_FALSE(stretch_of(page, line_over(300, 95, 500)));
}

}  // namespace
}  // namespace wenlan
