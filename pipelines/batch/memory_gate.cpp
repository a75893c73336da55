// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/memory_gate.h"

namespace wenlan {

bool MemoryGate::has_room(std::int64_t bytes) const {
  return bytes_ == 0 || taken_ == 0 || taken_ + bytes <= bytes_;
}

MemoryGate::Place MemoryGate::enter(std::int64_t bytes, const std::function<void()>& before_wait) {
  std::unique_lock lock(mutex_);
  const std::uint64_t turn = came_++;
  const auto may_enter = [&] { return let_in_ == turn && has_room(bytes); };
  if (!may_enter()) {
    before_wait();
    changed_.wait(lock, may_enter);
  }
  ++let_in_;
  taken_ += bytes;
  lock.unlock();
  changed_.notify_all();  // there may be room for the next one, too
  return {this, bytes};
}

void MemoryGate::leave(std::int64_t bytes) {
  {
    const std::lock_guard lock(mutex_);
    taken_ -= bytes;
  }
  changed_.notify_all();
}

}  // namespace wenlan
