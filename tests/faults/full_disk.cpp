// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full after so many writes of a process (FULL_DISK_AFTER) to files below a folder
// (FULL_DISK_FOLDER), and stays so.
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <string>

#include <dlfcn.h>
#include <sys/types.h>

#include "tests/faults/opened_file.h"

namespace {

bool is_full(int descriptor) {
  static const char* const folder = std::getenv("FULL_DISK_FOLDER");
  static const char* const after = std::getenv("FULL_DISK_AFTER");
  static std::atomic<int> writes{0};
  if (folder == nullptr || after == nullptr) return false;
  if (!file_opened_as(descriptor).string().starts_with(folder)) return false;
  if (writes++ < std::atoi(after)) return false;
  errno = ENOSPC;
  return true;
}

template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

ssize_t write(int descriptor, const void* bytes, std::size_t count) {
  if (is_full(descriptor)) return -1;
  return real<ssize_t(int, const void*, std::size_t)>("write")(descriptor, bytes, count);
}

ssize_t pwrite64(int descriptor, const void* bytes, std::size_t count, off64_t offset) {
  if (is_full(descriptor)) return -1;
  return real<ssize_t(int, const void*, std::size_t, off64_t)>("pwrite64")(
      descriptor, bytes, count, offset);
}
}
