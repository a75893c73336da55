// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/join_lines.h"

#include <gmock/gmock.h>

#include "engine/segment/straighten.h"

namespace wenlan {
namespace {

FoundLine box_line(float x, float y, float width, float height) {
  return cut_across({{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}, .8F);
}

Block two_lines_of_a_column() {
  Block block;
  block.grid.pitch = 60;
  block.columns.resize(1);
  block.lines = {{0, 0, 0, {}, {}}, {1, 0, 0, {}, {}}};
  return block;
}

TEST(JoinLines, MakesOneOfTwoCloseBelowEachOther) {
  std::vector<FoundLine> lines{box_line(0, 0, 50, 300), box_line(2, 320, 50, 200)};
  auto strips = upright(lines, {});
  const Block joined = join_lines(two_lines_of_a_column(), lines, strips);
  ASSERT_EQ(joined.lines.size(), 1U);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_NEAR(lines[0].bottom(), 520, 1e-3);
  EXPECT_NEAR(strips[0].bottom, 520, 1e-3);
}

TEST(JoinLines, LeavesAGapOfACharacter) {
  std::vector<FoundLine> lines{box_line(0, 0, 50, 300), box_line(0, 380, 50, 200)};
  auto strips = upright(lines, {});
  EXPECT_EQ(join_lines(two_lines_of_a_column(), lines, strips).lines.size(), 2U);
}

TEST(JoinLines, LeavesHalvesOfANoteApart) {
  Block block = two_lines_of_a_column();
  block.lines[0].note_segment = block.lines[1].note_segment = 0;
  block.lines[0].half = NoteHalf::right;
  block.lines[1].half = NoteHalf::left;
  std::vector<FoundLine> lines{box_line(0, 0, 25, 100), box_line(0, 110, 25, 100)};
  auto strips = upright(lines, {});
  EXPECT_EQ(join_lines(block, lines, strips).lines.size(), 2U);
}

}  // namespace
}  // namespace wenlan
