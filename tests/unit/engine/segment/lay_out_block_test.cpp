// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/lay_out_block.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace wenlan {
namespace {

std::size_t notes_in(const Block& block) {
  return static_cast<std::size_t>(std::count_if(
      block.lines.begin(), block.lines.end(), [](auto& line) { return line.half.has_value(); }));
}

TEST(LayOutBlock, ColumnsSetFarApartWithADoubleRowAmongThemKeepTheirPitch) {
  // More than twice as far apart as they are wide; the rows of the note are nearly as wide as they.
  std::vector<UprightLine> lines;
  for (int i = 0; i < 8; ++i)
    if (i != 3) lines.push_back({0, 1400, 140. * i, 64});
  lines.push_back({0, 900, 140 * 3 + 33, 56});
  lines.push_back({0, 900, 140 * 3 - 33, 56});
  EXPECT_EQ(notes_in(lay_out_block(lines, {}, {})), 2U);
}

TEST(LayOutBlock, ColumnsOfOneWidthAreNoDoubleRows) {
  std::vector<UprightLine> lines;
  for (int i = 0; i < 8; ++i) lines.push_back({0, 1400, 70. * i, 56});
  EXPECT_EQ(notes_in(lay_out_block(lines, {}, {})), 0U);
}

TEST(LayOutBlock, ADoubtfulDoubleRowBetweenTwoColumnsHasOneOfItsOwn) {
  std::vector<UprightLine> lines;
  for (int i = 0; i < 8; ++i)
    if (i != 3) lines.push_back({0, 1400, 100. * i, 80});
  for (const double aside : {25, -25}) {
    lines.push_back({0, 300, 300 + aside, 45});
    lines.back().doubtful = true;
  }
  BlockEvidence ruled;
  ruled.rule_pitch = 100;
  const Block block = lay_out_block(lines, ruled, {});
  EXPECT_EQ(block.columns.size(), 8U);
  EXPECT_EQ(notes_in(block), 2U);
}

}  // namespace
}  // namespace wenlan
