// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/archive/book_record.h"

#include <gtest/gtest.h>

namespace wenlan {
namespace {

TEST(BookRecord, TomlRoundTrip) {
  const BookRecord record{.id = "西湖志",
                          .title = "西湖志 \"卷一\"",
                          .creator = "李衛",
                          .dynasty = "清",
                          .language = "lzh"};
  EXPECT_EQ(book_record_from_toml(to_toml(record), "西湖志").value(), record);
}

TEST(BookRecord, UnknownKeyIsNamed) {
  const auto record = book_record_from_toml("titel = '誤'", "b");
  ASSERT_FALSE(record);
  EXPECT_EQ(record.error().code, ErrorCode::bad_document);
  EXPECT_NE(record.error().detail.find("titel"), std::string::npos);
}

TEST(BookRecord, TitleDefaultsToTheId) {
  EXPECT_EQ(book_record_from_toml("", "wuxing")->title, "wuxing");
}

TEST(BookId, NeverLeavesItsFolder) {
  for (const char* bad : {"", ".", "..", "a/b", ".hidden", "a\nb", "a b", "\xff"}) {
    EXPECT_FALSE(is_book_id(bad)) << bad;
    EXPECT_TRUE(is_book_id(book_id_from(bad))) << bad;
  }
  EXPECT_TRUE(is_book_id("四庫全書-1"));
}

TEST(BookId, OtherCharactersBecomeOneDash) {
  EXPECT_EQ(book_id_from("吳興 志 (上)"), "吳興-志-上");
}

}  // namespace
}  // namespace wenlan
