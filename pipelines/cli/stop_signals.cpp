// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/cli/stop_signals.h"

#include <csignal>
#include <thread>

#include <pthread.h>
#include <unistd.h>

namespace wenlan {

void request_stop_on_signals(std::stop_source source) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // threads made later inherit this
  std::signal(SIGPIPE, SIG_IGN);                  // `wenlan … | head` ends by a failed write
  std::thread([signals, source]() mutable {
    int number = 0;
    sigwait(&signals, &number);
    source.request_stop();
    sigwait(&signals, &number);
    ::_exit(128 + number);
  }).detach();
}

}  // namespace wenlan
