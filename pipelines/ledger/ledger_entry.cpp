// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/ledger/ledger_entry.h"

#include <sys/stat.h>

namespace wenlan {

FileStamp stamp_of(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return {};
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  return {status.st_size, status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec};
}

}  // namespace wenlan
