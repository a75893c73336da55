// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/gloss_columns.h"

#include <gtest/gtest.h>

#include "tests/unit/engine/segment/gloss_leaf.h"

namespace wenlan {
namespace {

// What a detector sees where characters stand as close across as down.
std::vector<DetectedLine> rows_of(int registers) {
  std::vector<DetectedLine> rows;
  for (int band = 0; band < registers; ++band)
    for (int row = 0; row < GlossLeaf::kRows; ++row) {
      const auto y = static_cast<float>(GlossLeaf::top_of(band) + row * GlossLeaf::kStep);
      rows.push_back({outline_of(Box<CleanSpace>{
                          GlossLeaf::kLeft, y, GlossLeaf::kColumns * GlossLeaf::kPitch, 54}),
                      1});
    }
  return rows;
}

TEST(GlossColumns, RowsOfALeafFullOfGlossesAreColumns) {
  const GlossLeaf leaf(2, 2);
  const auto columns = gloss_columns_instead(rows_of(2), leaf.picture);
  ASSERT_TRUE(columns);
  EXPECT_EQ(columns->size(), 2U * GlossLeaf::kColumns);
  for (const auto& column : *columns) {
    const auto box = bounding_box(column.outline);
    EXPECT_GT(box.height, 8 * box.width);
  }
}

TEST(GlossColumns, RowsOfCharactersOfOneSizeStayRows) {
  const GlossLeaf leaf(2, 0);
  EXPECT_FALSE(gloss_columns_instead(rows_of(2), leaf.picture));
}

TEST(GlossColumns, WhatStandsOutsideOfTheColumnsIsKept) {
  const GlossLeaf leaf(1, 2);
  auto rows = rows_of(1);
  std::vector<FoundLine> lines;
  for (const auto& row : rows) lines.push_back(cut_across(row.outline, 1));
  const auto below = static_cast<float>(leaf.picture.rows - 60);
  lines.push_back(cut_across(outline_of(Box<CleanSpace>{300, below, 20, 40}), 1));
  const auto found = find_gloss_columns(leaf.picture, GlossLeaf::kPitch, Straightening{}, lines);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->columns.lines.size(), GlossLeaf::kColumns + 1U);
  EXPECT_TRUE(found->parted.is_mixed());
}

}  // namespace
}  // namespace wenlan
