// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/serve_tasks.h"

#include <algorithm>
#include <csignal>
#include <optional>
#include <thread>
#include <vector>

#include <sys/prctl.h>
#include <tbb/concurrent_queue.h>
#include <unistd.h>

#include "pipelines/batch/crash_note.h"
#include "pipelines/batch/memory_gate.h"
#include "pipelines/batch/page_worker.h"
#include "pipelines/batch/pipe_lines.h"
#include "pipelines/batch/process_memory.h"
#include "pipelines/batch/work_messages.h"

namespace wenlan {
namespace {

// What reading a page takes beside what the process has before its first one, and what each pixel
// adds to that (decision 93).
constexpr std::int64_t kBytesAPage = 600'000'000;
constexpr std::int64_t kBytesAPixel = 12;

// How much there is for pages; at least something where the process alone takes all.
std::int64_t memory_for_pages(std::int64_t memory) {
  return memory == 0 ? 0 : std::max<std::int64_t>(1, memory - resident_bytes(::getpid()));
}

class TaskServer {
 public:
  TaskServer(const Archive& archive,
             const PagePipeline& pipeline,
             LineWriter& messages,
             std::int64_t memory)
      : worker_(archive, pipeline), messages_(messages), gate_(memory_for_pages(memory)) {}

  void serve(LineReader& tasks, int jobs) {
    std::vector<std::jthread> threads;
    for (int job = 0; job < jobs; ++job) threads.emplace_back([this] { work_on_all(); });
    std::string line;
    while (tasks.next(line, {}) != LineStatus::end)
      if (auto task = task_message_from(line)) tasks_.push(*std::move(task));
    stop_.request_stop();
    for (int job = 0; job < jobs; ++job) tasks_.push(std::nullopt);
  }

 private:
  void work_on_all() {
    for (std::optional<TaskMessage> task; tasks_.pop(task), task;) work_on(*task);
  }

  // What no one catches ends the process here, in the page's own thread: the note names the page.
  void work_on(const TaskMessage& task) noexcept {
    if (stop_.stop_requested()) return;
    const TaskOfThisThread mine(task.id);
    std::optional<MemoryGate::Place> place;
    const auto begin = [&](std::string_view step) { tell(StepBegun{task.id, std::string(step)}); };
    const auto enter = [&](std::int64_t pixels) {
      place.emplace(gate_.enter(kBytesAPage + kBytesAPixel * pixels, [&] { begin({}); }));
    };
    auto outcome = worker_.work_on(task.task, stop_.get_token(), {begin, enter});
    tell(PageEnded{task.id, std::move(outcome)});
  }

  // A parent that reads no more has closed the tasks' pipe too.
  void tell(const WorkerMessage& message) {
    if (!messages_.write(to_line(message))) stop_.request_stop();
  }

  PageWorker worker_;
  tbb::concurrent_bounded_queue<std::optional<TaskMessage>> tasks_;  // empty: no more
  LineWriter& messages_;
  MemoryGate gate_;
  std::stop_source stop_;
};

// The terminal's Ctrl-C goes to all its processes: the parent decides what is to be done.
void leave_signals_to_parent() {
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGTERM, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
}

}  // namespace

Result<void> serve_tasks(const Archive& archive, const ServeOptions& options) {
  leave_signals_to_parent();
  offer_to_be_ended_first();
  give_memory_back_early();
  LineReader tasks{Descriptor(kTasksIn)};
  LineWriter messages{Descriptor(kMessagesOut)};
  const auto pipeline = PagePipeline::open(options.models, options.pipeline);
  if (!pipeline) return messages.write(to_line(WorkerUnable{pipeline.error()}));
  leave_note_on_crash(kMessagesOut);
  const WorkerReady ready{pipeline->workflows(), pipeline->fallback_reason()};
  if (auto told = messages.write(to_line(ready)); !told) return told;
  TaskServer(archive, *pipeline, messages, options.memory).serve(tasks, options.jobs);
  return {};
}

}  // namespace wenlan
