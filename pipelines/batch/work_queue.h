// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that a run is to read, one after another, each claimed before it is given out: runs at
// work on one archive at the same time share its pages.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "pipelines/batch/run_presence.h"
#include "pipelines/ledger/ledger.h"
#include "pipelines/plan_work.h"

namespace wenlan {

// Which work of a book: WorkPlanner::BookWork.
enum class WorkPart { alone, again };

// For one thread. Books are planned when their turn comes, so that one book's pages are in memory.
class WorkQueue {
 public:
  // All must outlive it. `books` in the order they are to be read; `retries` tells whether pages
  // that were given up are tried, too.
  WorkQueue(const WorkPlanner& planner,
            Ledger& ledger,
            const RunPresence& run,
            std::vector<std::string> books,
            bool retries)
      : planner_(planner),
        ledger_(ledger),
        run_(run),
        books_(std::move(books)),
        retries_(retries) {}

  // From the first book on. All pages given out before must be settled.
  void begin(WorkPart part);

  // It is not given out again.
  void leave_out(const PageTask& task);

  // Empty when there are no more that no other run has claimed.
  Result<std::optional<PageTask>> next();

 private:
  Result<void> plan_next_book();
  Result<bool> take(const PageTask& task);

  const WorkPlanner& planner_;
  Ledger& ledger_;
  const RunPresence& run_;
  std::vector<std::string> books_;
  bool retries_;
  WorkPart part_ = WorkPart::alone;
  std::size_t next_book_ = 0;
  std::deque<PageTask> tasks_;  // of the book at hand
  std::set<std::string> left_out_;
};

}  // namespace wenlan
