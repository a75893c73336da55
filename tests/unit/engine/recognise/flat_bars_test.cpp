// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/flat_bars.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

LineImage column_with_bars(int bars) {
  LineImage column{cv::Mat(110, 100, CV_8UC3, cv::Scalar::all(235)), true};
  for (int i = 0; i < bars; ++i)
    cv::rectangle(column.pixels, {15, 20 + 28 * i, 70, 9}, cv::Scalar::all(20), cv::FILLED);
  return column;
}

std::string reading_of(const LineImage& column) {
  const auto line = read_flat_bars(column);
  return line ? line->glyphs.front().text : "";
}

TEST(FlatBars, OneTwoAndThreeAreCounted) {
  EXPECT_EQ(reading_of(column_with_bars(1)), "一");
  EXPECT_EQ(reading_of(column_with_bars(2)), "二");
  EXPECT_EQ(reading_of(column_with_bars(3)), "三");
}

TEST(FlatBars, TheGlyphLiesOnTheBars) {
  const auto line = read_flat_bars(column_with_bars(1));
  ASSERT_TRUE(line);
  EXPECT_NEAR(line->glyphs[0].begin, 20 / 110.0, 0.02);
  EXPECT_NEAR(line->glyphs[0].end, 29 / 110.0, 0.02);
}

TEST(FlatBars, AnyOtherStrokeIsLeftToTheNetwork) {
  LineImage column = column_with_bars(1);
  cv::rectangle(column.pixels, {46, 10, 9, 90}, cv::Scalar::all(20), cv::FILLED);
  EXPECT_EQ(reading_of(column), "");
  EXPECT_EQ(reading_of(column_with_bars(0)), "");
}

TEST(FlatBars, LongColumnsAndRowsAreLeftToTheNetwork) {
  LineImage row = column_with_bars(1);
  row.vertical = false;
  EXPECT_EQ(reading_of(row), "");
  LineImage tall{cv::Mat(400, 100, CV_8UC3, cv::Scalar::all(235)), true};
  cv::rectangle(tall.pixels, {15, 20, 70, 9}, cv::Scalar::all(20), cv::FILLED);
  EXPECT_EQ(reading_of(tall), "");
}

}  // namespace
}  // namespace wenlan
