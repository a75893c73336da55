// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/cli/stop_signals.h"

#include <csignal>
#include <cstdint>
#include <thread>

#include <sys/eventfd.h>
#include <unistd.h>

namespace wenlan {
namespace {

// A handler may only touch what is async-signal-safe. Waiting for blocked signals would not do:
// libraries start threads before main(), which would not have them blocked.
volatile std::sig_atomic_t asked_before = 0;
int wake_up = -1;

void on_signal(int number) {
  if (asked_before != 0) ::_exit(128 + number);
  asked_before = 1;
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(wake_up, &one, sizeof one);
}

}  // namespace

void request_stop_on_signals(std::stop_source source) {
  wake_up = ::eventfd(0, EFD_CLOEXEC);
  std::thread([source]() mutable {
    std::uint64_t count = 0;
    while (::read(wake_up, &count, sizeof count) != sizeof count) {
    }
    source.request_stop();
  }).detach();
  struct sigaction action {};
  action.sa_handler = &on_signal;
  action.sa_flags = SA_RESTART;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);  // `wenlan … | head` ends by a failed write
}

}  // namespace wenlan
