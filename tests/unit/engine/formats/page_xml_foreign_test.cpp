// SPDX-License-Identifier: GPL-3.0-or-later
// PAGE files of other programs, good and broken.
#include <filesystem>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/file.h"
#include "engine/formats/page_xml.h"
#include "sample_pages.h"

namespace wenlan {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string foreign(std::string_view inside) {
  return fmt::format(
      R"(<?xml version="1.0"?>
<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15">
<Metadata><Creator>other</Creator></Metadata>
<Page imageFilename="a.jpg" imageHeight="400" imageWidth="300">
{}
</Page></PcGts>)",
      inside);
}

std::string fault_in(std::string_view inside) {
  const auto read = from_page_xml(foreign(inside));
  if (read) return "no fault";
  EXPECT_EQ(read.error().code, ErrorCode::bad_document);
  return read.error().detail;
}

TEST(ForeignPageXml, LinesWithoutWordsOfOursAreRead) {
  const auto page = from_page_xml(foreign(
      R"(<TextRegion id="7"><Coords points="0,0 300,0 300,400 0,400"/>
        <TextLine id="8"><Coords points="200,0 220,0 220,300 200,300"/>
          <TextEquiv><Unicode>北堂書鈔</Unicode></TextEquiv></TextLine>
        <TextLine id="9"><Coords points="100,0 120,0 120,300 100,300"/>
          <TextEquiv><Unicode>卷第一</Unicode></TextEquiv></TextLine></TextRegion>)"));
  ASSERT_TRUE(page) << to_sentence(page.error());
  EXPECT_EQ(page->transcript.text, "北堂書鈔\n卷第一");
  EXPECT_EQ(page->layout.lines[1].id, "9");
  EXPECT_EQ(page->layout.lines[1].region, "7");
  EXPECT_EQ(page->layout.lines[1].column, 1);
  EXPECT_EQ(page->layout.lines[1].mode, WritingMode::vertical_rl);
  EXPECT_EQ(page->scan.size, (Size<ScanSpace>{300, 400}));
}

TEST(ForeignPageXml, LyingLinesAreHorizontal) {
  const auto page = from_page_xml(foreign(
      R"(<TextRegion id="a"><Coords points=""/>
        <TextLine id="b"><Coords points="0,0 200,0 200,20 0,20"/></TextLine></TextRegion>)"));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->layout.lines[0].mode, WritingMode::horizontal_ltr);
  EXPECT_EQ(page->layout.regions[0].mode, WritingMode::horizontal_ltr);
  EXPECT_EQ(page->transcript.lines.size(), 1U);
}

TEST(ForeignPageXml, BaselineAloneGivesAPlace) {
  const auto page = from_page_xml(foreign(
      R"(<TextRegion id="a"><Coords points="0,0 9,0 9,9"/>
        <TextLine id="b"><Baseline points="100,0 100,300"/>
          <TextEquiv><Unicode>一二三</Unicode></TextEquiv></TextLine></TextRegion>)"));
  ASSERT_TRUE(page);
  EXPECT_EQ(bounding_box(page->layout.lines[0].outline), (Box<ScanSpace>{50, 0, 100, 300}));
}

TEST(ForeignPageXml, ReadingOrderIsFollowed) {
  const auto page = from_page_xml(foreign(
      R"(<ReadingOrder><OrderedGroup id="o"><RegionRefIndexed index="1" regionRef="a"/>
          <RegionRefIndexed index="0" regionRef="b"/></OrderedGroup></ReadingOrder>
        <TextRegion id="a"><Coords points="0,0 9,0 9,9"/><TextLine id="l1">
          <Coords points="0,0 9,0 9,9"/><TextEquiv><Unicode>後</Unicode></TextEquiv></TextLine></TextRegion>
        <TextRegion id="b"><Coords points="0,0 9,0 9,9"/><TextLine id="l2">
          <Coords points="0,0 9,0 9,9"/><TextEquiv><Unicode>先</Unicode></TextEquiv></TextLine></TextRegion>)"));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->transcript.text, "先\n後");
}

TEST(ForeignPageXml, WordsAreJoinedWhenTheLineHasNoText) {
  const auto page = from_page_xml(foreign(
      R"(<TextRegion id="a"><Coords points="0,0 9,0 9,9"/><TextLine id="l"><Coords points="0,0 9,0 9,9"/>
        <Word id="w1"><Coords points="0,0 9,0 9,9"/><TextEquiv><Unicode>local</Unicode></TextEquiv></Word>
        <Word id="w2"><Coords points="0,0 9,0 9,9"/><TextEquiv><Unicode>history</Unicode></TextEquiv></Word>
        </TextLine></TextRegion>)"));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->transcript.text, "local history");
}

TEST(ForeignPageXml, TagsOfTranscriptionToolsAreEntities) {
  const auto page = from_page_xml(foreign(
      R"(<TextRegion id="a"><Coords points="0,0 9,0 9,9"/>
        <TextLine id="l" custom="readingOrder {index:0;} person {offset:1; length:2;}">
        <Coords points="0,0 9,0 9,9"/><TextEquiv><Unicode>見孔子</Unicode></TextEquiv></TextLine></TextRegion>)"));
  ASSERT_TRUE(page);
  ASSERT_EQ(page->entities.size(), 1U);
  EXPECT_EQ(text_of(page->transcript.text, page->entities[0].span), "孔子");
}

TEST(ForeignPageXml, MarginsHeadersAndStampsAreTold) {
  const auto page = from_page_xml(foreign(
      R"(<TextRegion id="a" type="marginalia"><Coords points="0,0 9,0 9,9"/>
           <TextLine id="l1"><Coords points="0,0 9,0 9,9"/></TextLine></TextRegion>
        <GraphicRegion id="b" type="stamp"><Coords points="0,0 9,0 9,9"/>
          <TextRegion id="c"><Coords points="0,0 9,0 9,9"/></TextRegion></GraphicRegion>
        <SeparatorRegion id="s"><Coords points="0,0 9,0 9,9"/></SeparatorRegion>)"));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->layout.lines[0].stream, Stream::head_note);
  ASSERT_EQ(page->layout.regions.size(), 3U);
  EXPECT_EQ(page->layout.regions[1].kind, RegionKind::seal);
}

TEST(ForeignPageXml, BrokenFilesAreNamedWithTheirPlace) {
  EXPECT_THAT(fault_in(R"(<TextRegion id="a"><Coords points="0,0 9,x 9,9"/></TextRegion>)"),
              AllOf(HasSubstr("line 5"), HasSubstr("points")));
  EXPECT_THAT(fault_in(R"(<TextRegion id="a"><Coords points="0,0 9,0 9,9"/>
      <TextLine id="l7"><Coords conf="high" points="0,0 9,0 9,9"/></TextLine></TextRegion>)"),
              AllOf(HasSubstr("line 6"), HasSubstr("conf")));
  EXPECT_THAT(fault_in(R"(<TextRegion id="a"><Coords points="0,0 9,0 9,9"/></TextRegion>
      <TextRegion id="a"><Coords points="0,0 9,0 9,9"/></TextRegion>)"),
              HasSubstr("used twice"));
  EXPECT_THAT(fault_in("<TextRegion id=\"a\">"), HasSubstr("line"));
  EXPECT_THAT(fault_in("\xff"), HasSubstr("UTF-8"));
}

TEST(ForeignPageXml, OtherDocumentsAreRefused) {
  for (const std::string_view bytes : {"", "x", "<a/>", "<PcGts/>", "<html><body/></html>"})
    EXPECT_EQ(from_page_xml(bytes).error().code, ErrorCode::bad_document) << bytes;
}

TEST(ForeignPageXml, NestingWithoutEndIsRefused) {
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "<TextRegion><Coords points=\"0,0 1,1 2,2\"/>";
  for (int i = 0; i < 20000; ++i) deep += "</TextRegion>";
  EXPECT_THAT(fault_in(deep), HasSubstr("nested too deeply"));
}

TEST(ForeignPageXml, RealFilesAreReadAndWrittenAgain) {
  const std::filesystem::path folder =
      std::filesystem::path(WENLAN_SHARED_DIR) / "gt/chiknowpo_layout";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no real PAGE files beside the checkout";
  int read_well = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".xml") continue;
    const auto page = from_page_xml(*read_file(entry.path()));
    ASSERT_TRUE(page) << entry.path() << to_sentence(page.error());
    EXPECT_EQ(*from_page_xml(to_page_xml(*page)), *page) << entry.path();
    if (read_well++ < 3 && can_validate(kPageSchema)) {
      EXPECT_EQ(faults_of(to_page_xml(*page), kPageSchema), "") << entry.path();
    }
  }
  EXPECT_GT(read_well, 0);
}

}  // namespace
}  // namespace wenlan
