// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/schema/searchable.h"

#include <gtest/gtest.h>

namespace wenlan {
namespace {

TEST(Searchable, PunctuationSpaceAndSelectorsAreNotText) {
  for (const char32_t c :
       std::u32string_view(U"，。「」《》 \u3000\n\t·…—○●\uFE00\U000E0100\u200B\0", 20))
    EXPECT_EQ(searched_form(c), 0U) << std::hex << std::uint32_t{c};
}

TEST(Searchable, LettersNumbersMarksAndTheUnreadableAreText) {
  for (const char32_t c : std::u32string_view(U"山〇〓𠀀བ\u0F72ئa9⿰\uE000ー"))
    EXPECT_NE(searched_form(c), 0U) << std::hex << std::uint32_t{c};
}

TEST(Searchable, FoldsVariantsCaseAndWidth) {
  EXPECT_EQ(searched_form(U'書'), searched_form(U'书'));
  EXPECT_EQ(searched_form(U'Ａ'), U'a');
  EXPECT_EQ(searched_form(U'⼈'), searched_form(U'人'));
}

TEST(Searchable, FoldingTwiceChangesNothing) {
  for (char32_t c = 1; c < 0x32000; ++c) {
    const char32_t folded = searched_form(c);
    ASSERT_TRUE(folded == 0 || searched_form(folded) == folded) << std::hex << std::uint32_t{c};
  }
}

TEST(Searchable, PrintedUnitsTellTheFormsOfOneCharacterApart) {
  const SearchText traditional = search_text_of(U"書，𠀀後");
  const SearchText simplified = search_text_of(U"书𠀀后");
  EXPECT_EQ(traditional.folded, simplified.folded);
  EXPECT_EQ(traditional.folded.size(), 4U);
  EXPECT_NE(traditional.printed, simplified.printed);
  EXPECT_EQ(characters_of(traditional.folded).size(), 3U);
}

}  // namespace
}  // namespace wenlan
