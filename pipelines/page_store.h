// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping the page files that come out of a run.
#pragma once

#include <string>

#include "engine/base/result.h"
#include "index/archive/archive.h"
#include "pipelines/ledger/ledger_entry.h"
#include "pipelines/plan_work.h"

namespace wenlan {

struct KeptPage {
  std::string sha256;
  FileStamp stamp;
};

// Writes the page file, or <page>.machine.xml beside it where the page file is not what the ledger
// last knew of it: then it may be somebody's work. Gives what was written.
Result<KeptPage> keep_page(const Archive& archive,
                           const PageTask& task,
                           const std::string& page_xml);

}  // namespace wenlan
