// SPDX-License-Identifier: GPL-3.0-or-later
// One page of an archive, from its scan or its text to its page file.
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

#include "index/archive/archive.h"
#include "pipelines/batch/scan_guard.h"
#include "pipelines/ledger/ledger_entry.h"
#include "pipelines/page_pipeline.h"
#include "pipelines/page_store.h"
#include "pipelines/plan_work.h"

namespace wenlan {

struct PageDone {
  KeptPage file;
  float expected_cer = 0;
  PagePitches pitches;
  std::vector<StepTime> times;
};

using PageOutcome = tl::expected<PageDone, StepFailure>;

// Safe in many threads.
class PageWorker {
 public:
  // Both must outlive it.
  PageWorker(const Archive& archive, const PagePipeline& pipeline);
  ~PageWorker();

  PageOutcome work_on(const PageTask& task,
                      const std::stop_token& stop,
                      const StepObserver& begin) const;

 private:
  class TextShelf;
  tl::expected<Page, StepFailure> read(const PageTask& task,
                                       const std::filesystem::path& file,
                                       const std::stop_token& stop,
                                       const StepObserver& observer) const;

  const Archive& archive_;
  const PagePipeline& pipeline_;
  std::unique_ptr<TextShelf> texts_;
  std::unique_ptr<ScanGuard> scans_;
};

}  // namespace wenlan
