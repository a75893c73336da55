// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/add_scans.h"

#include <gtest/gtest.h>

#include "engine/base/file.h"
#include "tests/unit/pipelines/temporary_folder.h"

namespace wenlan {
namespace {

class AddScansTest : public testing::Test {
 protected:
  AddReport add(AddRequest request) { return add_scans(archive_, request, {}).value(); }
  std::filesystem::path text(const std::string& name, const std::string& content) {
    const auto file = folder_.path() / "in" / name;
    EXPECT_TRUE(write_file_atomically(file, content));
    return file;
  }
  const TemporaryFolder folder_;
  const Archive archive_ = Archive::create(folder_.path() / "lib", "").value();
};

TEST_F(AddScansTest, TextBecomesAPageForEachFormFeed) {
  const auto file = text("千字文.txt", "天地\f玄黃");
  const AddReport report = add({.paths = {file}});
  EXPECT_EQ(report.books.at(0).id, "千字文");
  EXPECT_EQ(report.books.at(0).pages, 2);
  EXPECT_EQ(archive_.book("千字文")->title, "千字文");
}

TEST_F(AddScansTest, SameContentIsTakenOnce) {
  const auto one = text("one.txt", "天地");
  const auto other = text("other.txt", "天地");
  const AddReport report = add({.paths = {one, other, one}, .book = "b"});
  EXPECT_EQ(archive_.scans("b")->size(), 1U);
  EXPECT_EQ(report.unchanged, 2);
}

TEST_F(AddScansTest, SameNameWithOtherContentIsAnotherScan) {
  add({.paths = {text("x/a.txt", "天")}, .book = "b"});
  add({.paths = {text("y/a.txt", "地")}, .book = "b"});
  const ScanList scans = archive_.scans("b").value();
  ASSERT_EQ(scans.size(), 2U);
  EXPECT_NE(scans[0].file, scans[1].file);
  EXPECT_EQ(scans[1].first_page, 2);
  EXPECT_EQ(read_file(archive_.book_folder("b") / scans[1].file).value(), "地");
}

TEST_F(AddScansTest, DamagedImageIsTakenInWithAWarning) {
  const AddReport report = add({.paths = {text("b/1.jpg", "this is text")}});
  EXPECT_EQ(report.books.at(0).pages, 1);
  EXPECT_EQ(report.warnings.size(), 1U);
  EXPECT_TRUE(report.failures.empty());
}

TEST_F(AddScansTest, NameOfAnyBytesIsKeptReadable) {
  const auto file = text("冊 一\n\xff.txt", "天");
  add({.paths = {file}, .book = "b"});
  const ScanEntry scan = archive_.scans("b")->at(0);
  EXPECT_EQ(scan.name, "冊 一\\x0a\\xff.txt");
  EXPECT_EQ(read_file(archive_.book_folder("b") / scan.file).value(), "天");
}

TEST_F(AddScansTest, ScanLeftInPlaceIsNotCopied) {
  const auto file = text("a.txt", "天");
  add({.paths = {file}, .book = "b", .in_place = true});
  EXPECT_EQ(archive_.scans("b")->at(0).file, file);
  EXPECT_FALSE(std::filesystem::exists(archive_.scans_folder("b")));
}

TEST_F(AddScansTest, BookIdThatCannotBeIsRefusedWithTheNearest) {
  const auto report = add_scans(archive_, {.paths = {text("a.txt", "x")}, .book = "../x"}, {});
  EXPECT_EQ(report.error().code, ErrorCode::usage);
}

}  // namespace
}  // namespace wenlan
