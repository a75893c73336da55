// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/cli/progress.h"

#include <iostream>

#include <fmt/format.h>
#include <unistd.h>

namespace wenlan {
namespace {

using namespace std::chrono_literals;

std::string duration_text(double seconds) {
  const long whole = static_cast<long>(seconds + 0.5);
  return whole < 3600 ? fmt::format("{}:{:02}", whole / 60, whole % 60)
                      : fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

}  // namespace

Progress::Progress(const Context& context)
    : context_(context), terminal_(::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (line_open_) std::cerr << '\n';
}

void Progress::show(long done, long failed, long all) {
  const auto now = Clock::now();
  const bool last = done + failed == all;
  if (!last && now - shown_ < (terminal_ ? Clock::duration(100ms) : Clock::duration(30s))) return;
  shown_ = now;
  if (terminal_)
    std::cerr << '\r' << line_of(done, failed, all) << "\x1b[K" << std::flush;
  else
    std::cerr << line_of(done, failed, all) << '\n';
  line_open_ = terminal_;
}

std::string Progress::line_of(long done, long failed, long all) const {
  const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
  const long tried = done + failed;
  const double per_hour = seconds > 0 ? static_cast<double>(tried) / seconds * 3600 : 0;
  const double left =
      tried > 0 ? seconds / static_cast<double>(tried) * static_cast<double>(all - tried) : 0;
  return fmt::format(fmt::runtime(context_.say("{}/{} pages, {} failed, {:.0f} pages/h, {} left",
                                               "{}/{} 葉，{} 失敗，每小時 {:.0f} 葉，尚餘 {}")),
                     done,
                     all,
                     failed,
                     per_hour,
                     duration_text(left));
}

}  // namespace wenlan
