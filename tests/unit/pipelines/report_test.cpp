// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/report.h"

#include <gtest/gtest.h>

#include "pipelines/ledger/ledger.h"
#include "tests/unit/pipelines/temporary_folder.h"

namespace wenlan {
namespace {

TEST(Report, CountsAndNamesWhatHappened) {
  const TemporaryFolder folder;
  const Archive archive = Archive::create(folder.path() / "lib", "").value();
  ASSERT_TRUE(archive.keep(BookRecord{.id = "b", .title = "志"}));
  ASSERT_TRUE(archive.keep("b", ScanList{{.file = "scans/a.tif", .frames = 4}}));
  Ledger ledger = Ledger::open(archive.ledger_file()).value();
  const std::vector<PageEntry> entries{
      {"0001", {.expected_cer = 0.02F, .times = {{"load", 400}, {"clean", 600}}, .ended_at = 1001}},
      {"0002", {.expected_cer = 0.40F, .times = {{"load", 1000}}, .ended_at = 1002}},
      {"0003",
       {.state = PageState::failed,
        .attempts = 2,
        .failure = {"load", "damaged_file", "", "a.tif"}}}};
  ASSERT_TRUE(ledger.record("b", entries));

  const ArchiveReport report = make_report(archive).value();
  EXPECT_EQ(report.pages.done, 2);
  EXPECT_EQ(report.pages.waiting, 1);
  ASSERT_EQ(report.failed.size(), 1U);
  EXPECT_EQ(report.failed[0].scan, "a.tif");
  ASSERT_EQ(report.doubtful.size(), 1U);
  EXPECT_EQ(report.doubtful[0].page, "0002");
  EXPECT_NEAR(report.pages_per_hour, 3600, 1);
}

TEST(Report, ArchiveThatNeverRanIsAllWaiting) {
  const TemporaryFolder folder;
  const Archive archive = Archive::create(folder.path() / "lib", "").value();
  ASSERT_TRUE(archive.keep(BookRecord{.id = "b"}));
  ASSERT_TRUE(archive.keep("b", ScanList{{.file = "scans/a.tif", .frames = 4}}));
  EXPECT_EQ(make_report(archive)->pages.waiting, 4);
  EXPECT_FALSE(std::filesystem::exists(archive.ledger_file()));
}

}  // namespace
}  // namespace wenlan
