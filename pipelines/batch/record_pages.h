// SPDX-License-Identifier: GPL-3.0-or-later
// How the pages of a run ended: counted, and written into the ledger.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/result.h"
#include "pipelines/batch/page_worker.h"
#include "pipelines/ledger/ledger.h"
#include "pipelines/plan_work.h"

namespace wenlan {

struct FailedPage {
  std::string book;
  std::string page;
  std::string step;
  Error error;
};

// For one thread.
class PageRecorder {
 public:
  // `ledger` must outlive it. `stop_after`: failures of one kind one after another; 0: never.
  PageRecorder(Ledger& ledger, std::string run, int stop_after)
      : ledger_(ledger), run_(std::move(run)), stop_after_(stop_after) {}

  void record(const PageTask& task, const PageOutcome& outcome);

  int done() const { return done_; }    // read
  int again() const { return again_; }  // read a second time
  const std::vector<FailedPage>& failures() const { return failures_; }
  // Why no more pages are to be begun: what would meet every page alike, or has met too many.
  const std::optional<Error>& fatal() const { return fatal_; }

 private:
  LedgerEntry done_entry(const PageTask& task, const PageDone& done);
  // Empty: what the ledger knows of the page stays.
  std::optional<LedgerEntry> failed_entry(const PageTask& task, const StepFailure& failure);
  void count_failure(const PageTask& task, const StepFailure& failure);

  Ledger& ledger_;
  std::string run_;
  int stop_after_;
  std::string host_ = name_of_host();
  int done_ = 0;
  int again_ = 0;
  std::vector<FailedPage> failures_;
  int in_a_row_ = 0;  // failures like the last one
  std::optional<Error> fatal_;

  static std::string name_of_host();
};

}  // namespace wenlan
