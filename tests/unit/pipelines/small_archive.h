// SPDX-License-Identifier: GPL-3.0-or-later
// An archive with one book of a few scans that nobody will open, and its ledger.
#pragma once

#include <string>

#include "index/archive/archive.h"
#include "pipelines/ledger/ledger.h"
#include "pipelines/plan_work.h"
#include "tests/unit/pipelines/temporary_folder.h"

namespace wenlan {

class SmallArchive {
 public:
  explicit SmallArchive(int pages) {
    EXPECT_TRUE(archive.keep(BookRecord{.id = "b"}));
    ScanList scans;
    for (int page = 1; page <= pages; ++page)
      scans.push_back({.file = "scans/" + page_id_of(page) + ".png",
                       .name = page_id_of(page) + ".png",
                       .sha256 = std::to_string(page),
                       .first_page = page});
    EXPECT_TRUE(archive.keep("b", scans));
  }
  WorkPlanner planner(Ledger& of) const {
    return WorkPlanner::make(archive, of, {{{"load", "1", "", ""}}, {{"tag", "1", "", ""}}})
        .value();
  }

 private:
  const TemporaryFolder folder_;

 public:
  const Archive archive = Archive::create(folder_.path() / "lib", "").value();
  Ledger ledger = Ledger::open(archive.ledger_file()).value();
};

}  // namespace wenlan
