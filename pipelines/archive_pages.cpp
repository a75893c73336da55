// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/archive_pages.h"

namespace wenlan {

Result<ArchivePages> ArchivePages::open(const Archive& archive) {
  ArchivePages source(archive);
  auto records = archive.books();
  if (!records) return fail(records);
  for (BookRecord& record : *records) {
    auto pages = archive.page_ids(record.id);
    if (!pages) return fail(pages);
    source.page_count_ += static_cast<std::int64_t>(pages->size());
    source.books_.push_back({std::move(record), *std::move(pages)});
  }
  return source;
}

Result<std::optional<IndexedBook>> ArchivePages::next_book() {
  if (books_begun_ == books_.size()) return std::nullopt;
  const BookRecord& record = books_[books_begun_++].record;
  pages_given_ = 0;
  return IndexedBook{
      .id = record.id, .title = record.title, .creator = record.creator, .dynasty = record.dynasty};
}

Result<std::optional<Page>> ArchivePages::next_page() {
  if (books_begun_ == 0) return std::nullopt;
  const BookPages& book = books_[books_begun_ - 1];
  if (pages_given_ == book.pages.size()) return std::nullopt;
  auto page = archive_->page(book.record.id, book.pages[pages_given_++]);
  if (!page) return fail(page);
  return *std::move(page);
}

}  // namespace wenlan
