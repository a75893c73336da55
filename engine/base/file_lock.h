// SPDX-License-Identifier: GPL-3.0-or-later
// One process at a time: an advisory lock that the system gives back when its holder dies.
#pragma once

#include <filesystem>

#include "engine/base/result.h"

namespace wenlan {

class FileLock {
 public:
  // Makes the lock file when it is missing; it stays behind, empty. Fails with `busy` at once when
  // another process holds the lock, or as opening does.
  static Result<FileLock> take(const std::filesystem::path& file);

  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace wenlan
