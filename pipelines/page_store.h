// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages still need reading, and keeping the page files that come out.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/segment/book_grid.h"
#include "index/archive/archive.h"
#include "pipelines/ledger.h"

namespace wenlan {

// One page to be read.
struct PageTask {
  std::string book;
  std::string page;
  ScanEntry scan;
  int frame = 0;
  std::string key;      // see LedgerEntry::key
  int attempts = 0;     // with the same key, before this one
  bool is_ours = true;  // no page file yet, or the one that is there is a machine's

  bool again = false;            // it was read alone, and is read again with what its book tells
  std::vector<float> pitches;    // then: see LedgerEntry
  std::optional<BookGrid> grid;  // then: what the book tells; empty when it tells nothing any more
};

struct BookTasks {
  std::vector<PageTask> tasks;
  int done_before = 0;
};

// The tasks of one book, in its order. `fingerprint` says with what pages are read.
Result<BookTasks> open_tasks(const Archive& archive,
                             const Ledger& ledger,
                             const std::string& book,
                             const std::string& fingerprint);

// The pages of a book to be read again, given what all its pages together tell of its grid: those
// that stray from it, and those last read with another. Pages that are not read yet have no say.
Result<std::vector<PageTask>> tasks_with_grid(const Archive& archive,
                                              const Ledger& ledger,
                                              const std::string& book,
                                              const std::string& fingerprint);

// Writes the page file, or the one beside it when the page file is not a machine's. Gives the
// SHA-256 of what was written.
Result<std::string> keep_page(const Archive& archive,
                              const PageTask& task,
                              const std::string& page_xml);

}  // namespace wenlan
