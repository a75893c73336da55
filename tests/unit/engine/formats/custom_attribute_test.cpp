// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/custom_attribute.h"

#include <gtest/gtest.h>

namespace wenlan {
namespace {

TEST(CustomAttribute, ReadsWhatOtherToolsWrite) {
  const auto blocks =
      parse_custom_attribute("readingOrder {index:2;} person {offset:0; length:3;}");
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_EQ(*find_block(blocks, "person")->find("length"), "3");
  EXPECT_EQ(find_block(blocks, "place"), nullptr);
  EXPECT_EQ(blocks[0].find("offset"), nullptr);
}

TEST(CustomAttribute, AnyValueComesBack) {
  const std::string awkward = " {a:b;}\\u0041 天\n\t";
  const auto blocks = parse_custom_attribute(
      to_custom_attribute({CustomBlock{"x"}.with("k", awkward).with("e", "")}));
  ASSERT_EQ(blocks.size(), 1U);
  EXPECT_EQ(*blocks[0].find("k"), awkward);
  EXPECT_EQ(*blocks[0].find("e"), "");
}

TEST(CustomAttribute, NonsenseIsLeftOut) {
  EXPECT_TRUE(parse_custom_attribute("").empty());
  EXPECT_TRUE(parse_custom_attribute("} {").empty());
  EXPECT_TRUE(parse_custom_attribute("a {b").empty());
  EXPECT_TRUE(parse_custom_attribute("a {b;;:}")[0].find("b") == nullptr);
}

}  // namespace
}  // namespace wenlan
