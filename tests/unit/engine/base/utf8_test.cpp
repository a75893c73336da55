// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/utf8.h"

#include <gtest/gtest.h>

namespace wenlan {
namespace {

TEST(Utf8, RoundTripOfRareCharacters) {
  const std::u32string rare = U"文𠀀〓豈a";
  EXPECT_EQ(to_code_points(to_utf8(rare)), rare);
}

TEST(Utf8, EachBadByteStandsAlone) {
  const auto cut = code_points_with_bytes("a\xff\xe6\x96z");
  ASSERT_EQ(cut.size(), 5U);
  EXPECT_EQ(cut[1].code_point, std::nullopt);
  EXPECT_EQ(cut[2].bytes, "\xe6");
  EXPECT_EQ(cut[4].code_point, U'z');
  EXPECT_FALSE(is_valid_utf8("\xff"));
  EXPECT_TRUE(is_valid_utf8("文瀾"));
}

TEST(Utf8, HanIsIdeographsOnly) {
  for (const char32_t character : std::u32string_view(U"文㐀𠀀豈〇"))
    EXPECT_TRUE(is_han(character)) << to_utf8(character);
  for (const char32_t character : std::u32string_view(U"〓，a1あ"))
    EXPECT_FALSE(is_han(character)) << to_utf8(character);
}

TEST(Utf8, NormalFormCComposes) {
  EXPECT_EQ(to_nfc("e\u0301"), "\u00e9");
  EXPECT_EQ(to_nfc("天地"), "天地");
}

}  // namespace
}  // namespace wenlan
