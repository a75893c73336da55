// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/recover_ledger.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include "engine/base/file.h"
#include "engine/formats/page_xml.h"
#include "pipelines/page_store.h"
#include "tests/unit/pipelines/small_archive.h"

namespace wenlan {
namespace {

class RecoverLedger : public testing::Test {
 protected:
  // As a run does.
  void read(const std::string& id) {
    const auto work = small_.planner(small_.ledger).work_of("b").value();
    for (const PageTask& task : work.alone) {
      if (task.page != id) continue;
      Page page{.id = id, .scan = {.sha256 = task.scan.sha256, .size = {10, 10}}};
      page.steps = {{"load", "1", "", ""}};
      const auto kept = keep_page(small_.archive, task, to_page_xml(page)).value();
      const PageEntry known{id,
                            {.input = task.input,
                             .workflow = task.workflow,
                             .page_sha256 = kept.sha256,
                             .page_stamp = kept.stamp,
                             .attempts = 1}};
      ASSERT_TRUE(small_.ledger.record("b", std::span(&known, 1)));
    }
  }
  void damage() {
    for (const char* part : {"-wal", "-shm"}) std::filesystem::remove(file_.string() + part);
    ASSERT_TRUE(write_file_atomically(file_, std::string(8192, 'x')));
  }
  static std::vector<std::string> to_do(const SmallArchive& small, Ledger& ledger) {
    std::vector<std::string> pages;
    const auto work = small.planner(ledger).work_of("b").value();
    for (const PageTask& task : work.alone) pages.push_back(task.page);
    return pages;
  }

  SmallArchive small_{3};
  const std::filesystem::path file_ = small_.archive.ledger_file();
};

TEST_F(RecoverLedger, WholeLedgerIsOpenedAsItIs) {
  EXPECT_FALSE(open_whole_ledger(small_.archive)->recovery);
}

TEST_F(RecoverLedger, DamagedLedgerComesBackFromItsBackupAndThePagesReadSince) {
  read("0001");
  ASSERT_TRUE(back_up_ledger(small_.archive, small_.ledger));
  read("0002");
  damage();
  auto opened = open_whole_ledger(small_.archive).value();
  ASSERT_TRUE(opened.recovery);
  EXPECT_TRUE(opened.recovery->has_backup);
  EXPECT_EQ(opened.recovery->from_page_files, 1);
  EXPECT_TRUE(std::filesystem::exists(opened.recovery->set_aside));
  EXPECT_EQ(to_do(small_, opened.ledger), std::vector<std::string>{"0003"});
  EXPECT_FALSE(opened.ledger.entry("b", "0001").value()->page_sha256.empty());
}

TEST_F(RecoverLedger, LostLedgerComesBackFromItsBackup) {
  read("0001");
  ASSERT_TRUE(back_up_ledger(small_.archive, small_.ledger));
  std::filesystem::remove(file_);
  auto opened = open_whole_ledger(small_.archive).value();
  EXPECT_TRUE(opened.recovery->set_aside.empty());
  EXPECT_EQ(to_do(small_, opened.ledger), (std::vector<std::string>{"0002", "0003"}));
}

TEST_F(RecoverLedger, DamageInTheMiddleIsFoundBeforeTheRunBegins) {
  read("0001");
  ASSERT_TRUE(back_up_ledger(small_.archive, small_.ledger));
  ASSERT_TRUE(small_.ledger.back_up(file_));  // all of it in one file
  std::string bytes = read_file(file_).value();
  bytes.replace(4096, bytes.size() - 4096, bytes.size() - 4096, 'x');
  for (const char* part : {"-wal", "-shm"}) std::filesystem::remove(file_.string() + part);
  ASSERT_TRUE(write_file_atomically(file_, bytes));
  EXPECT_TRUE(open_whole_ledger(small_.archive)->recovery);
}

TEST_F(RecoverLedger, WithoutABackupPageFilesTellWhatIsDone) {
  read("0001");
  read("0003");
  damage();
  auto opened = open_whole_ledger(small_.archive).value();
  EXPECT_FALSE(opened.recovery->has_backup);
  EXPECT_EQ(opened.recovery->from_page_files, 2);
  EXPECT_EQ(to_do(small_, opened.ledger), std::vector<std::string>{"0002"});
}

TEST_F(RecoverLedger, PageFileThatMayBeCorrectedIsNeverReplacedAfterARebuild) {
  read("0001");
  ASSERT_TRUE(rebuild_ledger(small_.archive, Unknown::perhaps_corrected));
  auto ledger = Ledger::open(file_).value();
  PageTask task{.book = "b", .page = "0001", .known = ledger.entry("b", "0001").value()};
  ASSERT_TRUE(keep_page(small_.archive, task, "<new/>"));
  EXPECT_TRUE(std::filesystem::exists(small_.archive.book_folder("b") / "pages/0001.machine.xml"));
}

TEST_F(RecoverLedger, PageFileThatIsTheMachinesIsReplacedAfterARebuild) {
  read("0001");
  ASSERT_TRUE(rebuild_ledger(small_.archive, Unknown::machine_made));
  auto ledger = Ledger::open(file_).value();
  PageTask task{.book = "b", .page = "0001", .known = ledger.entry("b", "0001").value()};
  ASSERT_TRUE(keep_page(small_.archive, task, "<new/>"));
  EXPECT_EQ(read_file(small_.archive.page_file("b", "0001")).value(), "<new/>");
}

TEST_F(RecoverLedger, PageFileThatTellsNothingIsNamedAndReadAgain) {
  read("0001");
  ASSERT_TRUE(write_file_atomically(small_.archive.page_file("b", "0002"), "<PcGts"));
  const auto recovery = rebuild_ledger(small_.archive, Unknown::perhaps_corrected).value();
  EXPECT_EQ(recovery.from_page_files, 1);
  EXPECT_EQ(recovery.unreadable.size(), 1U);
  auto ledger = Ledger::open(file_).value();
  EXPECT_EQ(to_do(small_, ledger), (std::vector<std::string>{"0002", "0003"}));
}

TEST_F(RecoverLedger, LedgerOfANewerWenlanIsNotTakenForDamaged) {
  const auto newer = Archive::create(small_.archive.root() / "newer", "").value();
  SQLite::Database(newer.ledger_file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("PRAGMA user_version = 99");
  EXPECT_EQ(open_whole_ledger(newer).error().code, ErrorCode::archive_too_new);
}

}  // namespace
}  // namespace wenlan
