// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/archive/archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/file.h"
#include "engine/formats/page_xml.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;

class ArchiveTest : public testing::Test {
 protected:
  void SetUp() override { fs::remove_all(root_); }
  Archive made() { return Archive::create(root_, "試").value(); }
  // Its own for each test: they run at the same time.
  const fs::path root_ =
      fs::path(testing::TempDir()) /
      ("wenlan_archive_" +
       std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
};

TEST_F(ArchiveTest, CreatingTwiceKeepsWhatIsThere) {
  const Archive archive = made();
  ASSERT_TRUE(archive.keep(BookRecord{.id = "a", .title = "甲"}));
  ASSERT_TRUE(Archive::create(root_, "other"));
  EXPECT_EQ(Archive::open(root_)->settings().name, "試");
  EXPECT_EQ(Archive::open(root_)->books()->size(), 1U);
}

TEST_F(ArchiveTest, FolderWithOtherThingsIsLeftAlone) {
  ASSERT_TRUE(write_file_atomically(root_ / "letter.txt", "x"));
  EXPECT_EQ(Archive::create(root_, "").error().code, ErrorCode::already_exists);
  EXPECT_EQ(Archive::open(root_).error().code, ErrorCode::not_an_archive);
}

TEST_F(ArchiveTest, NewerFormatIsRefused) {
  made();
  ASSERT_TRUE(write_file_atomically(root_ / "wenlan.toml", "format = 99\n"));
  EXPECT_EQ(Archive::open(root_).error().code, ErrorCode::archive_too_new);
}

TEST_F(ArchiveTest, PagesThatWereReadAreListedInOrder) {
  const Archive archive = made();
  ASSERT_TRUE(archive.keep(BookRecord{.id = "a"}));
  ASSERT_TRUE(archive.keep("a", ScanList{{.file = "scans/x.tif", .frames = 3}}));
  for (const char* id : {"0003", "0001"})
    ASSERT_TRUE(write_file_atomically(archive.page_file("a", id), to_page_xml(Page{.id = id})));
  EXPECT_THAT(archive.page_ids("a").value(), testing::ElementsAre("0001", "0003"));
  EXPECT_EQ(archive.page("a", "0003")->id, "0003");
  EXPECT_EQ(archive.scan_of("a", "0002")->frame, 1);
}

TEST_F(ArchiveTest, NamesNeverLeaveTheArchive) {
  const Archive archive = made();
  EXPECT_EQ(archive.book("../..").error().code, ErrorCode::not_found);
  EXPECT_EQ(archive.page("a", "../../x").error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace wenlan
