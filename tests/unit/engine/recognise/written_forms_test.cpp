// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/written_forms.h"

#include <gtest/gtest.h>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

LineReading line_of(std::u32string_view text) {
  LineReading line;
  for (const char32_t character : text)
    line.text.glyphs.push_back({to_utf8(std::u32string(1, character)), 0, 0, .9F, {}, false});
  return line;
}

// 縣 read as 县 behind `before`.
std::vector<LineReading> page_of(std::u32string_view before, float seen = .3F) {
  std::vector<LineReading> page{line_of(before), line_of(U"县")};
  ReadGlyph& glyph = page[1].text.glyphs[0];
  glyph.confidence = .6F;
  glyph.alternatives = {{"導", .05F}, {"縣", seen}};
  return page;
}

TEST(WrittenForms, ASimplifiedFormAmongTraditionalOnesGivesWay) {
  auto page = page_of(U"論說為國書張學陳應時歲");
  settle_written_forms(page);
  const ReadGlyph& glyph = page[1].text.glyphs[0];
  EXPECT_EQ(glyph.text, "縣");
  EXPECT_NEAR(glyph.confidence, .9F, 1e-6);
  ASSERT_EQ(glyph.alternatives.size(), 2U);
  EXPECT_EQ(glyph.alternatives[1].text, "县");
}

TEST(WrittenForms, PagesInSimplifiedFormsAndPagesThatSayTooLittleStay) {
  for (const auto* before : {U"论说为国书张学陈应时岁", U"論說", U"山川人物"}) {
    auto page = page_of(before);
    settle_written_forms(page);
    EXPECT_EQ(page[1].text.glyphs[0].text, "县");
  }
}

TEST(WrittenForms, WhatTheNetworkHardlySawStaysOut) {
  auto page = page_of(U"論說為國書張學陳應時歲", .01F);
  settle_written_forms(page);
  EXPECT_EQ(page[1].text.glyphs[0].text, "县");
}

TEST(WrittenForms, FormsThatTraditionalTextHoldsTooStay) {
  auto page = page_of(U"論說為國書張學陳應時歲");
  page[1].text.glyphs[0] = {"云", 0, 0, .6F, {{"雲", .3F}}, false};
  settle_written_forms(page);
  EXPECT_EQ(page[1].text.glyphs[0].text, "云");
}

}  // namespace
}  // namespace wenlan
