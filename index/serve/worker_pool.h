// SPDX-License-Identifier: GPL-3.0-or-later
// A few threads and a queue that has an end.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace wenlan {

class WorkerPool {
 public:
  WorkerPool(int threads, std::size_t longest_queue);
  // Does what is queued, then ends.
  ~WorkerPool() { close(); }
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // False when the queue is full or the pool is closed: then the work is not taken. Work must not
  // throw.
  bool submit(std::function<void()> work);
  // Takes no more, does what is queued, joins. May be called twice.
  void close();

 private:
  void run();

  const std::size_t longest_queue_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> queue_;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace wenlan
