// SPDX-License-Identifier: GPL-3.0-or-later
// Reads every page of an archive that is not read yet, on all cores, and records how each ended.
#pragma once

#include <functional>
#include <stop_token>
#include <vector>

#include "engine/base/result.h"
#include "index/archive/archive.h"
#include "pipelines/batch/batch_ground.h"
#include "pipelines/batch/record_pages.h"

namespace wenlan {

struct RunOptions {
  BatchOptions batch;
  bool retry_failed = false;  // pages that were given up, too
  int stop_after = 20;        // failures of one kind one after another; 0: never
};

struct RunReport {
  int done = 0;      // read now
  int again = 0;     // read a second time, with what the other pages of the book told
  int failed = 0;    // tried now or given up before, without success
  int given_up = 0;  // of these, not tried now
  int skipped = 0;   // read before, or by another run at the same time
  int waiting = 0;   // not tried: the run was stopped, or another has them under way
  double took_s = 0;
  std::vector<FailedPage> failures;
};

struct RunProgress {
  int done = 0;
  int failed = 0;
  int all = 0;  // to be done in this run
  double took_s = 0;
};

// Each page is read alone; those whose columns then stray from the grid of their book are read
// again with that grid (engine/segment/book_grid.h), so that the order of pages plays no part. A
// page's inputs are its scan's content, the frame, and the workflow; a page file made from the same
// inputs is not made again. A page file that somebody else changed is never overwritten: the new
// reading goes to <page>.machine.xml beside it. A page that ends the process that reads it, or runs
// past a limit, at every try is given up (quarantined). Runs that are at work on one archive at the
// same time share its pages. Fails when nothing can go on (disk_full; a model that is missing or
// wrong; keeps_failing); the pages done until then stay done. A stop lets pages under way end at
// the next step. `progress` is called after each page; `tell` once, before the first.
Result<RunReport> run_batch(const Archive& archive,
                            const RunOptions& options,
                            const std::stop_token& stop,
                            const std::function<void(const BatchNews&)>& tell,
                            const std::function<void(const RunProgress&)>& progress);

}  // namespace wenlan
