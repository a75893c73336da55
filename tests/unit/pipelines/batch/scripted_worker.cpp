// SPDX-License-Identifier: GPL-3.0-or-later
// A worker process whose pages do what their scans' names say: "segv", "abort", "kill", "hang",
// "eat", "fail", and anything else ends well. A second word is a file: with it, only the first
// time.
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "pipelines/batch/crash_note.h"
#include "pipelines/batch/pipe_lines.h"
#include "pipelines/batch/serve_tasks.h"
#include "pipelines/batch/work_messages.h"

namespace {

using namespace wenlan;

// True: no longer, as it was done once.
bool was_done(const std::string& marker) {
  if (marker.empty()) return false;
  const bool there = std::filesystem::exists(marker);
  std::ofstream(marker) << 'x';
  return there;
}

void eat_memory() {
  std::vector<std::string> eaten;
  while (true) {
    eaten.emplace_back(4U << 20U, 'x');
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

PageOutcome act(const std::string& script) {
  std::istringstream words(script);
  std::string deed;
  std::string marker;
  words >> deed >> marker;
  if (deed == "ok" || was_done(marker)) return PageDone{};
  if (deed == "segv") std::raise(SIGSEGV);
  if (deed == "abort") std::abort();
  if (deed == "kill") std::raise(SIGKILL);
  if (deed == "eat") eat_memory();
  while (deed == "hang") std::this_thread::sleep_for(std::chrono::seconds(1));
  if (deed == "fail") return tl::unexpected(StepFailure{"load", {ErrorCode::io_failed, {}, {}}});
  return PageDone{};
}

void work_on(const TaskMessage& task, LineWriter& messages) {
  const TaskOfThisThread mine(task.id);
  static_cast<void>(messages.write(to_line(WorkerMessage(StepBegun{task.id, "segment"}))));
  static_cast<void>(
      messages.write(to_line(WorkerMessage(PageEnded{task.id, act(task.task.scan.name)}))));
}

}  // namespace

// One thread a task. With an argument, it cannot begin.
int main(int count, char** /*arguments*/) {
  LineReader tasks{Descriptor(kTasksIn)};
  LineWriter messages{Descriptor(kMessagesOut)};
  WorkerMessage first = WorkerReady{};
  if (count > 1) first = WorkerUnable{{ErrorCode::missing_model, "m", {}}};
  if (!messages.write(to_line(first)) || count > 1) return 1;
  leave_note_on_crash(kMessagesOut);
  std::string line;
  std::vector<std::jthread> threads;
  while (tasks.next(line, {}) != LineStatus::end)
    if (auto task = task_message_from(line))
      threads.emplace_back([&messages, task = *task] { work_on(task, messages); });
  return 0;
}
