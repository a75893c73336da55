// SPDX-License-Identifier: GPL-3.0-or-later
// How far a long work is, on standard error: a line that renews itself on a terminal, and a line
// every half minute elsewhere.
#pragma once

#include <chrono>
#include <string>

#include "pipelines/cli/context.h"

namespace wenlan {

class Progress {
 public:
  explicit Progress(const Context& context);
  ~Progress();  // ends the renewing line
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // One thread at a time. `failed` may be 0 for work whose parts cannot fail.
  void show(long done, long failed, long all);

 private:
  std::string line_of(long done, long failed, long all) const;

  using Clock = std::chrono::steady_clock;
  const Context& context_;
  const bool terminal_;
  const Clock::time_point start_ = Clock::now();
  Clock::time_point shown_ = start_;
  bool line_open_ = false;
};

}  // namespace wenlan
