// SPDX-License-Identifier: GPL-3.0-or-later
// The last word of a process: which task was under way in the thread that ends it.
#pragma once

#include "pipelines/batch/work_messages.h"

namespace wenlan {

// From now on a signal that ends the process (SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT) first
// writes a TaskCrashed line to `descriptor`, if its thread has a task; then the process ends by it
// all the same. Once a process.
void leave_note_on_crash(int descriptor);

// While it lives, `task` is this thread's.
class TaskOfThisThread {
 public:
  explicit TaskOfThisThread(TaskId task);
  TaskOfThisThread(const TaskOfThisThread&) = delete;
  TaskOfThisThread& operator=(const TaskOfThisThread&) = delete;
  ~TaskOfThisThread();
};

}  // namespace wenlan
