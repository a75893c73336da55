// SPDX-License-Identifier: GPL-3.0-or-later
// What a run would do, why, and for how long.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/result.h"
#include "index/archive/archive.h"
#include "pipelines/batch/batch_ground.h"

namespace wenlan {

struct BatchPlan {
  // Why, and for step_changed the step from which on pages are made anew.
  using Reason = std::pair<WorkReason, std::string>;
  struct Book {
    std::string id;
    std::map<Reason, int> pages;
  };
  std::vector<Book> books;  // with something to do, in the order they would be read
  int to_do = 0;
  int done = 0;
  int given_up = 0;                   // of no run that is not told to retry
  std::optional<double> estimated_s;  // by the pages read before; empty where there are none
};

// "step_changed"
std::string_view name_of(WorkReason reason);

// Changes nothing. Fails as open_batch_ground does. Which pages their books will want read again
// is known of read pages only.
Result<BatchPlan> plan_batch(const Archive& archive,
                             const BatchOptions& options,
                             bool retry_failed,
                             const std::function<void(const BatchNews&)>& tell);

// {"pages": {"to_do", "done", "given_up"}, "estimated_s", "books": [{"id", "reasons":
// [{"reason", "step", "pages"}]}]}
std::string to_json(const BatchPlan& plan);

}  // namespace wenlan
