// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/white_strips.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr int kSize = 20;

// Characters of a block at (100, 100), `down` and `across` apart.
cv::Mat1b characters(int columns, int rows, int across, int down) {
  cv::Mat1b ink(600, 600, uchar{0});
  for (int column = 0; column < columns; ++column)
    for (int row = 0; row < rows; ++row)
      ink(cv::Rect(100 + column * across, 100 + row * down, kSize, kSize)).setTo(255);
  return ink;
}

PrintedBlock block_at(double right, double bottom) {
  return {{100, 100, right, bottom}, {86, 86, right + 14, bottom + 14}, kSize};
}

TEST(WhiteStrips, WhatIsFartherApartAcrossIsColumns) {
  const auto columns = columns_by_white(characters(4, 9, 36, 22), 1, block_at(228, 296));
  ASSERT_EQ(columns.size(), 4U);
  EXPECT_NEAR(columns[1].left, 136, 1);
  EXPECT_NEAR(columns[1].right, 156, 1);
  EXPECT_NEAR(columns[1].top, 100, 1);
  EXPECT_NEAR(columns[1].bottom, 296, 1);
}

TEST(WhiteStrips, WhatIsFartherApartDownIsNot) {
  EXPECT_TRUE(columns_by_white(characters(9, 4, 22, 36), 1, block_at(296, 228)).empty());
  EXPECT_TRUE(columns_by_white(characters(5, 5, 30, 30), 1, block_at(240, 240)).empty());
}

TEST(WhiteStrips, AColumnEndsWhereItsInkDoes) {
  cv::Mat1b ink = characters(4, 9, 36, 22);
  ink(cv::Rect(100, 170, 20, 200)).setTo(0);   // the last column is short
  ink(cv::Rect(136, 299, 9, 9)).setTo(255);    // a full stop that was passed over
  cv::line(ink, {90, 91}, {240, 91}, 255, 1);  // of the frame
  const auto columns = columns_by_white(ink, 1, block_at(228, 296));
  ASSERT_EQ(columns.size(), 4U);
  EXPECT_NEAR(columns[0].bottom, 170, 3);
  EXPECT_NEAR(columns[1].bottom, 308, 1);
  for (const Extent& column : columns) EXPECT_NEAR(column.top, 100, 1);
}

TEST(WhiteStrips, ACharacterInTwoPartsStaysWhole) {
  cv::Mat1b ink = characters(4, 9, 36, 22);
  ink(cv::Rect(106, 90, 5, 220)).setTo(0);
  EXPECT_EQ(columns_by_white(ink, 1, block_at(228, 296)).size(), 4U);
}

TEST(WhiteStrips, WideBlocksOfInkAreNoColumns) {
  cv::Mat1b ink(600, 600, uchar{0});
  for (const int x : {100, 300}) ink(cv::Rect(x, 100, 100, 300)).setTo(255);
  EXPECT_TRUE(columns_by_white(ink, 1, block_at(400, 400)).empty());
}

}  // namespace
}  // namespace wenlan
