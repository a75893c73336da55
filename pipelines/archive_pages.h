// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of an archive, one after the other, as the index wants them.
#pragma once

#include "index/archive/archive.h"
#include "index/build/build_index.h"

namespace wenlan {

// Reads page files as it goes: only one page is in memory. A page file that does not parse fails
// the whole, naming it: an index without it would look complete.
class ArchivePages : public PageSource {
 public:
  // Fails as listing the books does. `archive` must outlive this.
  static Result<ArchivePages> open(const Archive& archive);

  Result<std::optional<IndexedBook>> next_book() override;
  Result<std::optional<Page>> next_page() override;
  std::int64_t page_count() const override { return page_count_; }

 private:
  explicit ArchivePages(const Archive& archive) : archive_(&archive) {}

  struct BookPages {
    BookRecord record;
    std::vector<std::string> pages;
  };
  const Archive* archive_;
  std::vector<BookPages> books_;
  std::size_t books_begun_ = 0;
  std::size_t pages_given_ = 0;  // of the book begun last
  std::int64_t page_count_ = 0;
};

}  // namespace wenlan
