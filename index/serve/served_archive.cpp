// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/served_archive.h"

#include "engine/page/running_title.h"
#include "index/schema/page_text.h"

namespace wenlan {
namespace {

// A row of facts is some 300 bytes: a hundred thousand pages are looked at before it starts anew.
constexpr std::size_t kMostFacts = 100'000;

}  // namespace

Result<const Searcher*> ServedArchive::searcher() const {
  const std::lock_guard lock(opening_);
  if (!searcher_) {
    auto opened = Searcher::open(archive_.index_folder());
    if (!opened) return fail(opened);
    searcher_.emplace(*std::move(opened));
  }
  return &*searcher_;
}

Result<const KnowledgeStore*> ServedArchive::knowledge() const {
  const std::lock_guard lock(opening_);
  if (!knowledge_) {
    auto opened = KnowledgeStore::open(archive_.knowledge_file());
    if (!opened) return fail(opened);
    knowledge_.emplace(*std::move(opened));
  }
  return &*knowledge_;
}

Result<PageFacts> ServedArchive::facts(const std::string& book, const std::string& id) const {
  if (!is_book_id(book) || !is_book_id(id)) return fail(ErrorCode::not_found, book + "/" + id);
  std::error_code status;
  const auto written = std::filesystem::last_write_time(archive_.page_file(book, id), status);
  if (status) return fail(ErrorCode::not_found, book + "/" + id);
  {
    const std::lock_guard lock(facts_mutex_);
    const auto found = facts_.find({book, id});
    if (found != facts_.end() && found->second.written == written) return found->second.facts;
  }
  const auto page = archive_.page(book, id);
  if (!page) return fail(page);
  PageFacts facts{.kind = page->layout.kind,
                  .size = page->scan.size,
                  .leaf = leaf_label(running_titles_of(*page))};
  if (auto scan = archive_.scan_of(book, id)) facts.scan = *std::move(scan);
  const std::lock_guard lock(facts_mutex_);
  if (facts_.size() >= kMostFacts) facts_.clear();
  facts_.insert_or_assign({book, id}, KeptFacts{written, facts});
  return facts;
}

}  // namespace wenlan
