// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/sheet_rows.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "tests/unit/engine/segment/sheet_lines.h"

namespace wenlan {
namespace {

std::vector<Piece> settled(const std::vector<DetectedLine>& lines, const cv::Mat& pixels) {
  SheetPieces sheet = pieces_of_sheet(lines, pixels);
  settle_rows(sheet);
  return sheet.pieces;
}

TEST(SheetRows, CharactersSetWideApartMakeOneRow) {
  std::vector<DetectedLine> lines;
  add_block(lines, 700, 200, 12);
  for (const float left : {400.F, 470.F, 540.F})
    lines.push_back(line_at(left, 100, left + 40, 140));
  const auto pieces = settled(lines, paper());
  ASSERT_EQ(pieces.size(), 13U);
  EXPECT_TRUE(pieces.back().is_row());
  EXPECT_DOUBLE_EQ(pieces.back().extent.width(), 180);
}

// Characters of a row, black squares `size` wide, `step` apart.
void print_row(cv::Mat& pixels, int left, int top, int size, int step, int count) {
  for (int i = 0; i < count; ++i)
    cv::rectangle(pixels, {left + i * step, top, size, size}, {0, 0, 0}, cv::FILLED);
}

TEST(SheetRows, HeadlinesOfArticlesSideBySideAreParted) {
  std::vector<DetectedLine> lines;
  add_block(lines, 700, 200, 6);
  add_block(lines, 500, 200, 6);
  lines.push_back(line_at(350, 140, 702, 180));
  cv::Mat pixels = paper();
  print_row(pixels, 354, 144, 32, 34, 5);  // to 522
  print_row(pixels, 548, 144, 32, 34, 4);
  print_row(pixels, 672, 144, 26, 34, 1);
  const auto pieces = settled(lines, pixels);
  ASSERT_EQ(pieces.size(), 14U);
  EXPECT_NEAR(pieces[12].extent.right, 522, 2);
  EXPECT_NEAR(pieces[13].extent.left, 548, 2);
}

TEST(SheetRows, AGapInAHeadlineOverOneBlockPartsNothing) {
  std::vector<DetectedLine> lines;
  add_block(lines, 700, 200, 13);
  lines.push_back(line_at(350, 140, 702, 180));
  cv::Mat pixels = paper();
  print_row(pixels, 354, 144, 32, 34, 5);
  print_row(pixels, 548, 144, 32, 34, 4);
  EXPECT_EQ(settled(lines, pixels).size(), 14U);
}

TEST(SheetRows, PiecesWithInkBetweenAreOneRow) {
  std::vector<DetectedLine> lines;
  add_block(lines, 700, 200, 13);
  lines.push_back(line_at(350, 140, 452, 180));
  lines.push_back(line_at(580, 140, 682, 180));
  cv::Mat pixels = paper();
  print_row(pixels, 354, 144, 32, 34, 3);
  print_row(pixels, 584, 144, 32, 34, 3);
  EXPECT_EQ(settled(lines, pixels).size(), 15U);
  print_row(pixels, 458, 144, 32, 34, 4);
  EXPECT_EQ(settled(lines, pixels).size(), 14U);
}

}  // namespace
}  // namespace wenlan
