// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/page/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wenlan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Page two_columns_of_two_characters() {
  Page page;
  page.layout.lines = {Line{.id = "l1", .outline = outline_of(Box<ScanSpace>{100, 0, 20, 50})},
                       Line{.id = "l2", .outline = outline_of(Box<ScanSpace>{60, 0, 20, 50})}};
  page.transcript = {.text = "天地\n玄黃",
                     .lines = {{{0, 6}}, {{7, 6}}},
                     .glyphs = {{{0, 3}, 0, {100, 0, 20, 25}},
                                {{3, 3}, 0, {100, 25, 20, 25}},
                                {{7, 3}, 1, {60, 0, 20, 25}},
                                {{10, 3}, 1, {60, 25, 20, 25}}}};
  return page;
}

TEST(BoxesOf, SpanOverAColumnEndHasABoxInEachColumn) {
  EXPECT_THAT(boxes_of(two_columns_of_two_characters(), {3, 7}),
              ElementsAre(Box<ScanSpace>{100, 25, 20, 25}, Box<ScanSpace>{60, 0, 20, 25}));
}

TEST(BoxesOf, LineWithoutGlyphBoxesGivesItsOwnBox) {
  Page page = two_columns_of_two_characters();
  page.transcript.glyphs.clear();
  EXPECT_THAT(boxes_of(page, {0, 3}), ElementsAre(Box<ScanSpace>{100, 0, 20, 50}));
}

TEST(BoxesOf, TextOnlyPageHasNone) {
  Page page = two_columns_of_two_characters();
  page.transcript.glyphs.clear();
  for (Line& line : page.layout.lines) line.outline.clear();
  EXPECT_THAT(boxes_of(page, {0, 13}), IsEmpty());
}

}  // namespace
}  // namespace wenlan
