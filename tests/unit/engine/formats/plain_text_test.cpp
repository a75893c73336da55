// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/plain_text.h"

#include <gtest/gtest.h>

#include "sample_pages.h"

namespace wenlan {
namespace {

TEST(PlainText, OneColumnALineWithNotesInTheirPlace) {
  EXPECT_EQ(to_plain_text(woodblock_page()),
            "天地玄黃{{上注/下〓}}\n{{續/終}}乾隆元年\n王安\n石𠀀\n");
}

TEST(PlainText, NotesCanBeDroppedOrStandAlone) {
  EXPECT_EQ(to_plain_text(woodblock_page(), NoteStyle::drop), "天地玄黃\n乾隆元年\n王安\n石𠀀\n");
  EXPECT_EQ(to_plain_text(woodblock_page(), NoteStyle::only), "{{上注/下〓}}\n{{續/終}}\n");
}

TEST(PlainText, HorizontalPagesHaveOneRowALine) {
  EXPECT_EQ(to_plain_text(horizontal_page()), "Local history 地方文獻\n民國 二十年\n");
}

TEST(PlainText, TwoNotesInOneColumnStayApart) {
  Page page = woodblock_page();
  for (Line& line : page.layout.lines) line.column = 0;
  page.layout.lines[3].note_segment = page.layout.lines[4].note_segment = 1;
  EXPECT_EQ(to_plain_text(page), "天地玄黃{{上注/下〓}}{{續/終}}乾隆元年王安石𠀀\n");
}

TEST(PlainText, NoteOfOneRowHasNoStroke) {
  EXPECT_EQ(to_plain_text(text_only_page()), "子曰學而時習之{{小注}}\n不亦說乎\n");
}

TEST(PlainText, PageWithoutTextIsEmpty) {
  EXPECT_EQ(to_plain_text(blank_page()), "");
  EXPECT_EQ(to_plain_text(unrecognised_page()), "");
}

}  // namespace
}  // namespace wenlan
