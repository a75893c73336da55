// SPDX-License-Identifier: GPL-3.0-or-later
// Lets in as many pages at a time as there is memory for.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <utility>

namespace wenlan {

// Safe in many threads. Who came first is let in first, so that a large page is not passed for
// ever.
class MemoryGate {
 public:
  // `bytes` for all pages together; 0: no bound.
  explicit MemoryGate(std::int64_t bytes) : bytes_(bytes) {}

  // Room for one page while it lives. The gate must outlive it.
  class Place {
   public:
    Place(Place&& other) noexcept
        : gate_(std::exchange(other.gate_, nullptr)), bytes_(other.bytes_) {}
    Place& operator=(Place&&) = delete;
    ~Place() {
      if (gate_ != nullptr) gate_->leave(bytes_);
    }

   private:
    friend class MemoryGate;
    Place(MemoryGate* gate, std::int64_t bytes) : gate_(gate), bytes_(bytes) {}
    MemoryGate* gate_;
    std::int64_t bytes_;
  };

  // Waits until there is room, after a call of `before_wait`; a page too large for all the memory
  // there is comes in alone.
  Place enter(std::int64_t bytes, const std::function<void()>& before_wait);

 private:
  bool has_room(std::int64_t bytes) const;
  void leave(std::int64_t bytes);

  const std::int64_t bytes_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::int64_t taken_ = 0;
  std::uint64_t came_ = 0;  // pages so far
  std::uint64_t let_in_ = 0;
};

}  // namespace wenlan
