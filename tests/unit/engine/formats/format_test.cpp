// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/format.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "engine/formats/hocr.h"
#include "engine/formats/page_json.h"
#include "sample_pages.h"

namespace wenlan {
namespace {

using nlohmann::json;
using testing::HasSubstr;

// Every id attribute of an XML document; one that stands twice is reported.
void expect_unique_ids(const std::string& xml, const std::string& name) {
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(xml.c_str())) << name;
  std::set<std::string> ids;
  for (const auto& found : document.select_nodes("//@id | //@ID"))
    EXPECT_TRUE(ids.insert(found.attribute().value()).second) << name << found.attribute().value();
}

TEST(Formats, IdsAreUniqueInEveryXml) {
  for (const auto& [name, page] : every_page())
    for (const Format format : {Format::page, Format::alto, Format::hocr})
      expect_unique_ids(written_as(format, page), name);
}

TEST(Formats, EndingsTellThemApart) {
  std::set<std::string_view> endings;
  for (const auto& [format, name] : kFormats) endings.insert(ending_of(format));
  EXPECT_EQ(endings.size(), kFormats.size());
}

TEST(Hocr, LinesHaveBoxConfidenceAndDirection) {
  const std::string hocr = to_hocr(woodblock_page());
  EXPECT_THAT(hocr,
              HasSubstr("class=\"ocr_page\" id=\"page\" title=\"image &quot;scans/01 甲.tif&quot;; "
                        "bbox 0 0 1200 1600; ppageno 2\""));
  EXPECT_THAT(hocr,
              HasSubstr("class=\"ocr_line\" id=\"l1\" title=\"bbox 900 210 1000 810\" "
                        "data-stream=\"main\" style=\"writing-mode: vertical-rl\""));
  EXPECT_THAT(
      hocr,
      HasSubstr(
          "title=\"bbox 900 210 1000 810; x_wconf 94\">"
          "<span class=\"ocrx_cinfo\" title=\"bbox 900 210 1000 360; x_conf 88\">天</span><span"));
}

TEST(Hocr, MarksSayWhatTheyAre) {
  EXPECT_THAT(to_hocr(woodblock_page()),
              HasSubstr("<div class=\"ocr_linedrawing\" id=\"m1\" title=\"bbox 998 300 1018 320\" "
                        "data-mark=\"circle\" data-ink=\"red\""));
}

TEST(Hocr, TextIsWholeWithoutGlyphsAndWithBlanks) {
  EXPECT_THAT(to_hocr(text_only_page()), HasSubstr(">不亦說乎</span></span>"));
  EXPECT_THAT(to_hocr(horizontal_page()), HasSubstr("l</span> <span"));
}

TEST(PageJson, HasTheShapeOfTheContract) {
  const json page = json::parse(to_page_json(woodblock_page()));
  EXPECT_EQ(page["image"], "scans/01 甲.tif");
  EXPECT_EQ(page["width"], 1200);
  EXPECT_EQ(page["height"], 1600);
  EXPECT_EQ(page["lines"][0]["id"], "l1");
  EXPECT_EQ(page["lines"][0]["box"], json({900, 210, 100, 600}));
  EXPECT_EQ(page["lines"][1]["stream"], "note");
  EXPECT_EQ(page["lines"][0]["mode"], "vertical-rl");
  EXPECT_EQ(page["lines"][0]["glyphs"][0]["alternatives"][0]["text"], "夭");
  EXPECT_EQ(page["lines"][0]["glyphs"][0]["box"], json({900, 210, 100, 150}));
  EXPECT_EQ(page["text"], woodblock_page().transcript.text);
  EXPECT_EQ(page["lines"][8]["ink"], "red");
  EXPECT_FALSE(page["lines"][0].contains("ink"));
  EXPECT_EQ(page["regions"][5]["kind"], "seal");
  EXPECT_EQ(page["regions"][5]["box"], json({90, 1300, 160, 160}));
  EXPECT_EQ(page["quality"]["expected_cer"], 0.0313);
}

TEST(PageJson, LinesStandInReadingOrderWhenRegionsAlternate) {
  Page page = woodblock_page();
  page.layout.lines[1].region = "r2";
  const json read = json::parse(to_page_json(page));
  for (std::size_t i = 0; i < page.layout.lines.size(); ++i)
    EXPECT_EQ(read["lines"][i]["id"], page.layout.lines[i].id);
}

TEST(PageJson, BytesThatAreNoTextDoNotBreakIt) {
  Page page = text_only_page();
  page.scan.file = "\xff";
  EXPECT_TRUE(json::accept(to_page_json(page)));
}

}  // namespace
}  // namespace wenlan
