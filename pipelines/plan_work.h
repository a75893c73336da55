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
#include "pipelines/workflow.h"

namespace wenlan {

enum class WorkReason {
  never_read,
  failed_before,
  file_missing,     // the page file that was written is gone
  scan_changed,     // its content, or which frame of it the page is
  step_changed,     // a step's version, options or model: PageTask::step
  book_tells_more,  // read alone so far, or with a grid that its book no longer has
};

// One page to be read.
struct PageTask {
  std::string book;
  std::string page;
  ScanEntry scan;
  int frame = 0;
  WorkReason reason = WorkReason::never_read;
  std::string step;     // the first to be done anew; empty: all
  std::string input;    // see LedgerEntry
  int attempts = 0;     // with the same input and steps, before this one
  bool is_ours = true;  // no page file yet, or the one that is there is a machine's
  std::int64_t workflow = 0;

  std::vector<float> pitches;    // book_tells_more: see LedgerEntry
  std::optional<BookGrid> grid;  // book_tells_more: empty when the book tells nothing any more
};

// Compares what books hold with what the ledger knows of them.
class WorkPlanner {
 public:
  // `ledger` must outlive it.
  static Result<WorkPlanner> make(const Archive& archive, Ledger& ledger, const Workflows& wanted);

  struct BookWork {
    std::vector<PageTask> tasks;  // in the book's order
    int done_before = 0;
  };
  Result<BookWork> work_of(const std::string& book) const;

  // The pages of a book to be read again, given what all its pages together tell of its grid: those
  // that stray from it, and those last read with another. Pages that are not read yet have no say.
  Result<std::vector<PageTask>> work_with_grid(const std::string& book) const;

 private:
  struct Wanted {
    std::int64_t number = 0;
    Workflow steps;
  };
  struct KnownPage;
  WorkPlanner(const Archive& archive, const Ledger& ledger)
      : archive_(&archive), ledger_(&ledger) {}
  const Wanted& wanted_for(ScanKind kind) const;
  void look_at(KnownPage& page) const;
  Result<std::vector<KnownPage>> pages_of(const std::string& book) const;

  const Archive* archive_;
  const Ledger* ledger_;
  Wanted images_;
  Wanted texts_;
  std::map<std::int64_t, Workflow> known_;
};

}  // namespace wenlan
