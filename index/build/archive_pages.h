// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of an archive on disk, for the index.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "index/archive/archive.h"
#include "index/build/build_index.h"

namespace wenlan {

// A page file that cannot be read is left out and remembered; it stops nothing.
class ArchivePages : public PageSource {
 public:
  // `archive` must outlive the source. Fails when the books cannot be listed.
  static Result<ArchivePages> open(const Archive& archive);

  Result<std::optional<IndexedBook>> next_book() override;
  Result<std::optional<Page>> next_page() override;
  std::int64_t page_count() const override { return page_count_; }
  const std::vector<Error>& left_out() const { return left_out_; }

 private:
  struct Book {
    IndexedBook record;
    std::vector<std::string> pages;
  };
  explicit ArchivePages(const Archive& archive) : archive_(&archive) {}

  const Archive* archive_;
  std::vector<Book> books_;
  std::size_t books_begun_ = 0;
  std::size_t pages_done_ = 0;
  std::int64_t page_count_ = 0;
  std::vector<Error> left_out_;
};

}  // namespace wenlan
