// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that are at work on an archive at the same time know of each other by locks that the system
// takes back when their process ends, never by clocks.
#pragma once

#include <filesystem>
#include <string>

#include "engine/base/file_lock.h"
#include "engine/base/result.h"
#include "index/archive/archive.h"
#include "pipelines/ledger/ledger.h"

namespace wenlan {

// A run is present while this lives.
class RunPresence {
 public:
  // Fails as FileLock::take does.
  static Result<RunPresence> begin(const Archive& archive);
  RunPresence(RunPresence&&) noexcept = default;
  RunPresence& operator=(RunPresence&&) noexcept = default;
  ~RunPresence();

  // Its name in the ledger's claims.
  const std::string& id() const { return id_; }

  // Ends the claims of runs whose process is gone. True: there were some.
  Result<bool> end_claims_of_the_gone(Ledger& ledger) const;

 private:
  RunPresence(std::filesystem::path folder, std::string id, FileLock lock)
      : folder_(std::move(folder)), id_(std::move(id)), lock_(std::move(lock)) {}
  std::filesystem::path lock_file_of(const std::string& run) const;

  std::filesystem::path folder_;
  std::string id_;  // empty: moved away
  FileLock lock_;
};

// Fails with busy where a run is at work.
Result<void> fail_while_runs_are_present(const Archive& archive);

}  // namespace wenlan
