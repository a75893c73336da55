// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/run_batch.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

#include "pipelines/batch/run_presence.h"
#include "pipelines/batch/work_queue.h"

namespace wenlan {
namespace {

using Clock = std::chrono::steady_clock;

// What there is to do, before the first page.
struct Outlook {
  std::vector<std::string> books;  // with something to do
  int alone = 0;
  int again = 0;
  int done = 0;
  std::vector<FailedPage> given_up;
};

FailedPage given_up_page(const PageTask& task) {
  const PageFailure& why = task.known->failure;
  const Error error{error_code_named(why.code).value_or(ErrorCode::internal), why.scan, {}};
  return {task.book, task.page, why.step, error};
}

Result<Outlook> look_ahead(const BatchGround& ground, bool retries) {
  Outlook outlook;
  for (const std::string& book : ground.books) {
    const auto work = ground.planner.work_of(book);
    if (!work) return fail(work);
    const auto given_up_before = outlook.given_up.size();
    for (const PageTask& task : work->alone)
      if (task.is_given_up && !retries) outlook.given_up.push_back(given_up_page(task));
    const auto left_out = outlook.given_up.size() - given_up_before;
    const auto to_do = static_cast<int>(work->alone.size() - left_out);
    outlook.alone += to_do;
    outlook.again += static_cast<int>(work->again.size());
    outlook.done += work->done;
    if (to_do > 0 || !work->again.empty()) outlook.books.push_back(book);
  }
  return outlook;
}

class Batch {
 public:
  Batch(BatchGround& ground,
        const RunPresence& presence,
        const RunOptions& options,
        Outlook outlook)
      : ground_(ground),
        presence_(presence),
        options_(options),
        outlook_(std::move(outlook)),
        queue_(ground.planner, *ground.ledger, presence, outlook_.books, options.retry_failed),
        recorder_(*ground.ledger, presence.id(), options.stop_after) {}

  // Until a round over all books finds nothing more: what another run did meanwhile, or left when
  // it was killed, may be work for this one.
  Result<void> work(const std::stop_token& stop,
                    const std::function<void(const RunProgress&)>& progress) {
    for (int settled = -1; settled != settled_ && !stop.stop_requested() && !recorder_.fatal();) {
      settled = settled_;
      const auto ended = presence_.end_claims_of_the_gone(*ground_.ledger);
      if (!ended) return fail(ended);
      for (const WorkPart part : {WorkPart::alone, WorkPart::again})
        if (auto worked = work_on(part, stop, progress); !worked) return worked;
    }
    if (recorder_.fatal()) return tl::unexpected<Error>(*recorder_.fatal());
    return {};
  }

  bool has_recorded() const { return settled_ > 0; }

  Result<RunReport> report() const {
    RunReport report{.done = recorder_.done(),
                     .again = recorder_.again(),
                     .given_up = static_cast<int>(outlook_.given_up.size()),
                     .failures = recorder_.failures()};
    report.failures.insert(
        report.failures.end(), outlook_.given_up.begin(), outlook_.given_up.end());
    report.failed = static_cast<int>(report.failures.size());
    report.skipped = outlook_.done;
    report.waiting = outlook_.alone - alone_settled_;
    if (report.waiting > 0) {  // some may have been read by another run
      const auto now = look_ahead(ground_, options_.retry_failed);
      if (!now) return fail(now);
      const int read_elsewhere = now->done - outlook_.done - recorder_.done();
      report.skipped += read_elsewhere;
      report.waiting -= read_elsewhere;
    }
    report.took_s = seconds_since_start();
    return report;
  }

 private:
  Result<void> work_on(WorkPart part,
                       const std::stop_token& stop,
                       const std::function<void(const RunProgress&)>& progress) {
    if (stop.stop_requested() || recorder_.fatal()) return {};
    queue_.begin(part);
    std::optional<Error> failure;
    const auto next = [&]() -> std::optional<PageTask> {
      auto task = queue_.next();
      if (!task) failure = task.error();
      return task ? *std::move(task) : std::nullopt;
    };
    const auto settle = [&](const PageTask& task, const PageOutcome& outcome) {
      recorder_.record(task, outcome);
      if (!outcome) queue_.leave_out(task);
      ++settled_;
      if (part == WorkPart::alone) ++alone_settled_;
      progress(progress_now());
      return !recorder_.fatal();
    };
    if (auto worked = ground_.pages.work(next, stop, settle); !worked) return worked;
    if (failure) return tl::unexpected<Error>(*failure);
    return {};
  }

  RunProgress progress_now() const {
    return {recorder_.done() + recorder_.again(),
            static_cast<int>(recorder_.failures().size()),
            std::max(settled_, outlook_.alone + outlook_.again),
            seconds_since_start()};
  }

  double seconds_since_start() const {
    return std::chrono::duration<double>(Clock::now() - start_).count();
  }

  BatchGround& ground_;
  const RunPresence& presence_;
  const RunOptions& options_;
  const Clock::time_point start_ = Clock::now();
  const Outlook outlook_;
  WorkQueue queue_;
  PageRecorder recorder_;
  int settled_ = 0;        // pages, of both parts
  int alone_settled_ = 0;  // of the first
};

}  // namespace

Result<RunReport> run_batch(const Archive& archive,
                            const RunOptions& options,
                            const std::stop_token& stop,
                            const std::function<void(const BatchNews&)>& tell,
                            const std::function<void(const RunProgress&)>& progress) {
  const auto presence = RunPresence::begin(archive);
  if (!presence) return fail(presence);
  auto ground = open_batch_ground(archive, options.batch, tell);
  if (!ground) return fail(ground);
  auto outlook = look_ahead(*ground, options.retry_failed);
  if (!outlook) return fail(outlook);
  Batch batch(*ground, *presence, options, *std::move(outlook));
  const auto worked = batch.work(stop, progress);
  const auto released = ground->ledger->release(presence->id());
  if (!worked) return fail(worked);
  if (!released) return fail(released);
  if (batch.has_recorded())
    if (auto kept = back_up_ledger(archive, *ground->ledger); !kept) return fail(kept);
  return batch.report();
}

}  // namespace wenlan
