// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages of an archive still need work, what work, and why.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/segment/book_grid.h"
#include "index/archive/archive.h"
#include "pipelines/ledger/ledger.h"
#include "pipelines/page_selection.h"
#include "pipelines/workflow.h"

namespace wenlan {

enum class WorkReason {
  never_read,
  failed_before,
  file_missing,     // the page file that was written is gone
  scan_changed,     // its content, or which frame of it the page is
  step_changed,     // a step's version, options or model: PageTask::step
  file_unknown,     // to be read with its book, but whether its file is a machine's is not known
  book_tells_more,  // read alone so far, or with a grid that its book no longer has
};

// One page to be read.
struct PageTask {
  std::string book;
  std::string page;
  ScanEntry scan;
  int frame = 0;
  WorkReason reason = WorkReason::never_read;
  std::string step;                  // the first to be done anew; empty: all
  std::string input;                 // see LedgerEntry
  std::int64_t workflow = 0;         // see LedgerEntry
  std::optional<LedgerEntry> known;  // as it was when this was planned; empty: never tried
  int attempts = 0;                  // with the same input and steps, before this one
  bool is_given_up = false;          // it was quarantined, with the same input and steps
  std::optional<BookGrid> grid;      // book_tells_more: empty when the book tells nothing any more
};

// See LedgerEntry::input.
std::string page_input(const std::string& scan_sha256, int frame);

// Compares what books hold with what the ledger knows of them.
class WorkPlanner {
 public:
  // Both must outlive it.
  static Result<WorkPlanner> make(const Archive& archive,
                                  Ledger& ledger,
                                  const Workflows& wanted,
                                  PageSelection selection = {});

  // Of the selected pages of a book, in its order.
  struct BookWork {
    std::vector<PageTask> alone;  // to be read, each by itself
    // Read, and to be read again, given what all pages of the book together tell of its grid:
    // those that stray from it, and those last read with another. Pages that are not read yet have
    // no say.
    std::vector<PageTask> again;
    int done = 0;              // those of `again` included
    int timed = 0;             // of these, where it is known how long reading took
    std::int64_t took_ms = 0;  // that, in all
  };
  Result<BookWork> work_of(const std::string& book) const;

 private:
  struct Wanted {
    std::int64_t number = 0;
    Workflow steps;
  };
  struct KnownPage;
  WorkPlanner(const Archive& archive, const Ledger& ledger, PageSelection selection)
      : archive_(&archive), ledger_(&ledger), selection_(std::move(selection)) {}
  const Wanted& wanted_for(ScanKind kind) const;
  void look_at(KnownPage& page) const;
  Result<std::vector<KnownPage>> pages_of(const std::string& book) const;
  bool is_selected(const PageTask& task) const;

  const Archive* archive_;
  const Ledger* ledger_;
  PageSelection selection_;
  Wanted images_;
  Wanted texts_;
  std::map<std::int64_t, Workflow> known_;
};

}  // namespace wenlan
