// SPDX-License-Identifier: GPL-3.0-or-later
// Hands pages to a process that reads them, starts another when that one dies, and finds out which
// page was to blame.
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "pipelines/batch/worker_process.h"

namespace wenlan {

struct SuperviseOptions {
  std::vector<std::string> worker;       // the command that serves tasks (serve_tasks.h)
  int jobs = 1;                          // threads of the worker
  std::chrono::seconds step_limit{300};  // for each step of a page
  std::int64_t memory = 0;               // bytes the worker may hold; 0: no bound
  int tries = 2;                         // before a page that ends its worker is given up
};

// For one thread.
class PageSupervisor {
 public:
  // Waits until the worker can begin. Fails as PagePipeline::open does, and with io_failed.
  static Result<PageSupervisor> start(SuperviseOptions options);

  const WorkerReady& ready() const { return ready_; }

  // Gives the next page; empty: there are no more. Asked as late as can be.
  using Source = std::function<std::optional<PageTask>()>;
  // Called with each page that ended, in no particular order. A page that ended its worker by a
  // signal at every try has the code `crashed`, one that ran past the limit of time `too_long`, of
  // memory `too_much_memory`. False: no more pages are to be begun.
  using Settle = std::function<bool(const PageTask&, const PageOutcome&)>;

  // Until all pages are settled, or a stop is asked for: those under way then end at their next
  // step and are not settled. Fails when the worker cannot begin any more.
  Result<void> work(const Source& source, const std::stop_token& stop, const Settle& settle);

 private:
  using Clock = std::chrono::steady_clock;
  struct Try {
    PageTask task;
    int before = 0;        // tries that ended the worker
    bool suspect = false;  // to be alone in the worker
  };
  struct UnderWay {
    Try attempt;
    std::string step;  // empty: waits in the worker, for a thread or for memory
    Clock::time_point since;
  };

  explicit PageSupervisor(SuperviseOptions options) : options_(std::move(options)) {}
  Result<void> start_worker();
  void hand_out(const Source& source);
  bool has_room() const;
  std::optional<Try> next_try(const Source& source);
  void hear(const WorkerMessage& message, const Settle& settle);
  void end_what_takes_too_much();
  void end_worker(ErrorCode reason, std::optional<TaskId> culprit);
  std::chrono::milliseconds until_next_limit() const;
  Result<void> take_up_again(WorkerGone gone, const Settle& settle);
  Error reason_of_end(WorkerGone gone);
  void strike(UnderWay&& culprit, Error why, const Settle& settle);

  SuperviseOptions options_;
  WorkerReady ready_;
  std::optional<WorkerProcess> worker_;
  TaskId last_id_ = 0;
  std::deque<Try> waiting_;  // to be tried again
  bool source_is_dry_ = false;
  std::map<TaskId, UnderWay> under_way_;
  std::optional<TaskId> culprit_;       // of the worker's coming end
  std::optional<ErrorCode> ended_for_;  // why it is ended from here
  bool begin_no_more_ = false;
  int ends_without_a_page_ = 0;  // of workers, one after another
};

}  // namespace wenlan
