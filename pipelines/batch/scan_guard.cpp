// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/scan_guard.h"

#include "engine/base/file.h"
#include "engine/base/sha256.h"

namespace wenlan {
namespace {

tl::unexpected<Error> fail_as_another(const std::filesystem::path& file) {
  return fail(ErrorCode::damaged_file, printable_name(file), "it is not the file that was added");
}

}  // namespace

Result<FileStamp> ScanGuard::check(const std::filesystem::path& file, const std::string& sha256) {
  const FileStamp stamp = stamp_of(file);
  {
    const std::lock_guard lock(mutex_);
    const auto seen = seen_.find(file);
    if (seen != seen_.end() && seen->second == stamp) return stamp;
  }
  const auto digest = sha256_of_file(file);
  if (!digest) return fail(digest);
  if (*digest != sha256) return fail_as_another(file);
  const std::lock_guard lock(mutex_);
  seen_[file] = stamp;
  return stamp;
}

Result<void> ScanGuard::check_unchanged(const std::filesystem::path& file, FileStamp before) {
  if (stamp_of(file) != before) return fail_as_another(file);
  return {};
}

}  // namespace wenlan
