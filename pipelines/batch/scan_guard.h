// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a scan's file is still the one that was added: a page must never get another's text.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>

#include "engine/base/result.h"
#include "pipelines/ledger/ledger_entry.h"

namespace wenlan {

// Safe in many threads.
class ScanGuard {
 public:
  // Gives the file's stamp. Reads the whole file the first time, and again when its stamp changes.
  // Fails with damaged_file where it is another one, and as sha256_of_file does.
  Result<FileStamp> check(const std::filesystem::path& file, const std::string& sha256);

  // The same after reading: fails where the file changed since `before`.
  static Result<void> check_unchanged(const std::filesystem::path& file, FileStamp before);

 private:
  std::mutex mutex_;
  std::map<std::filesystem::path, FileStamp> seen_;
};

}  // namespace wenlan
