// SPDX-License-Identifier: GPL-3.0-or-later
// What a run, or the plan of one, stands on.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "index/archive/archive.h"
#include "pipelines/batch/supervise_pages.h"
#include "pipelines/ledger/ledger.h"
#include "pipelines/page_selection.h"
#include "pipelines/plan_work.h"
#include "pipelines/recover_ledger.h"

namespace wenlan {

// Which pages are to be read, and by what.
struct BatchOptions {
  SuperviseOptions pages;
  std::vector<std::string> books;     // empty: all
  std::vector<std::string> priority;  // of these, the books that are read first
  PageSelection selection;
};

// What there is to say before the first page.
struct BatchNews {
  std::optional<Error> fallback_reason;  // see PagePipeline
  std::optional<Recovery> recovery;      // see OpenedLedger
};

struct BatchGround {
  std::unique_ptr<Ledger> ledger;
  PageSupervisor pages;
  WorkPlanner planner;             // of this ledger
  std::vector<std::string> books;  // in the order they are to be read
};

// `archive` must outlive what is given. Fails with not_found for a book that is not there, and as
// open_whole_ledger and PageSupervisor::start do.
Result<BatchGround> open_batch_ground(const Archive& archive,
                                      const BatchOptions& options,
                                      const std::function<void(const BatchNews&)>& tell);

}  // namespace wenlan
