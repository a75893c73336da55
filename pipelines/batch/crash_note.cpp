// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/crash_note.h"

#include <array>
#include <csignal>
#include <string_view>

#include <unistd.h>

namespace wenlan {
namespace {

constexpr std::array kDeadly{SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};

int note_descriptor = -1;
thread_local volatile TaskId task_here = 0;  // 0: none

// All that is done here must be async-signal-safe: no memory is asked for, nothing is locked.
class Note {
 public:
  void add(std::string_view text) {
    for (const char letter : text)
      if (size_ < text_.size()) text_[size_++] = letter;
  }
  void add(std::uint64_t number) {
    std::array<char, 20> digits{};
    std::size_t first = digits.size();
    do {
      digits[--first] = static_cast<char>('0' + number % 10);
      number /= 10;
    } while (number > 0);
    add(std::string_view(digits.data() + first, digits.size() - first));
  }
  void leave() const {
    [[maybe_unused]] const auto written = ::write(note_descriptor, text_.data(), size_);
  }

 private:
  std::array<char, 96> text_{};
  std::size_t size_ = 0;
};

void on_deadly_signal(int number) {
  if (task_here != 0) {
    Note note;
    // A line of another thread may be half written: this one begins anew.
    note.add("\n{\"is\":\"crashed\",\"task\":");
    note.add(task_here);
    note.add(",\"signal\":");
    note.add(static_cast<std::uint64_t>(number));
    note.add("}\n");
    note.leave();
  }
  std::signal(number, SIG_DFL);
  ::raise(number);
}

// Its own stack, as the signal may tell that the usual one is full.
void give_thread_a_spare_stack() {
  thread_local std::array<char, 65'536> spare;
  const stack_t stack{.ss_sp = spare.data(), .ss_flags = 0, .ss_size = spare.size()};
  ::sigaltstack(&stack, nullptr);
}

}  // namespace

void leave_note_on_crash(int descriptor) {
  note_descriptor = descriptor;
  struct sigaction action {};
  action.sa_handler = &on_deadly_signal;
  action.sa_flags = SA_ONSTACK;
  for (const int number : kDeadly) ::sigaction(number, &action, nullptr);
}

TaskOfThisThread::TaskOfThisThread(TaskId task) {
  give_thread_a_spare_stack();
  task_here = task;
}

TaskOfThisThread::~TaskOfThisThread() {
  task_here = 0;
}

}  // namespace wenlan
