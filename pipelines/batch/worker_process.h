// SPDX-License-Identifier: GPL-3.0-or-later
// A run's side of the process that reads its pages (serve_tasks.h).
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <sys/types.h>

#include "engine/base/result.h"
#include "pipelines/batch/pipe_lines.h"
#include "pipelines/batch/work_messages.h"

namespace wenlan {

// How the process ended: by a signal, or with an exit status.
struct WorkerGone {
  int signal = 0;
  int status = 0;
};

class WorkerProcess {
 public:
  // `command` begins with a program's path. Fails with io_failed.
  static Result<WorkerProcess> start(const std::vector<std::string>& command);
  WorkerProcess(WorkerProcess&&) noexcept;
  WorkerProcess& operator=(WorkerProcess&&) noexcept;
  // Asks it to stop and waits until it is gone.
  ~WorkerProcess();

  Result<void> give(const TaskMessage& task);
  // Empty after `wait` without a message.
  std::optional<std::variant<WorkerMessage, WorkerGone>> next(std::chrono::milliseconds wait);
  // Pages under way are given up at their next step; their messages still come.
  void ask_to_stop();
  void kill();
  // Bytes it holds in memory.
  std::int64_t memory() const;

 private:
  struct Ends;
  WorkerProcess(pid_t process, std::unique_ptr<Ends> ends);
  WorkerGone wait_for_end();

  pid_t process_ = -1;
  std::unique_ptr<Ends> ends_;
};

}  // namespace wenlan
