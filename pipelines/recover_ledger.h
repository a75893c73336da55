// SPDX-License-Identifier: GPL-3.0-or-later
// A ledger again after the file was damaged or lost: from its backup, and from the page files.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "engine/base/result.h"
#include "index/archive/archive.h"
#include "pipelines/ledger/ledger.h"

namespace wenlan {

// Whose page files are that no ledger tells of.
enum class Unknown {
  perhaps_corrected,  // by hand: new readings are laid beside them
  machine_made,       // all of them: new readings replace them
};

struct Recovery {
  std::filesystem::path set_aside;  // where the damaged file lies now; empty: there was none
  bool has_backup = false;          // what the backup knew was taken over
  int from_page_files = 0;          // pages known by their files alone
  std::vector<Error> unreadable;    // page files that tell nothing
};

// Sets the ledger that is there aside and makes one from the page files alone. What is not in
// these (failures, how long reading took) is lost. No run may be at work.
Result<Recovery> rebuild_ledger(const Archive& archive, Unknown unknown);

struct OpenedLedger {
  Ledger ledger;
  std::optional<Recovery> recovery;  // empty: it was whole
};

// The ledger of an archive, made where it is missing. A small one is read through first; a damaged
// one is set aside, its backup takes its place, and page files written since then are added. Fails
// as Ledger::open does.
Result<OpenedLedger> open_whole_ledger(const Archive& archive);

// A copy of the ledger, for the day it is damaged.
Result<void> back_up_ledger(const Archive& archive, const Ledger& ledger);

}  // namespace wenlan
