// SPDX-License-Identifier: GPL-3.0-or-later
// With a real process at the other end, which does to itself what each page says
// (scripted_worker.cpp).
#include "pipelines/batch/supervise_pages.h"

#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/pipelines/temporary_folder.h"

namespace wenlan {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::Pair;

// Page -> "ok", or code, detail and step of its failure.
using Endings = std::map<std::string, std::string>;

class SupervisePages : public testing::Test {
 protected:
  Endings endings_of(const std::vector<std::string>& scripts) {
    auto pages = PageSupervisor::start(options_).value();
    Endings endings;
    std::size_t next = 0;
    const auto source = [&]() -> std::optional<PageTask> {
      if (next == scripts.size()) return std::nullopt;
      PageTask task{.page = page_id_of(static_cast<int>(next) + 1)};
      task.scan.name = scripts[next++];
      return task;
    };
    const auto settle = [&](const PageTask& task, const PageOutcome& outcome) {
      EXPECT_FALSE(endings.contains(task.page)) << task.page << " ended twice";
      endings[task.page] = "ok";
      if (!outcome) {
        const auto& [step, error] = outcome.error();
        endings[task.page] =
            std::string(kind_of(error.code).name) + ' ' + error.detail + ' ' + step;
      }
      return ++settled_ != settle_no_more_than_;
    };
    EXPECT_TRUE(pages.work(source, stop_.get_token(), settle));
    return endings;
  }
  // A script that does so the first time only.
  std::string once(const std::string& deed) {
    return deed + ' ' + (folder_.path() / ("once" + std::to_string(++markers_))).string();
  }

  const TemporaryFolder folder_;
  SuperviseOptions options_{.worker = {WENLAN_SCRIPTED_WORKER}, .jobs = 2};
  std::stop_source stop_;
  int settled_ = 0;
  int settle_no_more_than_ = -1;
  int markers_ = 0;
};

TEST_F(SupervisePages, GoodPagesEnd) {
  EXPECT_THAT(endings_of({"ok", "ok", "ok"}),
              ElementsAre(Pair("0001", "ok"), Pair("0002", "ok"), Pair("0003", "ok")));
}

TEST_F(SupervisePages, PageThatCrashesIsNamedWithSignalAndStepAndItsNeighboursAreRead) {
  EXPECT_THAT(endings_of({"ok", "segv", "ok", "abort", "ok"}),
              ElementsAre(Pair("0001", "ok"),
                          Pair("0002", "crashed SIGSEGV segment"),
                          Pair("0003", "ok"),
                          Pair("0004", "crashed SIGABRT segment"),
                          Pair("0005", "ok")));
}

TEST_F(SupervisePages, SignalThatNamesNobodyFindsTheOneToBlame) {
  EXPECT_THAT(endings_of({"ok", "kill", "ok", "ok"}),
              ElementsAre(Pair("0001", "ok"),
                          Pair("0002", "crashed SIGKILL segment"),
                          Pair("0003", "ok"),
                          Pair("0004", "ok")));
}

TEST_F(SupervisePages, PageThatHangsIsNamedWithTheLimit) {
  options_.step_limit = 1s;
  EXPECT_THAT(
      endings_of({"hang", "ok", "ok"}),
      ElementsAre(Pair("0001", "too_long 1 s segment"), Pair("0002", "ok"), Pair("0003", "ok")));
}

TEST_F(SupervisePages, PageThatEatsMemoryIsNamedWithTheLimit) {
  options_.memory = 400'000'000;
  EXPECT_THAT(
      endings_of({"ok", "eat", "ok"}),
      ElementsAre(
          Pair("0001", "ok"), Pair("0002", "too_much_memory 400 MB segment"), Pair("0003", "ok")));
}

TEST_F(SupervisePages, PageHasASecondTry) {
  EXPECT_THAT(endings_of({once("segv"), once("kill"), "ok"}),
              ElementsAre(Pair("0001", "ok"), Pair("0002", "ok"), Pair("0003", "ok")));
}

TEST_F(SupervisePages, FailureOfTheReadingProcessIsHandedOn) {
  EXPECT_THAT(endings_of({"fail"}), ElementsAre(Pair("0001", "io_failed  load")));
}

TEST_F(SupervisePages, NothingIsBegunAfterARefusal) {
  options_.jobs = 1;
  settle_no_more_than_ = 1;
  EXPECT_LE(endings_of({"ok", "ok", "ok", "ok", "ok", "ok", "ok", "ok"}).size(), 3U);
}

TEST_F(SupervisePages, StopLeavesTheRestUntouched) {
  stop_.request_stop();
  EXPECT_THAT(endings_of({"ok", "ok"}), ElementsAre());
}

TEST_F(SupervisePages, WorkerThatCannotBeginSaysWhy) {
  options_.worker.push_back("unable");
  EXPECT_EQ(PageSupervisor::start(options_).error().code, ErrorCode::missing_model);
}

TEST_F(SupervisePages, ProgramThatIsNotThereIsAnError) {
  options_.worker = {(folder_.path() / "absent").string()};
  EXPECT_FALSE(PageSupervisor::start(options_));
}

}  // namespace
}  // namespace wenlan
