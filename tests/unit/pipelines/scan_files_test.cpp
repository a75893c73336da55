// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/scan_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/file.h"
#include "tests/unit/pipelines/temporary_folder.h"

namespace wenlan {
namespace {

using testing::ElementsAre;

void touch(const std::filesystem::path& file) {
  ASSERT_TRUE(write_file_atomically(file, "x"));
}

std::vector<std::string> names_of(const BookFiles& book) {
  std::vector<std::string> names;
  for (const auto& file : book.files) names.push_back(file.filename().string());
  return names;
}

TEST(NaturalOrder, NumbersCountAsNumbers) {
  EXPECT_TRUE(natural_less("p2", "p10"));
  EXPECT_FALSE(natural_less("p10", "p2"));
  EXPECT_TRUE(natural_less("p02", "p10"));
  EXPECT_TRUE(natural_less("1-2", "1-10"));
  EXPECT_TRUE(natural_less("a", "b"));
  EXPECT_FALSE(natural_less("a", "a"));
}

TEST(FindScanFiles, FolderIsOneBookInNaturalOrder) {
  const TemporaryFolder folder;
  for (const char* name :
       {"志/p10.jpg", "志/p2.JPG", "志/book.toml", "志/notes.txt", "志/.hidden.jpg"})
    touch(folder.path() / name);
  const FoundFiles found = find_scan_files({folder.path() / "志"});
  ASSERT_EQ(found.books.size(), 1U);
  EXPECT_EQ(found.books[0].name, "志");
  EXPECT_THAT(names_of(found.books[0]), ElementsAre("p2.JPG", "p10.jpg"));
  EXPECT_FALSE(found.books[0].record.empty());
}

TEST(FindScanFiles, FolderOfFoldersIsABookForEach) {
  const TemporaryFolder folder;
  for (const char* name : {"a/1.png", "b/1.txt"}) touch(folder.path() / name);
  const FoundFiles found = find_scan_files({folder.path()});
  ASSERT_EQ(found.books.size(), 2U);
  EXPECT_THAT(names_of(found.books[1]), ElementsAre("1.txt"));
}

TEST(FindScanFiles, LooseFilesMakeOneBookAndAPdfIsItsOwn) {
  const TemporaryFolder folder;
  for (const char* name : {"1.png", "2.png", "whole.pdf"}) touch(folder.path() / name);
  const FoundFiles found = find_scan_files(
      {folder.path() / "1.png", folder.path() / "whole.pdf", folder.path() / "2.png"});
  ASSERT_EQ(found.books.size(), 2U);
  EXPECT_THAT(names_of(found.books[0]), ElementsAre("1.png", "2.png"));
  EXPECT_EQ(found.books[1].name, "whole");
}

TEST(FindScanFiles, WhatIsNotThereIsNamed) {
  const TemporaryFolder folder;
  const FoundFiles found = find_scan_files({folder.path() / "gone.jpg", folder.path()});
  ASSERT_EQ(found.failures.size(), 2U);
  EXPECT_EQ(found.failures[0].code, ErrorCode::not_found);
}

}  // namespace
}  // namespace wenlan
