// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "engine/base/sha256.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;

fs::path fresh_folder(const std::string& name) {
  const fs::path folder = fs::path(testing::TempDir()) / ("wenlan_file_test_" + name);
  fs::remove_all(folder);
  return folder;
}

TEST(WriteFileAtomically, LeavesTheNewBytesAndNothingElse) {
  const fs::path folder = fresh_folder("atomic");
  ASSERT_TRUE(write_file_atomically(folder / "deep" / "file", "old"));
  ASSERT_TRUE(write_file_atomically(folder / "deep" / "file", "new"));
  EXPECT_EQ(read_file(folder / "deep" / "file").value(), "new");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder / "deep"), fs::directory_iterator{}), 1);
}

TEST(WriteFileAtomically, FolderThatCannotBeMadeIsAnError) {
  const auto result = write_file_atomically("/dev/full/impossible", "x");
  ASSERT_FALSE(result);
}

TEST(ReadFile, FolderIsNotAFile) {
  EXPECT_EQ(read_file(testing::TempDir()).error().code, ErrorCode::not_a_file);
}

TEST(ReadFile, NeverWaitsOnANamedPipe) {
  const fs::path folder = fresh_folder("pipe");
  fs::create_directories(folder);
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(read_file(folder / "pipe").error().code, ErrorCode::not_a_file);
  EXPECT_EQ(sha256_of_file(folder / "pipe").error().code, ErrorCode::not_a_file);
}

TEST(CopyFileAtomically, LeavesAReadOnlyCopyAndNothingElse) {
  const fs::path folder = fresh_folder("copy");
  ASSERT_TRUE(write_file_atomically(folder / "from", std::string(3'000'000, 'x')));
  ASSERT_TRUE(copy_file_atomically(folder / "from", folder / "to"));
  EXPECT_EQ(sha256_of_file(folder / "to").value(), sha256_of_file(folder / "from").value());
  EXPECT_EQ(fs::status(folder / "to").permissions() & fs::perms::owner_write, fs::perms::none);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator{}), 2);
}

TEST(PrintableName, BytesThatAreNotTextAreSpelledOut) {
  EXPECT_EQ(printable_name("冊 一\n\xff.png"), "冊 一\\x0a\\xff.png");
}

}  // namespace
}  // namespace wenlan
