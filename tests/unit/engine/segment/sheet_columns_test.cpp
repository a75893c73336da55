// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/sheet_columns.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "engine/segment/sheet_rows.h"
#include "tests/unit/engine/segment/sheet_lines.h"

namespace wenlan {
namespace {

std::vector<Piece> settled(const std::vector<DetectedLine>& lines, const cv::Mat& pixels) {
  SheetPieces sheet = pieces_of_sheet(lines, pixels);
  settle_rows(sheet);
  settle_columns(sheet);
  return sheet.pieces;
}

TEST(SheetColumns, ALineOverARuleIsTwo) {
  std::vector<DetectedLine> lines;
  add_block(lines, 400, 100, 3);
  add_block(lines, 400, 320, 3);
  lines.push_back(line_at(302, 100, 322, 520));
  cv::Mat pixels = paper();
  cv::line(pixels, {290, 310}, {500, 310}, {0, 0, 0}, 2);
  const auto pieces = settled(lines, pixels);
  ASSERT_EQ(pieces.size(), 8U);
  EXPECT_LT(pieces[6].extent.bottom, 312);
  EXPECT_GT(pieces[7].extent.top, 308);
}

TEST(SheetColumns, ALineThroughTheGapOfItsNeighboursIsTwo) {
  std::vector<DetectedLine> lines;
  add_block(lines, 400, 100, 2);
  add_block(lines, 400, 312, 2);
  lines.push_back(line_at(328, 100, 348, 512));
  add_block(lines, 322, 100, 2);
  add_block(lines, 322, 312, 2);
  EXPECT_EQ(settled(lines, paper()).size(), 10U);
}

TEST(SheetColumns, PiecesOfAColumnAreJoinedWhereItsNeighboursRunOn) {
  std::vector<DetectedLine> lines;
  add_block(lines, 400, 100, 2);
  lines.push_back(line_at(328, 100, 348, 190));
  lines.push_back(line_at(328, 196, 348, 300));
  add_block(lines, 322, 100, 2);
  EXPECT_EQ(settled(lines, paper()).size(), 5U);
}

TEST(SheetColumns, ALargeCharacterFoundAloneBelongsToItsName) {
  std::vector<DetectedLine> lines;
  add_block(lines, 400, 100, 5);
  lines.push_back(line_at(600, 100, 660, 300));
  lines.push_back(line_at(602, 325, 660, 390));
  EXPECT_EQ(settled(lines, paper()).size(), 6U);
}

}  // namespace
}  // namespace wenlan
