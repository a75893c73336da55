// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/page/running_title.h"

#include <gtest/gtest.h>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

TEST(NumberOf, ReadsPlacesAndPlainDigits) {
  EXPECT_EQ(number_of(U"七"), 7);
  EXPECT_EQ(number_of(U"十"), 10);
  EXPECT_EQ(number_of(U"二十四"), 24);
  EXPECT_EQ(number_of(U"二百四十"), 240);
  EXPECT_EQ(number_of(U"一百〇三"), 103);
  EXPECT_EQ(number_of(U"廿三"), 23);
  EXPECT_EQ(number_of(U"一千二百卅"), 1230);
  EXPECT_EQ(number_of(U"九一五"), 915);
  EXPECT_EQ(number_of(U"二〇"), 20);
}

TEST(NumberOf, RefusesWhatIsNoNumber) {
  for (const auto* text :
       {U"", U"天", U"三天", U"十百", U"三四十", U"十十", U"三廿", U"一二三四五六"})
    EXPECT_FALSE(number_of(text)) << to_utf8(std::u32string_view(text));
}

TEST(RunningTitle, IsBookVolumeSectionAndLeaf) {
  const auto said = parse_running_title({U"江陰縣志", U"卷之十二", U"輿地", U"二十四"});
  EXPECT_EQ(said, (RunningTitle{"江陰縣志", "卷十二", 12, "輿地", "二十四", 24}));
}

TEST(RunningTitle, MayStandInOnePiece) {
  const auto said = parse_running_title({U"縣志卷上 五葉"});
  EXPECT_EQ(said, (RunningTitle{"縣志", "卷上", std::nullopt, "", "五", 5}));
}

TEST(RunningTitle, VolumeMayBeNumberedBefore) {
  const auto said = parse_running_title({U"資治通鑑第三卷", U"葉十"});
  EXPECT_EQ(said, (RunningTitle{"資治通鑑", "卷三", 3, "", "十", 10}));
}

TEST(RunningTitle, CountedChapterIsNoLeaf) {
  const auto said = parse_running_title({U"秦楚之際月表第四", U"九一五"});
  EXPECT_EQ(said, (RunningTitle{"秦楚之際月表第四", "", std::nullopt, "", "九一五", 915}));
}

TEST(RunningTitle, LeavesOfACanonAreCountedWithAWord) {
  const auto said = parse_running_title({U"大般若第十五第十六張地"});
  EXPECT_EQ(said.leaf_number, 16);
  EXPECT_EQ(said.title, "大般若第十五");
}

TEST(RunningTitle, MayBeATitleAlone) {
  EXPECT_EQ(parse_running_title({U"史記"}), (RunningTitle{.title = "史記"}));
  EXPECT_EQ(parse_running_title({}), RunningTitle{});
}

struct Piece {
  std::string text;
  float x, y;
  std::vector<Alternative> alternatives;  // of its last character
};

Page page_with(const std::vector<Piece>& pieces) {
  Page page;
  for (const Piece& piece : pieces) {
    auto& text = page.transcript.text;
    if (!text.empty()) text += '\n';
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += piece.text;
    const auto length = static_cast<std::uint32_t>(piece.text.size());
    const auto index = static_cast<std::uint32_t>(page.layout.lines.size());
    page.layout.lines.push_back({.stream = Stream::running_title,
                                 .outline = outline_of(Box<ScanSpace>{piece.x, piece.y, 50, 90})});
    page.transcript.lines.push_back({{begin, length}, 1});
    for (std::uint32_t at = 0; at < length; at += 3)
      page.transcript.glyphs.push_back({.span = {begin + at, 3}, .line = index});
    page.transcript.glyphs.back().alternatives = piece.alternatives;
  }
  return page;
}

TEST(RunningTitlesOf, LastPieceIsANumberByAnotherReading) {
  const auto titles = running_titles_of(
      page_with({{"縣志卷一", 0, 0, {}}, {"川", 0, 900, {{"州", .2F}, {"三", .1F}}}}));
  ASSERT_EQ(titles.size(), 1U);
  EXPECT_EQ(titles[0].leaf_number, 3);
  EXPECT_FALSE(titles[0].leaf_certain);
}

TEST(RunningTitlesOf, ANumberCutInHalfAtTheFoldIsUncertain) {
  Page page = page_with({{"縣志卷一", 0, 0, {}}, {"二", 0, 900, {}}});
  EXPECT_TRUE(running_titles_of(page).at(0).leaf_certain);
  page.transcript.lines[1].confidence = .45F;
  EXPECT_EQ(running_titles_of(page).at(0).leaf_number, 2);
  EXPECT_FALSE(running_titles_of(page).at(0).leaf_certain);
}

TEST(RunningTitlesOf, WordThatIsNoNumberInAnyReadingStays) {
  const auto titles =
      running_titles_of(page_with({{"縣志卷一", 0, 0, {}}, {"山", 0, 900, {{"出", .2F}}}}));
  ASSERT_EQ(titles.size(), 1U);
  EXPECT_EQ(titles[0].leaf, "");
  EXPECT_EQ(titles[0].section, "山");
}

TEST(RunningTitlesOf, EachEdgeOfASpreadHasItsOwn) {
  const auto titles = running_titles_of(page_with(
      {{"縣志", 2000, 0, {}}, {"三", 2010, 900, {}}, {"縣志", 0, 0, {}}, {"四", 10, 900, {}}}));
  ASSERT_EQ(titles.size(), 2U);
  EXPECT_EQ(titles[0].leaf_number, 3);
  EXPECT_EQ(titles[1].leaf_number, 4);
}

TEST(LeafLabel, CitesVolumeAndLeaf) {
  EXPECT_EQ(leaf_label({{.title = "志", .volume = "卷一", .leaf = "三"}}), "卷一 葉三");
  EXPECT_EQ(leaf_label({{.leaf = "七"}}), "葉七");
  EXPECT_EQ(leaf_label({{.volume = "卷一"}}), "卷一");
  EXPECT_EQ(leaf_label({{.title = "志"}}), "");
  EXPECT_EQ(leaf_label({}), "");
}

}  // namespace
}  // namespace wenlan
