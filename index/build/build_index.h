// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a new generation of an archive's index aside and publishes it by one rename.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

#include "engine/base/options.h"
#include "engine/base/result.h"
#include "engine/page/page.h"

namespace wenlan {

// What the index wants to know of a book.
struct IndexedBook {
  std::string id;
  std::string title;
  std::string creator;
  std::string dynasty;
  bool operator==(const IndexedBook&) const = default;
};

// The pages of an archive, one after the other: all pages of a book together, in its order.
class PageSource {
 public:
  virtual ~PageSource() = default;
  // Moves on to the next book; empty after the last.
  virtual Result<std::optional<IndexedBook>> next_book() = 0;
  // The next page of this book; empty after its last.
  virtual Result<std::optional<Page>> next_page() = 0;
  // How many pages there are in all, for progress; 0 when not known.
  virtual std::int64_t page_count() const = 0;
};

struct IndexOptions {
  int commit_every = 5000;
  int snippet_characters = 16;
  int near_characters = 40;
  static void describe(auto&& option) {
    option("commit-every",
           &IndexOptions::commit_every,
           "Pages kept in memory before they are written.",
           Bounds<int>{100, 100'000});
    option("snippet-characters",
           &IndexOptions::snippet_characters,
           "Context kept on either side of a mention of a subject.",
           Bounds<int>{0, 200});
    option("near-characters",
           &IndexOptions::near_characters,
           "Two subjects named within so many characters on a page are related as near.",
           Bounds<int>{0, 500});
  }
};

struct IndexReport {
  std::string generation;  // "000012"
  std::int64_t books = 0;
  std::int64_t pages = 0;
  std::int64_t characters = 0;  // searchable ones, all streams
  std::int64_t subjects = 0;
  double took_s = 0;
};

// Pages done, pages in all (0: not known).
using IndexProgress = std::function<void(std::int64_t done, std::int64_t all)>;

// One builder an archive: a second one fails with `busy`. Readers go on with the old generation
// until the new one is published; the one before it is kept. Fails with `stopped`, disk_full,
// io_failed and whatever the source fails with; then the old generation stays. Leftovers of killed
// builders are removed by the next.
Result<IndexReport> build_index(PageSource& source,
                                const std::filesystem::path& index_folder,
                                const std::filesystem::path& knowledge_file,
                                const IndexOptions& options,
                                std::stop_token stop,
                                const IndexProgress& progress);

}  // namespace wenlan
