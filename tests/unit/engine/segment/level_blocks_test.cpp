// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/level_blocks.h"

#include <gtest/gtest.h>

#include "tests/unit/engine/segment/sheet_lines.h"

namespace wenlan {
namespace {

// Columns, and `rows` below them, `pitch` apart.
std::vector<DetectedLine> page_of(int rows, float pitch) {
  std::vector<DetectedLine> lines;
  add_block(lines, 700, 100, 12);
  for (int i = 0; i < rows; ++i) {
    const float top = 400 + pitch * static_cast<float>(i);
    lines.push_back(line_at(400, top, 600, top + 20));
  }
  return lines;
}

TEST(LevelBlocks, ThreeRowsBelowEachOtherMakeABlock) {
  EXPECT_TRUE(has_level_block(page_of(3, 32)));
  EXPECT_FALSE(has_level_block(page_of(2, 32)));
  EXPECT_FALSE(has_level_block({}));
}

TEST(LevelBlocks, RowsThatTouchOrStandFarApartDoNot) {
  EXPECT_FALSE(has_level_block(page_of(5, 21)));
  EXPECT_FALSE(has_level_block(page_of(5, 80)));
}

TEST(LevelBlocks, RowsOverColumnsAreColumnsSeenCrosswise) {
  auto lines = page_of(0, 32);
  for (const float top : {130.F, 162.F, 194.F}) lines.push_back(line_at(450, top, 650, top + 20));
  EXPECT_FALSE(has_level_block(lines));
}

TEST(LevelBlocks, ShortRowsAreLabels) {
  std::vector<DetectedLine> lines;
  for (const float top : {100.F, 132.F, 164.F}) lines.push_back(line_at(100, top, 180, top + 20));
  EXPECT_FALSE(has_level_block(lines));
}

}  // namespace
}  // namespace wenlan
