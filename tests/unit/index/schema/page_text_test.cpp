// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/schema/page_text.h"

#include <gtest/gtest.h>

#include "tests/support/listed_pages.h"

namespace wenlan {
namespace {

using testing::page_of;

TEST(PageText, SurvivesBeingWrittenAndRead) {
  const PageText text = page_text_of(page_of(
      "0007",
      {{Stream::main, "山，川"}, {Stream::note, "𠀀"}, {Stream::running_title, "卷二", "r2"}}));
  EXPECT_EQ(text.leaf, "卷二");
  EXPECT_EQ(text.lines[2].region, 1);
  const auto again = page_text_from_bytes(to_bytes(text));
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, text);
}

TEST(PageText, LargeScansKeepTheirPlaces) {
  PageText text = page_text_of(page_of("1", {{Stream::main, "山"}}));
  text.glyphs[0].box = {131'072, 40, 80, 50};
  const auto again = page_text_from_bytes(to_bytes(text));
  ASSERT_TRUE(again);
  EXPECT_NEAR(again->glyphs[0].box.x, 131'072, 4);
  EXPECT_NEAR(again->glyphs[0].box.height, 50, 4);
}

TEST(PageText, CutOrChangedBytesAreRefused) {
  const std::string bytes = to_bytes(page_text_of(page_of("1", {{Stream::main, "山川"}})));
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(page_text_from_bytes(bytes.substr(0, size)));
  EXPECT_FALSE(page_text_from_bytes(bytes + "x"));
}

TEST(PageText, TheFoldStripNamesTheLeaf) {
  const std::vector<testing::ListedLine> strip{{Stream::running_title, "縣志卷一"},
                                               {Stream::running_title, "三"}};
  EXPECT_EQ(page_text_of(page_of("1", strip)).leaf, "卷一 葉三");
}

}  // namespace
}  // namespace wenlan
