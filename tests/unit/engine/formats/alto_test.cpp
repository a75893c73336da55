// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/alto.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/formats/page_xml.h"
#include "sample_pages.h"

namespace wenlan {
namespace {

TEST(Alto, EveryPageIsValidBySchema) {
  if (!can_validate(kAltoSchema)) GTEST_SKIP() << "no xmllint or no schema of ALTO";
  for (const auto& [name, page] : every_page())
    EXPECT_EQ(faults_of(to_alto(page), kAltoSchema), "") << name << to_alto(page);
}

TEST(Alto, TextLinesAndStreamsComeBack) {
  const Page page = woodblock_page();
  const auto read = from_alto(to_alto(page));
  ASSERT_TRUE(read) << to_sentence(read.error());
  EXPECT_EQ(read->transcript.text, page.transcript.text);
  EXPECT_EQ(read->transcript.glyphs, page.transcript.glyphs);
  EXPECT_EQ(read->scan.size, page.scan.size);
  for (std::size_t i = 0; i < page.layout.lines.size(); ++i) {
    EXPECT_EQ(read->layout.lines[i].id, page.layout.lines[i].id);
    EXPECT_EQ(read->layout.lines[i].stream, page.layout.lines[i].stream);
    EXPECT_EQ(read->layout.lines[i].outline, page.layout.lines[i].outline);
    EXPECT_EQ(read->layout.lines[i].mode, page.layout.lines[i].mode);
  }
  EXPECT_EQ(read->layout.regions.back().kind, RegionKind::seal);
  EXPECT_EQ(read->layout.regions.back().outline, page.layout.regions.back().outline);
}

TEST(Alto, MarksComeBackWithKindInkAndPlace) {
  const Page page = woodblock_page();
  ASSERT_FALSE(page.layout.marks.empty());
  const auto read = from_alto(to_alto(page));
  ASSERT_TRUE(read) << to_sentence(read.error());
  std::vector<Mark> expected = page.layout.marks;
  for (Mark& mark : expected) mark.line.clear();  // ALTO has no place for it
  EXPECT_EQ(read->layout.marks, expected);
  EXPECT_EQ(read->layout.regions.size(), page.layout.regions.size());
}

TEST(Alto, ForeignStringsAreJoinedAsTheFileSays) {
  const auto page = from_alto(
      R"(<alto xmlns="http://www.loc.gov/standards/alto/ns-v2#"><Layout><Page ID="p" PHYSICAL_IMG_NR="1"
        WIDTH="300" HEIGHT="400"><PrintSpace><ComposedBlock ID="c"><TextBlock ID="b"><TextLine ID="l"
        HPOS="10" VPOS="10" WIDTH="20" HEIGHT="300"><String CONTENT="local"/><SP/><String CONTENT="history"/>
        <String CONTENT="地"/></TextLine></TextBlock></ComposedBlock></PrintSpace></Page></Layout></alto>)");
  ASSERT_TRUE(page) << to_sentence(page.error());
  EXPECT_EQ(page->transcript.text, "local history地");
  EXPECT_EQ(page->layout.lines[0].mode, WritingMode::vertical_rl);
}

TEST(Alto, OtherDocumentsAreRefused) {
  for (const std::string& bytes :
       {std::string("x"), std::string("<alto/>"), to_page_xml(blank_page())})
    EXPECT_EQ(from_alto(bytes).error().code, ErrorCode::bad_document);
}

}  // namespace
}  // namespace wenlan
