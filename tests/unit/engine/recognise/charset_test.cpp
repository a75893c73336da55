// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/charset.h"

#include <gmock/gmock.h>

namespace wenlan {
namespace {

TEST(Charset, ClassesAreTheBlankTheKeysAndTheSpace) {
  const Charset charset = Charset::parse("天\n1\n。");
  EXPECT_EQ(charset.size(), 5);
  EXPECT_EQ(charset.text(0), "");
  EXPECT_EQ(charset.text(1), "天");
  EXPECT_EQ(charset.text(4), " ");
  EXPECT_TRUE(charset.is_space(4));
  EXPECT_FALSE(charset.is_space(3));
}

TEST(Charset, ColumnsHoldHanAndPunctuationButNoDigits) {
  const Charset charset = Charset::parse("天\n1\n。");
  EXPECT_THAT(charset.of_columns(), testing::ElementsAre(1, 1, 0, 1, 0));
  EXPECT_THAT(charset.of_rows(), testing::Each(1));
}

TEST(Charset, WhatATurnedBarLooksLikeIsNoCharacterOfAColumn) {
  for (const char32_t c : std::u32string(U"1lI|—－"))
    EXPECT_FALSE(may_stand_in_column(c)) << static_cast<unsigned>(c);
  for (const char32_t c : std::u32string(U"一〓々○。，𠀀")) EXPECT_TRUE(may_stand_in_column(c));
}

}  // namespace
}  // namespace wenlan
