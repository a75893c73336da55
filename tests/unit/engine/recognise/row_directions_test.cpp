// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/row_directions.h"

#include <gtest/gtest.h>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

struct ReadLayout {
  Layout layout;
  std::vector<LineReading> readings;

  void add(const std::u32string& text, WritingMode mode, float left = 0, float top = 0) {
    const std::string number = std::to_string(layout.lines.size());
    Line line;
    line.id = "l" + number;
    line.region = "r" + number;
    line.mode = mode;
    line.outline = {{left, top}, {left + 100, top}, {left + 100, top + 20}, {left, top + 20}};
    layout.lines.push_back(line);
    layout.regions.push_back({line.region, RegionKind::text, line.outline, mode, 1});
    LineReading reading;
    for (const char32_t character : text) {
      ReadGlyph glyph;
      glyph.text = to_utf8(character);
      reading.text.glyphs.push_back(glyph);
    }
    readings.push_back(reading);
  }

  void add_columns() {
    for (const auto* text :
         {U"永濟橋為本縣要道", U"昨日落成", U"士紳畢至", U"修橋委員會", U"全部告竣"})
      add(text, WritingMode::vertical_rl);
  }

  std::string text(std::size_t line) const {
    std::string text;
    for (const auto& glyph : readings[line].text.glyphs) text += glyph.text;
    return text;
  }
};

TEST(RowDirections, TheColumnsOfThePageTell) {
  ReadLayout page;
  page.add(U"成落橋濟永", WritingMode::horizontal_rtl);
  page.add_columns();
  settle_row_directions(page.layout, page.readings);
  EXPECT_EQ(page.text(0), "永濟橋落成");
  EXPECT_EQ(page.layout.lines[0].mode, WritingMode::horizontal_ltr);
  EXPECT_EQ(page.layout.regions[0].mode, WritingMode::horizontal_ltr);
  EXPECT_EQ(page.text(1), "永濟橋為本縣要道");
}

TEST(RowDirections, LabelsOverColumnsRunFromTheRight) {
  ReadLayout page;
  page.add(U"成落橋濟永", WritingMode::horizontal_rtl);
  page.add_columns();
  page.layout.lines[0].region = page.layout.lines[1].region;
  settle_row_directions(page.layout, page.readings);
  EXPECT_EQ(page.text(0), "成落橋濟永");
}

TEST(RowDirections, ARowThatSaysNothingGoesWithTheOthers) {
  ReadLayout page;
  page.add(U"甲乙丙", WritingMode::horizontal_rtl);
  page.add(U"成落橋濟永", WritingMode::horizontal_rtl, 0, 100);
  page.add_columns();
  settle_row_directions(page.layout, page.readings);
  EXPECT_EQ(page.text(0), "丙乙甲");
}

TEST(RowDirections, PiecesOfATurnedRowChangePlaces) {
  ReadLayout page;
  page.add(U"日今", WritingMode::horizontal_rtl, 200);
  page.add(U"國民華中", WritingMode::horizontal_rtl, 0);
  page.add_columns();
  settle_row_directions(page.layout, page.readings);
  EXPECT_EQ(page.text(0), "中華民國");
  EXPECT_EQ(page.text(1), "今日");
  EXPECT_EQ(page.layout.lines[0].id, "l1");
  EXPECT_EQ(page.layout.regions[0].id, "r1");
}

TEST(RowDirections, WhatIsKnownToRunFromTheRightStays) {
  ReadLayout page;
  page.add(U"中華民國", WritingMode::horizontal_rtl);
  page.add_columns();
  settle_row_directions(page.layout, page.readings);
  EXPECT_EQ(page.text(0), "中華民國");
}

TEST(RowDirections, PagesOfRowsAloneStay) {
  ReadLayout page;
  page.add(U"國民華中", WritingMode::horizontal_ltr);
  settle_row_directions(page.layout, page.readings);
  EXPECT_EQ(page.text(0), "國民華中");
}

TEST(RowDirections, ADateLineTellsByTheOrderOfItsParts) {
  ReadLayout page;
  page.add(U"版二第日三十月四年五十", WritingMode::horizontal_rtl);
  page.add_columns();
  settle_row_directions(page.layout, page.readings);
  EXPECT_EQ(page.text(0), "十五年四月十三日第二版");
}

TEST(RowDirections, AHeadlineGoesWithHeadlinesNotWithTheDateLine) {
  ReadLayout page;
  page.add(U"日三十月四年五十", WritingMode::horizontal_rtl);
  page.add(U"永濟橋落成", WritingMode::horizontal_rtl, 0, 100);
  page.add(U"甲乙丙丁", WritingMode::horizontal_rtl, 0, 40);
  page.layout.lines[1].outline = {{0, 100}, {100, 100}, {100, 160}, {0, 160}};
  page.layout.lines[2].outline = {{0, 40}, {100, 40}, {100, 90}, {0, 90}};
  page.add_columns();
  settle_row_directions(page.layout, page.readings);
  EXPECT_EQ(page.text(0), "十五年四月十三日");
  EXPECT_EQ(page.text(1), "永濟橋落成");
  EXPECT_EQ(page.text(2), "甲乙丙丁");
}

TEST(RowDirections, RowsOfOneBlockSpeakTogether) {
  ReadLayout page;
  page.add(U"永濟橋落成", WritingMode::horizontal_rtl);
  page.add(U"匯兌款存", WritingMode::horizontal_rtl, 0, 30);
  page.add(U"為本縣要道會員", WritingMode::horizontal_rtl, 0, 60);
  page.add(U"道要縣本", WritingMode::horizontal_rtl, 0, 90);
  page.add_columns();
  settle_row_directions(page.layout, page.readings);
  for (std::size_t i = 0; i < 4; ++i)
    EXPECT_EQ(page.layout.lines[i].mode, page.layout.lines[0].mode);
  EXPECT_EQ(page.text(0), "永濟橋落成");
}

}  // namespace
}  // namespace wenlan
