// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/worker_process.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <memory>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pipelines/batch/process_memory.h"
#include "pipelines/batch/serve_tasks.h"

namespace wenlan {

struct WorkerProcess::Ends {
  Ends(Descriptor tasks_in, Descriptor messages_out)
      : tasks(std::move(tasks_in)), messages(std::move(messages_out)) {}
  LineWriter tasks;
  LineReader messages;
};

WorkerProcess::WorkerProcess(pid_t process, std::unique_ptr<Ends> ends)
    : process_(process), ends_(std::move(ends)) {}

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept
    : process_(std::exchange(other.process_, -1)), ends_(std::move(other.ends_)) {}

WorkerProcess& WorkerProcess::operator=(WorkerProcess&& other) noexcept {
  std::swap(process_, other.process_);
  std::swap(ends_, other.ends_);
  return *this;
}

WorkerProcess::~WorkerProcess() {
  if (process_ < 0) return;
  ask_to_stop();
  wait_for_end();
}

namespace {

// The same open file under a number that none of the worker's own has.
Descriptor out_of_the_way(const Descriptor& descriptor) {
  return Descriptor(::fcntl(descriptor.number(), F_DUPFD_CLOEXEC, kMessagesOut + 1));
}

// Starts `command` with these as its kTasksIn and kMessagesOut. Fails with io_failed.
Result<pid_t> spawn(const std::vector<std::string>& command,
                    const Descriptor& tasks,
                    const Descriptor& messages) {
  const Descriptor tasks_above = out_of_the_way(tasks);
  const Descriptor messages_above = out_of_the_way(messages);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, tasks_above.number(), kTasksIn);
  posix_spawn_file_actions_adddup2(&actions, messages_above.number(), kMessagesOut);
  // Results on standard output are the parent's alone.
  posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  pid_t process = -1;
  const int failed =
      ::posix_spawn(&process, command.front().c_str(), &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return fail(ErrorCode::io_failed, command.front(), std::strerror(failed));
  return process;
}

}  // namespace

Result<WorkerProcess> WorkerProcess::start(const std::vector<std::string>& command) {
  auto tasks = make_pipe();
  if (!tasks) return fail(tasks);
  auto messages = make_pipe();
  if (!messages) return fail(messages);
  const auto process = spawn(command, tasks->read_end, messages->write_end);
  if (!process) return fail(process);
  return WorkerProcess(
      *process, std::make_unique<Ends>(std::move(tasks->write_end), std::move(messages->read_end)));
}

Result<void> WorkerProcess::give(const TaskMessage& task) {
  return ends_->tasks.write(to_line(task));
}

std::optional<std::variant<WorkerMessage, WorkerGone>> WorkerProcess::next(
    std::chrono::milliseconds wait) {
  std::string line;
  while (true) {
    const LineStatus status = ends_->messages.next(line, wait);
    if (status == LineStatus::timeout) return std::nullopt;
    if (status == LineStatus::end) return wait_for_end();
    // A line that a dying thread left half written tells nothing.
    if (auto message = worker_message_from(line)) return *std::move(message);
  }
}

void WorkerProcess::ask_to_stop() {
  ends_->tasks.close();
}

void WorkerProcess::kill() {
  if (process_ >= 0) ::kill(process_, SIGKILL);
}

std::int64_t WorkerProcess::memory() const {
  return process_ >= 0 ? resident_bytes(process_) : 0;
}

WorkerGone WorkerProcess::wait_for_end() {
  int status = 0;
  while (process_ >= 0 && ::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
  if (WIFSIGNALED(status)) return {.signal = WTERMSIG(status)};
  return {.status = WEXITSTATUS(status)};
}

}  // namespace wenlan
