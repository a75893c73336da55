// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/sheet_margins.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "engine/page/layout.h"
#include "tests/unit/engine/segment/sheet_lines.h"

namespace wenlan {
namespace {

TEST(SheetMargins, AColumnOutsideTheFrameIsNoArticle) {
  std::vector<DetectedLine> lines;
  add_block(lines, 700, 100, 12);
  add_block(lines, 700, 320, 12);
  lines.push_back(line_at(760, 100, 780, 500));
  cv::Mat pixels = paper();
  cv::line(pixels, {740, 90}, {740, 530}, {0, 0, 0}, 3);
  SheetPieces sheet = pieces_of_sheet(lines, pixels);
  const auto margins = take_margins(sheet);
  EXPECT_EQ(sheet.pieces.size(), 24U);
  ASSERT_EQ(margins.size(), 1U);
  EXPECT_GT(margins[0].extent.left, 740);
}

TEST(SheetMargins, WhatShinesThroughIsTakenOut) {
  std::vector<DetectedLine> lines;
  add_block(lines, 700, 100, 6);
  lines.push_back(line_at(300, 100, 320, 300));
  cv::Mat pixels = paper();
  for (int i = 0; i < 6; ++i)
    cv::rectangle(pixels, {683 - 26 * i, 102, 14, 190}, {20, 20, 20}, cv::FILLED);
  cv::rectangle(pixels, {303, 102, 14, 190}, {200, 200, 200}, cv::FILLED);
  SheetPieces sheet = pieces_of_sheet(lines, pixels);
  const auto pale = take_show_through(sheet);
  ASSERT_EQ(pale.size(), 1U);
  EXPECT_LT(pale[0].confidence, kDoubtfulLine);
  EXPECT_EQ(sheet.pieces.size(), 6U);
}

}  // namespace
}  // namespace wenlan
