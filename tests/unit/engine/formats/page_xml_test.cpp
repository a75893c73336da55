// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/page_xml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample_pages.h"

namespace wenlan {
namespace {

using testing::HasSubstr;

TEST(PageXml, EveryFieldComesBack) {
  for (const auto& [name, page] : every_page()) {
    const std::string written = to_page_xml(page);
    const auto read = from_page_xml(written);
    ASSERT_TRUE(read) << name << ": " << to_sentence(read.error());
    EXPECT_EQ(read->id, page.id) << name;
    EXPECT_EQ(read->scan, page.scan) << name;
    EXPECT_EQ(read->placement, page.placement) << name;
    EXPECT_EQ(read->layout.regions, page.layout.regions) << name;
    EXPECT_EQ(read->layout.lines, page.layout.lines) << name;
    EXPECT_EQ(read->transcript.text, page.transcript.text) << name;
    EXPECT_EQ(read->transcript.lines, page.transcript.lines) << name;
    EXPECT_EQ(read->transcript.glyphs, page.transcript.glyphs) << name;
    EXPECT_EQ(read->entities, page.entities) << name;
    EXPECT_EQ(*read, page) << name << "\n" << written;
    EXPECT_EQ(to_page_xml(*read), written) << name;
  }
}

TEST(PageXml, EveryPageIsValidBySchema) {
  if (!can_validate(kPageSchema)) GTEST_SKIP() << "no xmllint or no schema of PAGE";
  for (const auto& [name, page] : every_page())
    EXPECT_EQ(faults_of(to_page_xml(page), kPageSchema), "") << name;
}

TEST(PageXml, RegionsUseTheElementsPageHasForThem) {
  const std::string written = to_page_xml(woodblock_page());
  EXPECT_THAT(written, HasSubstr("<GraphicRegion id=\"r4\" type=\"stamp\""));
  EXPECT_THAT(written, HasSubstr("<ImageRegion id=\"r5\""));
  EXPECT_THAT(written, HasSubstr("<TextRegion id=\"r2\" type=\"marginalia\""));
  EXPECT_THAT(written, HasSubstr("<TextRegion id=\"r3\" type=\"header\""));
}

TEST(PageXml, ALinkIsARelationThatStandsBeforeTheRegions) {
  const std::string written = to_page_xml(woodblock_page());
  EXPECT_THAT(written, HasSubstr("<SourceRegionRef regionRef=\"l7\"/>"));
  EXPECT_THAT(written, HasSubstr("<TargetRegionRef regionRef=\"l6\"/>"));
  EXPECT_LT(written.find("<Relation "), written.find("<TextRegion "));
}

TEST(PageXml, AlternativesAreFurtherTextEquivs) {
  const std::string written = to_page_xml(woodblock_page());
  EXPECT_THAT(written, HasSubstr("<TextEquiv index=\"1\" conf=\"0.0625\"><Unicode>夭</Unicode>"));
}

TEST(PageXml, ControlCharactersBecomeReplacementCharacters) {
  Page page = text_only_page();
  page.scan.file = "a\x01z";
  const auto read = from_page_xml(to_page_xml(page));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->scan.file, "a\uFFFDz");
}

}  // namespace
}  // namespace wenlan
