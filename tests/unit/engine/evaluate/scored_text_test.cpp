// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/scored_text.h"

#include <gtest/gtest.h>

namespace wenlan {
namespace {

TEST(ScoredText, NotesOfPlainTextStandInPlaceAndAlone) {
  const ScoredText scored = scored_text_of_plain("天{{小注/二行}}地\n玄 黃\n");
  EXPECT_EQ(scored.all, U"天小注二行地玄黃");
  EXPECT_EQ(scored.main, U"天地玄黃");
  EXPECT_EQ(scored.note, U"小注二行");
}

TEST(ScoredText, ASlashOutsideANoteIsACharacter) {
  EXPECT_EQ(scored_text_of_plain("1/2").main, U"1/2");
}

TEST(ScoredText, OnlyMainTextAndNotesOfAPageCount) {
  Page page;
  page.transcript.text = "天\n小\n卷一";
  page.transcript.lines = {{{0, 3}, 1}, {{4, 3}, 1}, {{8, 6}, 1}};
  page.layout.lines.resize(3);
  page.layout.lines[1].stream = Stream::note;
  page.layout.lines[2].stream = Stream::running_title;
  EXPECT_EQ(scored_text_of(page), (ScoredText{U"天小", U"天", U"小"}));
}

TEST(ScoredText, PunctuationIsNotHan) {
  EXPECT_EQ(han_of(scored_text_of_plain("天，地。〓a")).all, U"天地〓");
}

}  // namespace
}  // namespace wenlan
