// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/text_book.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/file.h"
#include "tests/unit/pipelines/temporary_folder.h"

namespace wenlan {
namespace {

using testing::ElementsAre;

TEST(TextBook, FormFeedEndsAPage) {
  EXPECT_THAT(cut_into_pages("甲\f乙\f丙"), ElementsAre("甲", "乙", "丙"));
  EXPECT_THAT(cut_into_pages("甲\f乙\f\n"), ElementsAre("甲", "乙"));
  EXPECT_THAT(cut_into_pages("甲\f\f乙"), ElementsAre("甲", "", "乙"));
  EXPECT_THAT(cut_into_pages(""), ElementsAre(""));
}

TEST(TextBook, LinesBecomeMainLinesWithoutAPlace) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_file_atomically(folder.path() / "a.txt", "\xEF\xBB\xBF天地\r\n\n玄黃\f宇宙"));
  const auto book = TextBook::open(folder.path() / "a.txt").value();
  const Page page = book->page(0).value();
  EXPECT_EQ(page.transcript.text, "天地\n玄黃");
  ASSERT_EQ(page.layout.lines.size(), 2U);
  EXPECT_TRUE(page.layout.lines[1].outline.empty());
  EXPECT_EQ(text_of(page.transcript.text, page.transcript.lines[1].span), "玄黃");
  EXPECT_EQ(book->page(1)->transcript.text, "宇宙");
  EXPECT_EQ(book->page(2).error().code, ErrorCode::not_found);
}

TEST(TextBook, BytesThatAreNotUtf8CostThatPageOnly) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_file_atomically(folder.path() / "a.txt", "天\n地\xff\f玄"));
  const auto book = TextBook::open(folder.path() / "a.txt").value();
  EXPECT_EQ(book->page(0).error().code, ErrorCode::damaged_file);
  EXPECT_EQ(book->page(0).error().detail, "line 2 is not UTF-8");
  EXPECT_EQ(book->page(1)->transcript.text, "玄");
}

TEST(TextBook, TextIsBroughtToNfc) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_file_atomically(folder.path() / "a.txt",
                                    "\xEF\xA4\x80"));  // U+F900, whose NFC is U+8C48
  EXPECT_EQ(TextBook::open(folder.path() / "a.txt").value()->page(0)->transcript.text, "豈");
}

}  // namespace
}  // namespace wenlan
