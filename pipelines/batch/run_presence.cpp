// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/run_presence.h"

#include <random>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "engine/base/file.h"

namespace wenlan {
namespace {

// No two runs ever have the same: a process number comes again, after a start of the machine too.
std::string new_run_id() {
  std::random_device chance;
  return fmt::format("{}-{:08x}{:08x}", ::getpid(), chance(), chance());
}

std::filesystem::path folder_of_locks(const Archive& archive) {
  return archive.root() / ".runs";
}

}  // namespace

Result<RunPresence> RunPresence::begin(const Archive& archive) {
  std::filesystem::path folder = folder_of_locks(archive);
  std::error_code status;
  std::filesystem::create_directory(folder, status);
  if (status)
    return fail(error_code_of_errno(status.value()), printable_name(folder), status.message());
  std::string id = new_run_id();
  auto lock = FileLock::take(folder / (id + ".lock"));
  if (!lock) return fail(lock);
  return RunPresence(std::move(folder), std::move(id), *std::move(lock));
}

RunPresence::~RunPresence() {
  std::error_code gone;
  if (!folder_.empty()) std::filesystem::remove(lock_file_of(id_), gone);
}

std::filesystem::path RunPresence::lock_file_of(const std::string& run) const {
  return folder_ / (run + ".lock");
}

Result<bool> RunPresence::end_claims_of_the_gone(Ledger& ledger) const {
  const auto runs = ledger.claiming_runs();
  if (!runs) return fail(runs);
  bool ended = false;
  for (const std::string& run : *runs) {
    if (run == id_) continue;
    // Held from before its first claim to after its last: who gets it, or finds none, knows that
    // the run is gone.
    const auto lock = FileLock::take(lock_file_of(run));
    if (!lock && lock.error().code == ErrorCode::busy) continue;
    if (!lock) return fail(lock);
    if (auto released = ledger.release(run); !released) return fail(released);
    std::error_code absent;
    std::filesystem::remove(lock_file_of(run), absent);
    ended = true;
  }
  return ended;
}

Result<void> fail_while_runs_are_present(const Archive& archive) {
  std::error_code absent;
  for (const auto& file : std::filesystem::directory_iterator(folder_of_locks(archive), absent))
    if (const auto lock = FileLock::take(file.path()); !lock)
      return fail(lock.error().code, printable_name(archive.root()));
  return {};
}

}  // namespace wenlan
