// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/supervise_pages.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include <fmt/format.h>

namespace wenlan {
namespace {

using std::chrono::milliseconds;

// A thread that is done finds its next page there.
constexpr std::size_t kPagesAJob = 2;
constexpr milliseconds kLookAround{100};  // at stops and memory
constexpr milliseconds kToBegin{120'000};
constexpr int kEndsWithoutAPage = 5;

std::string name_of_signal(int signal) {
  const char* const name = ::sigabbrev_np(signal);
  return name == nullptr ? fmt::format("signal {}", signal) : fmt::format("SIG{}", name);
}

}  // namespace

Result<PageSupervisor> PageSupervisor::start(SuperviseOptions options) {
  PageSupervisor supervisor(std::move(options));
  if (auto started = supervisor.start_worker(); !started) return fail(started);
  return supervisor;
}

Result<void> PageSupervisor::start_worker() {
  auto worker = WorkerProcess::start(options_.worker);
  if (!worker) return fail(worker);
  const auto first = worker->next(kToBegin);
  const auto* message = first ? std::get_if<WorkerMessage>(&*first) : nullptr;
  if (message != nullptr)
    if (const auto* unable = std::get_if<WorkerUnable>(message))
      return tl::unexpected<Error>(unable->error);
  const auto* ready = message == nullptr ? nullptr : std::get_if<WorkerReady>(message);
  if (ready == nullptr) {
    worker->kill();
    return fail(ErrorCode::internal, options_.worker.front(), "the reading process did not begin");
  }
  ready_ = *ready;
  worker_ = *std::move(worker);
  return {};
}

bool PageSupervisor::has_room() const {
  if (begin_no_more_ || culprit_ || ended_for_) return false;
  const auto is_suspect = [](const auto& entry) { return entry.second.attempt.suspect; };
  if (std::any_of(under_way_.begin(), under_way_.end(), is_suspect)) return false;
  if (!waiting_.empty() && waiting_.front().suspect) return under_way_.empty();
  return under_way_.size() < kPagesAJob * static_cast<std::size_t>(options_.jobs);
}

std::optional<PageSupervisor::Try> PageSupervisor::next_try(const Source& source) {
  if (!waiting_.empty()) {
    Try next = std::move(waiting_.front());
    waiting_.pop_front();
    return next;
  }
  auto task = source_is_dry_ ? std::nullopt : source();
  source_is_dry_ = !task;
  if (!task) return std::nullopt;
  return Try{*std::move(task)};
}

void PageSupervisor::hand_out(const Source& source) {
  while (has_room()) {
    auto next = next_try(source);
    if (!next) return;
    const TaskId id = ++last_id_;
    // A worker that is gone says so when its messages end.
    static_cast<void>(worker_->give({id, next->task}));
    under_way_.emplace(id, UnderWay{*std::move(next), {}, Clock::now()});
  }
}

void PageSupervisor::hear(const WorkerMessage& message, const Settle& settle) {
  if (const auto* begun = std::get_if<StepBegun>(&message)) {
    const auto found = under_way_.find(begun->task);
    if (found == under_way_.end()) return;
    found->second.step = begun->step;
    found->second.since = Clock::now();
  } else if (const auto* crashed = std::get_if<TaskCrashed>(&message)) {
    culprit_ = crashed->task;
  } else if (const auto* ended = std::get_if<PageEnded>(&message)) {
    const auto found = under_way_.find(ended->task);
    if (found == under_way_.end()) return;
    const PageTask task = std::move(found->second.attempt.task);
    under_way_.erase(found);
    const bool stopped = !ended->outcome && ended->outcome.error().error.code == ErrorCode::stopped;
    if (!stopped && !settle(task, ended->outcome)) begin_no_more_ = true;
  }
}

milliseconds PageSupervisor::until_next_limit() const {
  milliseconds left = kLookAround;
  for (const auto& [id, page] : under_way_)
    if (!page.step.empty())
      left = std::min(left,
                      std::chrono::duration_cast<milliseconds>(page.since + options_.step_limit -
                                                               Clock::now()));
  return std::max(left, milliseconds(1));
}

void PageSupervisor::end_worker(ErrorCode reason, std::optional<TaskId> culprit) {
  ended_for_ = reason;
  culprit_ = culprit;
  worker_->kill();
}

void PageSupervisor::end_what_takes_too_much() {
  if (culprit_ || ended_for_) return;  // its end is on its way
  if (options_.memory > 0 && worker_->memory() > options_.memory)
    return end_worker(ErrorCode::too_much_memory, {});
  for (const auto& [id, page] : under_way_)
    if (!page.step.empty() && Clock::now() - page.since >= options_.step_limit)
      return end_worker(ErrorCode::too_long, id);
}

void PageSupervisor::strike(UnderWay&& culprit, Error why, const Settle& settle) {
  Try& attempt = culprit.attempt;
  if (++attempt.before < options_.tries) {
    attempt.suspect = true;
    waiting_.push_front(std::move(attempt));
    return;
  }
  why.subject = attempt.task.scan.name;
  if (!settle(attempt.task, tl::unexpected(StepFailure{culprit.step, std::move(why)})))
    begin_no_more_ = true;
}

Error PageSupervisor::reason_of_end(WorkerGone gone) {
  const auto reason = std::exchange(ended_for_, {});
  if (reason == ErrorCode::too_long)
    return {*reason, {}, fmt::format("{} s", options_.step_limit.count())};
  if (reason == ErrorCode::too_much_memory)
    return {*reason, {}, fmt::format("{} MB", options_.memory / 1'000'000)};
  return {
      ErrorCode::crashed,
      {},
      gone.signal != 0 ? name_of_signal(gone.signal) : fmt::format("exit status {}", gone.status)};
}

// Who ended the worker is known by its own word or by the limit of time; else each page that had
// begun is tried alone. The others are innocent.
Result<void> PageSupervisor::take_up_again(WorkerGone gone, const Settle& settle) {
  const auto begun = std::count_if(
      under_way_.begin(), under_way_.end(), [](const auto& e) { return !e.second.step.empty(); });
  auto left = std::exchange(under_way_, {});
  const auto culprit = std::exchange(culprit_, {});
  const Error why = reason_of_end(gone);
  for (auto page = left.rbegin(); page != left.rend(); ++page) {
    auto& [id, under_way] = *page;
    const bool has_begun = !under_way.step.empty();
    if (culprit ? id == *culprit : begun == 1 && has_begun) {
      strike(std::move(under_way), why, settle);
      continue;
    }
    under_way.attempt.suspect = under_way.attempt.suspect || (!culprit && has_begun);
    waiting_.push_front(std::move(under_way.attempt));
  }
  worker_.reset();
  ends_without_a_page_ = begun == 0 ? ends_without_a_page_ + 1 : 0;
  if (ends_without_a_page_ == kEndsWithoutAPage)
    return fail(ErrorCode::crashed, "the reading process", why.detail);
  return start_worker();
}

Result<void> PageSupervisor::work(const Source& source,
                                  const std::stop_token& stop,
                                  const Settle& settle) {
  begin_no_more_ = source_is_dry_ = false;
  bool asked_to_stop = false;
  while (true) {
    if (stop.stop_requested() && !asked_to_stop) {
      begin_no_more_ = asked_to_stop = true;
      worker_->ask_to_stop();
    }
    hand_out(source);
    if (under_way_.empty()) break;
    end_what_takes_too_much();
    const auto heard = worker_->next(until_next_limit());
    if (!heard) continue;
    if (const auto* gone = std::get_if<WorkerGone>(&*heard)) {
      if (asked_to_stop) break;
      if (auto again = take_up_again(*gone, settle); !again) return again;
      continue;
    }
    hear(std::get<WorkerMessage>(*heard), settle);
  }
  waiting_.clear();
  under_way_.clear();
  return {};
}

}  // namespace wenlan
