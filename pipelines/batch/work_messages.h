// SPDX-License-Identifier: GPL-3.0-or-later
// What a run and the process that reads its pages tell each other: one JSON object a line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "engine/base/result.h"
#include "pipelines/batch/page_worker.h"
#include "pipelines/workflow.h"

namespace wenlan {

// Of one try at one page, within one run.
using TaskId = std::uint64_t;

struct WorkerReady {
  Workflows workflows;
  std::optional<Error> fallback_reason;  // see PagePipeline
};
struct WorkerUnable {  // to begin
  Error error;
};
struct StepBegun {  // an empty step: the page waits for memory
  TaskId task = 0;
  std::string step;
};
struct PageEnded {
  TaskId task = 0;
  PageOutcome outcome;
};
struct TaskCrashed {  // the last word of the process: this task's thread got this signal
  TaskId task = 0;
  int signal = 0;
};
using WorkerMessage = std::variant<WorkerReady, WorkerUnable, StepBegun, PageEnded, TaskCrashed>;

// Carries of a task what reading and keeping it needs; of what was known, the file written last.
struct TaskMessage {
  TaskId id = 0;
  PageTask task;
};

// Each without the line's end. What is not UTF-8 in a message to people is replaced.
std::string to_line(const WorkerMessage& message);
std::string to_line(const TaskMessage& message);

// Fail with bad_document.
Result<WorkerMessage> worker_message_from(std::string_view line);
Result<TaskMessage> task_message_from(std::string_view line);

}  // namespace wenlan
