// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/build/archive_pages.h"

namespace wenlan {

Result<ArchivePages> ArchivePages::open(const Archive& archive) {
  ArchivePages source(archive);
  const auto books = archive.books();
  if (!books) return fail(books);
  for (const BookRecord& record : *books) {
    auto pages = archive.page_ids(record.id);
    if (!pages) return fail(pages);
    source.page_count_ += static_cast<std::int64_t>(pages->size());
    source.books_.push_back(
        {{record.id, record.title, record.creator, record.dynasty}, *std::move(pages)});
  }
  return source;
}

Result<std::optional<IndexedBook>> ArchivePages::next_book() {
  if (books_begun_ == books_.size()) return std::optional<IndexedBook>();
  pages_done_ = 0;
  return std::optional(books_[books_begun_++].record);
}

Result<std::optional<Page>> ArchivePages::next_page() {
  if (books_begun_ == 0) return std::optional<Page>();
  const Book& book = books_[books_begun_ - 1];
  while (pages_done_ < book.pages.size()) {
    auto page = archive_->page(book.record.id, book.pages[pages_done_++]);
    if (page) return std::optional(*std::move(page));
    left_out_.push_back(page.error());
  }
  return std::optional<Page>();
}

}  // namespace wenlan
