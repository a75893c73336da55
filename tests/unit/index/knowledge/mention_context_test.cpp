// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/knowledge/mention_context.h"

#include <gtest/gtest.h>

namespace wenlan {
namespace {

TEST(MentionContext, CutsCharactersNotBytes) {
  const std::string text = "天地\n玄黃蘇軾宇宙洪荒";
  const MentionContext context = context_of(text, {13, 6}, 3);
  EXPECT_EQ(context.text, "地玄黃蘇軾宇宙洪");
  EXPECT_EQ(context.mark, (std::pair(3U, 5U)));
}

TEST(MentionContext, MarksCountUtf16Units) {
  const MentionContext context = context_of("𠀀蘇軾", {4, 6}, 5);
  EXPECT_EQ(context.mark, (std::pair(2U, 4U)));
}

TEST(MentionContext, StopsAtTheEndsOfTheText) {
  EXPECT_EQ(context_of("蘇軾", {0, 6}, 9).text, "蘇軾");
}

TEST(MentionContext, CountsCharactersBetweenSpansWithoutLineEnds) {
  EXPECT_EQ(characters_between("蘇\n天地軾", {0, 3}, {10, 3}), 2);
  EXPECT_EQ(characters_between("蘇軾", {0, 3}, {3, 3}), 0);
}

}  // namespace
}  // namespace wenlan
