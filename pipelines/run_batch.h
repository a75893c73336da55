// SPDX-License-Identifier: GPL-3.0-or-later
// Reads every page of an archive that is not read yet, on all cores, and records how each ended.
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "index/archive/archive.h"
#include "pipelines/page_pipeline.h"

namespace wenlan {

struct RunOptions {
  int jobs = 0;                    // pages at a time; 0: as many as there are processors
  std::vector<std::string> books;  // empty: all
};

struct FailedPage {
  std::string book;
  std::string page;
  std::string step;
  Error error;
};

struct RunReport {
  int done = 0;     // read now
  int again = 0;    // read a second time, with what the other pages of the book told
  int failed = 0;   // tried now, without success
  int skipped = 0;  // read before, from the same inputs
  int waiting = 0;  // not tried, because the run was stopped
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
// page's inputs are its scan's content, the frame, and the pipeline's fingerprint; a page file made
// from the same inputs is not made again. A page file that somebody else changed is never
// overwritten: the new reading goes to <page>.machine.xml beside it. Fails when nothing can go on
// (busy: another run; disk_full; a model that is missing or wrong); the pages done until then stay
// done. A stop lets pages under way end at the next step. `progress` is called by one thread at a
// time, after each page.
Result<RunReport> run_batch(const Archive& archive,
                            const PagePipeline& pipeline,
                            const RunOptions& options,
                            std::stop_token stop,
                            const std::function<void(const RunProgress&)>& progress);

}  // namespace wenlan
