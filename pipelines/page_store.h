// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages still need reading, and keeping the page files that come out.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/base/result.h"
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

// Writes the page file, or the one beside it when the page file is not a machine's. Gives the
// SHA-256 of what was written.
Result<std::string> keep_page(const Archive& archive,
                              const PageTask& task,
                              const std::string& page_xml);

}  // namespace wenlan
