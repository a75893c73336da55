// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/page/marks.h"

#include <gmock/gmock.h>

namespace wenlan {
namespace {

using testing::Optional;

// 學而時 in a column 50 wide from (100, 100) down, a character every 60 pixels.
Page page_of_one_column() {
  Page page;
  page.layout.lines = {{.id = "l1"}};
  page.transcript.text = "學而時";
  page.transcript.lines = {{{0, 9}, 1}};
  for (std::uint32_t i = 0; i < 3; ++i)
    page.transcript.glyphs.push_back(
        {{3 * i, 3}, 0, {100, 100 + 60 * static_cast<float>(i), 50, 50}, 1, {}});
  return page;
}

Mark mark_at(float y) {
  return {"m1", MarkKind::circle, Ink::red, {160, y - 5, 10, 10}, "l1"};
}

TEST(GlyphBeside, IsTheOneWhoseMiddleIsBesideTheMark) {
  EXPECT_THAT(glyph_beside(page_of_one_column(), mark_at(185)), Optional(1U));
}

TEST(GlyphBeside, IsTheOneBeforeAMarkBetweenTwo) {
  EXPECT_THAT(glyph_beside(page_of_one_column(), mark_at(155)), Optional(0U));
  EXPECT_THAT(glyph_beside(page_of_one_column(), mark_at(290)), Optional(2U));
}

TEST(GlyphBeside, IsNoneWithoutALineOrCharacters) {
  Page page = page_of_one_column();
  Mark astray = mark_at(185);
  astray.line = "l2";
  EXPECT_FALSE(glyph_beside(page, astray).has_value());
  page.transcript.glyphs.clear();
  EXPECT_FALSE(glyph_beside(page, mark_at(185)).has_value());
}

TEST(GlyphBeside, FollowsTheDirectionOfARow) {
  Page page = page_of_one_column();
  page.layout.lines[0].mode = WritingMode::horizontal_ltr;
  for (auto& glyph : page.transcript.glyphs) glyph.box = {glyph.box.y, 100, 50, 50};
  Mark mark = mark_at(0);
  mark.box = {180, 90, 10, 10};
  EXPECT_THAT(glyph_beside(page, mark), Optional(1U));
}

}  // namespace
}  // namespace wenlan
