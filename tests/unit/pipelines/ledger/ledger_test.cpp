// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/ledger/ledger.h"

#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/file.h"
#include "engine/base/sha256.h"
#include "tests/unit/pipelines/temporary_folder.h"

namespace wenlan {
namespace {

using testing::ElementsAre;

const Workflow kWorkflow{{"load", "1", "aa", ""}, {"tag", "2", "bb", "tagger 0123"}};

class LedgerTest : public testing::Test {
 protected:
  void record(Ledger& ledger, const std::string& book, const PageEntry& entry) {
    ASSERT_TRUE(ledger.record(book, std::span(&entry, 1)));
  }
  LedgerEntry done_entry() {
    return {.input = sha256_of("a"),
            .workflow = *ledger_.number_of(kWorkflow),
            .page_sha256 = sha256_of("page"),
            .page_stamp = {4, 1'700'000'000'123'456'789},
            .expected_cer = .25F,
            .pitches = {52.5F, 26},
            .book_pitch = 52.4573,
            .times = {{"load", 12}, {"clean", 150}},
            .host = "甲",
            .attempts = 1,
            .ended_at = 7};
  }

  const TemporaryFolder folder_;
  const std::filesystem::path file_ = folder_.path() / "ledger.sqlite";
  Ledger ledger_ = Ledger::open(file_).value();
};

TEST_F(LedgerTest, EveryFieldComesBackAcrossOpenings) {
  const LedgerEntry entry = done_entry();
  record(ledger_, "b", {"0001", entry});
  record(ledger_, "other", {"0001", {}});
  const auto entries = Ledger::open(file_)->entries("b").value();
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries.at("0001"), entry);
}

TEST_F(LedgerTest, LastAttemptStandsAndItsFailureGoesWhenItIsDone) {
  const LedgerEntry failed{
      .state = PageState::failed, .attempts = 2, .failure = {"load", "empty_file", "m", "冊.jpg"}};
  record(ledger_, "b", {"0001", done_entry()});
  record(ledger_, "b", {"0001", failed});
  EXPECT_EQ(ledger_.entries("b")->at("0001").failure, failed.failure);
  record(ledger_, "b", {"0001", done_entry()});
  EXPECT_EQ(ledger_.entries("b")->at("0001"), done_entry());
}

TEST_F(LedgerTest, WorkflowKeepsItsNumber) {
  const auto number = ledger_.number_of(kWorkflow).value();
  EXPECT_NE(ledger_.number_of({kWorkflow.back()}).value(), number);
  EXPECT_EQ(Ledger::open(file_)->number_of(kWorkflow).value(), number);
  EXPECT_EQ(ledger_.workflows()->at(number), kWorkflow);
}

TEST_F(LedgerTest, PagesThatAreNotDoneAreVisitedInOrder) {
  const LedgerEntry hung{.state = PageState::quarantined,
                         .failure = {"segment", "limit", "m", "s"}};
  record(ledger_, "b", {"0002", hung});
  record(ledger_, "b", {"0001", done_entry()});
  record(ledger_, "a", {"0009", hung});
  std::vector<std::string> seen;
  ASSERT_TRUE(ledger_.visit_not_done(
      [&](const std::string& book, const std::string& page, const LedgerEntry& entry) {
        seen.push_back(book + page + entry.failure.code);
      }));
  EXPECT_THAT(seen, ElementsAre("a0009limit", "b0002limit"));
}

TEST_F(LedgerTest, PageIsClaimedByOneRunUntilItIsReleased) {
  Ledger other = Ledger::open(file_).value();
  const std::vector<std::string> pages{"0003", "0001", "0002"};
  EXPECT_THAT(ledger_.claim("b", std::span(pages).first(2), "run 1").value(),
              ElementsAre("0003", "0001"));
  EXPECT_THAT(other.claim("b", pages, "run 2").value(), ElementsAre("0002"));
  EXPECT_THAT(other.claiming_runs().value(), ElementsAre("run 1", "run 2"));
  ASSERT_TRUE(other.release("run 1"));
  EXPECT_THAT(other.claim("b", pages, "run 2").value(), ElementsAre("0003", "0001"));
}

TEST_F(LedgerTest, BackupIsAWholeLedgerAndReplacesTheLastOne) {
  const auto copy = folder_.path() / "ledger.backup.sqlite";
  record(ledger_, "b", {"0001", done_entry()});
  ASSERT_TRUE(ledger_.back_up(copy));
  record(ledger_, "b", {"0002", done_entry()});
  ASSERT_TRUE(ledger_.back_up(copy));
  EXPECT_TRUE(Ledger::open(copy)->check());
  EXPECT_EQ(Ledger::open(copy)->entries("b")->size(), 2U);
}

TEST_F(LedgerTest, PagesOfTheFirstLedgersAreKnownByTheirFiles) {
  const auto old = folder_.path() / "old.sqlite";
  SQLite::Database(old.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec(
          "CREATE TABLE pages (book TEXT, page TEXT, state TEXT, key TEXT, page_sha256 TEXT, scan "
          "TEXT, step TEXT, code TEXT, message TEXT, expected_cer REAL, attempts INTEGER, took_ms "
          "INTEGER, ended_at INTEGER, pitches TEXT, book_pitch REAL, PRIMARY KEY (book, page));"
          "INSERT INTO pages VALUES ('b','0001','done','k','00ff','s','','','',.5,1,9,7,'26',0),"
          "('b','0002','failed','k','','s','load','empty_file','m',0,3,9,7,'',0)");
  const auto entries = Ledger::open(old)->entries("b").value();
  EXPECT_EQ(entries.at("0001").page_sha256, "00ff");
  EXPECT_EQ(entries.at("0001").pitches, (std::vector<float>{26}));
  EXPECT_EQ(entries.at("0002").failure, (PageFailure{"load", "empty_file", "m", "s"}));
}

TEST_F(LedgerTest, LedgerOfANewerWenlanIsLeftAlone) {
  const auto newer = folder_.path() / "newer.sqlite";
  SQLite::Database(newer.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("PRAGMA user_version = 99");
  EXPECT_EQ(Ledger::open(newer).error().code, ErrorCode::archive_too_new);
}

TEST_F(LedgerTest, FileThatIsNoLedgerIsAnError) {
  const auto file = folder_.path() / "x.sqlite";
  ASSERT_TRUE(write_file_atomically(file, std::string(4096, 'x')));
  EXPECT_EQ(Ledger::open(file).error().code, ErrorCode::bad_document);
}

}  // namespace
}  // namespace wenlan
