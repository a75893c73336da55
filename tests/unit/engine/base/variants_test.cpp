// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/variants.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

using namespace std::string_view_literals;

bool one_class(std::u32string_view forms) {
  for (const char32_t form : forms)
    if (fold_variant(form) != fold_variant(forms.front())) return false;
  return true;
}

TEST(Variants, WrittenFormsOfOneCharacterFoldTogether) {
  for (const auto* forms : {U"為爲为",
                            U"說説说",
                            U"眾衆众",
                            U"國国囯",
                            U"德徳",
                            U"峰峯",
                            U"圖図图",
                            U"戶户戸",
                            U"靑青"})
    EXPECT_TRUE(one_class(forms)) << to_utf8(std::u32string_view(forms));
}

TEST(Variants, OneSimplifiedFormOfSeveralTraditionalOnesMakesOneClass) {
  for (const auto* forms : {U"干乾幹", U"后後", U"里裏裡", U"余餘", U"发發髮", U"历歷曆", U"云雲"})
    EXPECT_TRUE(one_class(forms)) << to_utf8(std::u32string_view(forms));
}

TEST(Variants, FormsThatNoTraditionalTextHoldsAreKnown) {
  for (const char32_t form : U"县论测观节执"sv) EXPECT_TRUE(is_simplified_only(form));
  for (const char32_t form : U"縣論云后里干于无冲人A"sv) EXPECT_FALSE(is_simplified_only(form));
}

TEST(Variants, DifferentWordsStayApart) {
  for (const auto* forms : {U"予豫", U"芸藝", U"己已", U"條糶", U"一壹", U"談譚", U"間問", U"雕凋"})
    EXPECT_FALSE(one_class(forms)) << to_utf8(std::u32string_view(forms));
}

TEST(Variants, CompatibilityFormsFoldToTheIdeograph) {
  EXPECT_EQ(fold_variant(U'\uF900'), fold_variant(U'豈'));
  EXPECT_EQ(fold_variant(U'\u2F08'), fold_variant(U'人'));
}

TEST(Variants, FoldingTwiceChangesNothingAndLowBitsTellFormsApart) {
  std::map<char32_t, std::set<char32_t>> low_bits;
  for (char32_t c = 1; c < 0x32000; ++c) {
    const char32_t folded = fold_variant(c);
    ASSERT_EQ(fold_variant(folded), folded);
    if (folded != c) {
      low_bits[folded].insert(folded & 0xFFFF);
      ASSERT_TRUE(low_bits[folded].insert(c & 0xFFFF).second) << std::hex << std::uint32_t{c};
    }
  }
  EXPECT_GT(low_bits.size(), 7000U);
}

}  // namespace
}  // namespace wenlan
