// SPDX-License-Identifier: GPL-3.0-or-later
// Scans too large to be decoded whole: each gets a pyramid in its book's derived folder, once.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
#include <stop_token>
#include <string>

#include "engine/clean/pyramid.h"
#include "index/archive/archive.h"
#include "index/serve/worker_pool.h"

namespace wenlan {

// Members are safe to call from many threads. One pyramid is made at a time, by a thread of its
// own; the end of this object stops it.
class LargeScans {
 public:
  LargeScans() : builder_(1, kLongestQueue) {}
  ~LargeScans() { stop_.request_stop(); }

  // The part at the detail wanted. Empty as long as there is no pyramid; then it is being made from
  // this call on, unless that failed before. `pyramid` is where it is kept: a name that changes
  // with the scan.
  std::optional<ScanPart> part(const ScanSource& source,
                               Size<ScanSpace> size,
                               const std::filesystem::path& pyramid,
                               const Box<ScanSpace>& box,
                               double detail);

 private:
  static constexpr std::size_t kLongestQueue = 64;

  void make_later(const ScanSource& source, const std::filesystem::path& pyramid);
  void make(const ScanSource& source, const std::filesystem::path& pyramid) const;

  std::mutex mutex_;
  std::set<std::filesystem::path> begun_;  // under way, or failed: those are not tried again
  std::stop_source stop_;
  WorkerPool builder_;  // last: it ends before what it uses
};

}  // namespace wenlan
