// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/page_store.h"

#include <gtest/gtest.h>

#include "engine/base/file.h"
#include "tests/unit/pipelines/temporary_folder.h"

namespace wenlan {
namespace {

class PageStoreTest : public testing::Test {
 protected:
  PageStoreTest() {
    EXPECT_TRUE(archive_.keep(BookRecord{.id = "b"}));
    EXPECT_TRUE(archive_.keep("b", ScanList{{.file = "scans/a.png", .sha256 = "d"}}));
  }
  std::vector<PageTask> open_with(const std::string& fingerprint) {
    return open_tasks(archive_, ledger_, "b", fingerprint)->tasks;
  }
  void finish(const PageTask& task, const std::string& bytes) {
    const auto digest = keep_page(archive_, task, bytes);
    ASSERT_TRUE(digest);
    ASSERT_TRUE(ledger_.record("b", task.page, {.key = task.key, .page_sha256 = *digest}));
  }

  const TemporaryFolder folder_;
  const Archive archive_ = Archive::create(folder_.path() / "lib", "").value();
  Ledger ledger_ = Ledger::open(archive_.ledger_file()).value();
};

TEST_F(PageStoreTest, PageOfTheSameInputsIsNotMadeAgain) {
  finish(open_with("v1").at(0), "<a/>");
  EXPECT_TRUE(open_with("v1").empty());
  EXPECT_EQ(open_with("v2").size(), 1U);
}

TEST_F(PageStoreTest, LostPageFileIsMadeAgain) {
  finish(open_with("v1").at(0), "<a/>");
  std::filesystem::remove(archive_.page_file("b", "0001"));
  EXPECT_EQ(open_with("v1").size(), 1U);
}

TEST_F(PageStoreTest, CorrectionByHandIsKeptAndTheNewReadingLaidBeside) {
  finish(open_with("v1").at(0), "<a/>");
  ASSERT_TRUE(write_file_atomically(archive_.page_file("b", "0001"), "<by-hand/>"));
  finish(open_with("v2").at(0), "<new/>");
  EXPECT_EQ(read_file(archive_.page_file("b", "0001")).value(), "<by-hand/>");
  EXPECT_EQ(read_file(archive_.book_folder("b") / "pages/0001.machine.xml").value(), "<new/>");
}

TEST_F(PageStoreTest, PageKeptByAKilledRunIsTakenOver) {
  ASSERT_TRUE(keep_page(archive_, open_with("v1").at(0), "<a/>"));  // killed before the ledger knew
  finish(open_with("v1").at(0), "<a/>");
  EXPECT_FALSE(std::filesystem::exists(archive_.book_folder("b") / "pages/0001.machine.xml"));
  EXPECT_TRUE(open_with("v1").empty());
}

class PageStoreOfABookTest : public testing::Test {
 protected:
  PageStoreOfABookTest() {
    EXPECT_TRUE(archive_.keep(BookRecord{.id = "b"}));
    ScanList scans;
    for (const char* name : {"a", "b", "c", "d", "e"})
      scans.push_back({.file = std::string("scans/") + name + ".png",
                       .sha256 = name,
                       .first_page = static_cast<int>(scans.size()) + 1});
    EXPECT_TRUE(archive_.keep("b", scans));
    tasks_ = open_tasks(archive_, ledger_, "b", "v1").value().tasks;
    for (const PageTask& task : tasks_) finish(task, {task.page == "0003" ? 50.F : 100.F}, 0);
  }
  void finish(const PageTask& task, std::vector<float> pitches, double book_pitch) {
    const auto digest = keep_page(archive_, task, "<page/>");
    ASSERT_TRUE(digest);
    ASSERT_TRUE(ledger_.record("b",
                               task.page,
                               {.key = task.key,
                                .page_sha256 = *digest,
                                .pitches = std::move(pitches),
                                .book_pitch = book_pitch}));
  }
  std::vector<PageTask> again() { return tasks_with_grid(archive_, ledger_, "b", "v1").value(); }

  const TemporaryFolder folder_;
  const Archive archive_ = Archive::create(folder_.path() / "lib", "").value();
  Ledger ledger_ = Ledger::open(archive_.ledger_file()).value();
  std::vector<PageTask> tasks_;
};

TEST_F(PageStoreOfABookTest, PageThatStraysIsReadAgainOnceWithTheGridOfTheBook) {
  const auto tasks = again();
  ASSERT_EQ(tasks.size(), 1U);
  EXPECT_EQ(tasks[0].page, "0003");
  EXPECT_TRUE(tasks[0].again && tasks[0].is_ours);
  ASSERT_TRUE(tasks[0].grid);
  EXPECT_NEAR(tasks[0].grid->pitch, 100, 1);
  finish(tasks[0], tasks[0].pitches, tasks[0].grid->pitch);
  EXPECT_TRUE(again().empty());
}

TEST_F(PageStoreOfABookTest, PageReadWithAGridTheBookNoLongerHasIsReadAloneAgain) {
  finish(tasks_.at(2), {100}, 50);
  const auto tasks = again();
  ASSERT_EQ(tasks.size(), 1U);
  EXPECT_EQ(tasks[0].page, "0003");
  EXPECT_FALSE(tasks[0].grid);
}

}  // namespace
}  // namespace wenlan
