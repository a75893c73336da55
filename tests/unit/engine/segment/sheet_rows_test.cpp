// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/sheet_rows.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace wenlan
