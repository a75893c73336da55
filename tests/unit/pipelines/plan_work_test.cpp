// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/plan_work.h"

#include <gtest/gtest.h>

#include "engine/base/file.h"
#include "pipelines/page_store.h"
#include "tests/unit/pipelines/temporary_folder.h"

namespace wenlan {
namespace {

Workflows workflows(const std::string& options_of_clean, const std::string& options_of_tag) {
  const Step tag{"tag", "1", options_of_tag, ""};
  return {{{"load", "1", "", ""}, {"clean", "1", options_of_clean, ""}, tag}, {tag}};
}

// A book of five scans in an archive, and a ledger.
class PlanWorkTest : public testing::Test {
 protected:
  PlanWorkTest() {
    EXPECT_TRUE(archive_.keep(BookRecord{.id = "b"}));
    for (const char* name : {"a", "b", "c", "d", "e"})
      scans_.push_back({.file = std::string("scans/") + name + ".png",
                        .sha256 = name,
                        .first_page = static_cast<int>(scans_.size()) + 1});
    EXPECT_TRUE(archive_.keep("b", scans_));
  }
  WorkPlanner planner(const Workflows& wanted = workflows("", "")) {
    return WorkPlanner::make(archive_, ledger_, wanted).value();
  }
  std::vector<PageTask> tasks(const Workflows& wanted = workflows("", "")) {
    return planner(wanted).work_of("b").value().alone;
  }
  std::vector<PageTask> again() { return planner().work_of("b").value().again; }
  void finish(const PageTask& task,
              const std::string& bytes,
              std::vector<float> pitches = {},
              double book_pitch = 0) {
    const auto kept = keep_page(archive_, task, bytes);
    ASSERT_TRUE(kept);
    record({task.page,
            {.input = task.input,
             .workflow = task.workflow,
             .page_sha256 = kept->sha256,
             .page_stamp = kept->stamp,
             .pitches = std::move(pitches),
             .book_pitch = book_pitch,
             .attempts = task.attempts + 1}});
  }
  void finish_all() {
    for (const PageTask& task : tasks())
      finish(task, "<page/>", {task.page == "0003" ? 50.F : 100.F});
  }
  void record(const PageEntry& entry) { ASSERT_TRUE(ledger_.record("b", std::span(&entry, 1))); }

  const TemporaryFolder folder_;
  const Archive archive_ = Archive::create(folder_.path() / "lib", "").value();
  Ledger ledger_ = Ledger::open(archive_.ledger_file()).value();
  ScanList scans_;
};

TEST_F(PlanWorkTest, NewPagesAreToBeReadAndReadOnesAreNot) {
  ASSERT_EQ(tasks().size(), 5U);
  EXPECT_EQ(tasks()[0].reason, WorkReason::never_read);
  finish_all();
  EXPECT_TRUE(tasks().empty());
  EXPECT_EQ(planner().work_of("b")->done, 5);
}

TEST_F(PlanWorkTest, ChangedStepIsNamedAsTheFirstToBeDoneAnew) {
  finish_all();
  const auto cleaned = tasks(workflows("other", ""));
  ASSERT_EQ(cleaned.size(), 5U);
  EXPECT_EQ(cleaned[0].reason, WorkReason::step_changed);
  EXPECT_EQ(cleaned[0].step, "clean");
  EXPECT_EQ(tasks(workflows("", "other")).at(0).step, "tag");
  EXPECT_TRUE(tasks().empty());
}

TEST_F(PlanWorkTest, ChangedScanConcernsItsPageAlone) {
  finish_all();
  scans_[1].sha256 = "changed";
  ASSERT_TRUE(archive_.keep("b", scans_));
  const auto open = tasks();
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].page, "0002");
  EXPECT_EQ(open[0].reason, WorkReason::scan_changed);
}

TEST_F(PlanWorkTest, LostPageFileIsMadeAgain) {
  finish_all();
  std::filesystem::remove(archive_.page_file("b", "0001"));
  ASSERT_EQ(tasks().size(), 1U);
  EXPECT_EQ(tasks()[0].reason, WorkReason::file_missing);
}

TEST_F(PlanWorkTest, AttemptsAreCountedWithTheSameInputAndStepsOnly) {
  PageTask task = tasks().at(0);
  record({task.page,
          {.state = PageState::failed,
           .input = task.input,
           .workflow = task.workflow,
           .attempts = 2}});
  EXPECT_EQ(tasks().at(0).reason, WorkReason::failed_before);
  EXPECT_EQ(tasks().at(0).attempts, 2);
  EXPECT_EQ(tasks(workflows("other", "")).at(0).attempts, 0);
}

TEST_F(PlanWorkTest, CorrectionByHandIsKeptAndTheNewReadingLaidBeside) {
  finish_all();
  ASSERT_TRUE(write_file_atomically(archive_.page_file("b", "0001"), "<by-hand/>"));
  finish(tasks(workflows("other", "")).at(0), "<new/>");
  EXPECT_EQ(read_file(archive_.page_file("b", "0001")).value(), "<by-hand/>");
  EXPECT_EQ(read_file(archive_.book_folder("b") / "pages/0001.machine.xml").value(), "<new/>");
}

TEST_F(PlanWorkTest, CorrectionByHandThatLooksUntouchedByItsTimeIsKept) {
  finish_all();
  const auto file = archive_.page_file("b", "0001");
  const auto written = std::filesystem::last_write_time(file);
  ASSERT_TRUE(write_file_atomically(file, "<by-hand/>"));
  std::filesystem::last_write_time(file, written);
  finish(tasks(workflows("other", "")).at(0), "<new/>");
  EXPECT_EQ(read_file(file).value(), "<by-hand/>");
}

TEST_F(PlanWorkTest, FileCopiedBackFromATapeIsStillTheMachines) {
  finish_all();
  const auto file = archive_.page_file("b", "0001");
  std::filesystem::last_write_time(file, {});
  finish(tasks(workflows("other", "")).at(0), "<new/>");
  EXPECT_EQ(read_file(file).value(), "<new/>");
}

TEST_F(PlanWorkTest, SelectedPagesAloneAreCountedAndReadButAllTellOfTheGrid) {
  finish_all();
  const auto selected = [&](std::vector<PageRange> pages) {
    return WorkPlanner::make(archive_, ledger_, workflows("", ""), {.pages = std::move(pages)})
        ->work_of("b")
        .value();
  };
  EXPECT_EQ(selected({{3, 4}}).done, 2);
  EXPECT_EQ(selected({{3, 4}}).again.size(), 1U);
  EXPECT_TRUE(selected({{1, 2}, {5, 5}}).again.empty());
}

TEST_F(PlanWorkTest, PageKeptByAKilledRunIsTakenOver) {
  ASSERT_TRUE(keep_page(archive_, tasks().at(0), "<a/>"));  // killed before the ledger knew
  finish(tasks().at(0), "<a/>");
  EXPECT_FALSE(std::filesystem::exists(archive_.book_folder("b") / "pages/0001.machine.xml"));
  EXPECT_EQ(tasks().size(), 4U);
}

TEST_F(PlanWorkTest, PageThatStraysIsReadAgainOnceWithTheGridOfTheBook) {
  finish_all();
  const auto straying = again();
  ASSERT_EQ(straying.size(), 1U);
  EXPECT_EQ(straying[0].page, "0003");
  EXPECT_EQ(straying[0].reason, WorkReason::book_tells_more);
  ASSERT_TRUE(straying[0].grid);
  EXPECT_NEAR(straying[0].grid->pitch, 100, 1);
  finish(straying[0], "<again/>", straying[0].known->pitches, straying[0].grid->pitch);
  EXPECT_EQ(read_file(archive_.page_file("b", "0003")).value(), "<again/>");
  EXPECT_TRUE(again().empty());
}

TEST_F(PlanWorkTest, StrayingPageOfARebuiltLedgerIsReadAloneFirst) {
  finish_all();
  LedgerEntry rebuilt = *ledger_.entry("b", "0003").value();
  rebuilt.page_sha256.clear();
  record({"0003", rebuilt});
  EXPECT_TRUE(again().empty());
  ASSERT_EQ(tasks().size(), 1U);
  EXPECT_EQ(tasks()[0].reason, WorkReason::file_unknown);
  finish(tasks()[0], "<page/>", {50});
  EXPECT_EQ(again().size(), 1U);
}

TEST_F(PlanWorkTest, PageReadWithAGridTheBookNoLongerHasIsReadAloneAgain) {
  const auto all = tasks();
  finish_all();
  finish(all.at(2), "<page/>", {100}, 50);
  const auto straying = again();
  ASSERT_EQ(straying.size(), 1U);
  EXPECT_EQ(straying[0].page, "0003");
  EXPECT_FALSE(straying[0].grid);
}

}  // namespace
}  // namespace wenlan
