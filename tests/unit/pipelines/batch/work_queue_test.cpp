// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/work_queue.h"

#include <csignal>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pipelines/page_store.h"
#include "tests/unit/pipelines/small_archive.h"

namespace wenlan {
namespace {

// One run at work on the archive.
class RunAtWork {
 public:
  explicit RunAtWork(const SmallArchive& small)
      : ledger_(Ledger::open(small.archive.ledger_file()).value()),
        presence_(RunPresence::begin(small.archive).value()),
        planner_(small.planner(ledger_)),
        queue_(planner_, ledger_, presence_, {"b"}, false) {
    queue_.begin(WorkPart::alone);
  }
  std::string next() {
    last_ = queue_.next().value();
    return last_ ? last_->page : "";
  }
  void record(PageState state) {
    const PageEntry known{last_->page,
                          {.state = state,
                           .input = last_->input,
                           .workflow = last_->workflow,
                           .attempts = last_->attempts + 1}};
    ASSERT_TRUE(ledger_.record("b", std::span(&known, 1)));
  }
  void begin() { queue_.begin(WorkPart::alone); }
  void leave_out() { queue_.leave_out(*last_); }
  bool end_claims_of_the_gone() { return presence_.end_claims_of_the_gone(ledger_).value(); }

 private:
  Ledger ledger_;
  RunPresence presence_;
  WorkPlanner planner_;
  WorkQueue queue_;
  std::optional<PageTask> last_;
};

TEST(WorkQueue, TwoRunsShareThePages) {
  const SmallArchive small(4);
  RunAtWork one(small);
  RunAtWork two(small);
  EXPECT_EQ(one.next(), "0001");
  EXPECT_EQ(two.next(), "0002");
  EXPECT_EQ(two.next(), "0003");
  EXPECT_EQ(one.next(), "0004");
  EXPECT_EQ(one.next(), "");
  EXPECT_EQ(two.next(), "");
}

TEST(WorkQueue, PageThatAnotherRunTriedSinceItWasPlannedIsLeftToIt) {
  const SmallArchive small(3);
  RunAtWork one(small);
  RunAtWork two(small);
  EXPECT_EQ(one.next(), "0001");  // from now on it has planned all
  EXPECT_EQ(two.next(), "0002");
  two.record(PageState::failed);
  EXPECT_EQ(one.next(), "0003");
  EXPECT_EQ(one.next(), "");
}

TEST(WorkQueue, PageThatFailedInThisRunIsNotTriedTwice) {
  const SmallArchive small(1);
  RunAtWork run(small);
  EXPECT_EQ(run.next(), "0001");
  run.record(PageState::failed);
  run.leave_out();
  run.begin();
  EXPECT_EQ(run.next(), "");
  RunAtWork later(small);
  EXPECT_EQ(later.next(), "0001");
}

TEST(WorkQueue, PageThatWasGivenUpIsNotTriedByLaterRuns) {
  const SmallArchive small(2);
  RunAtWork run(small);
  EXPECT_EQ(run.next(), "0001");
  run.record(PageState::quarantined);
  RunAtWork later(small);
  EXPECT_EQ(later.next(), "0002");
  EXPECT_EQ(later.next(), "");
}

TEST(RunPresence, ClaimsEndWithTheProcessThatHoldsThem) {
  const SmallArchive small(1);
  const pid_t other = ::fork();
  if (other == 0) {
    RunAtWork killed(small);
    ::_exit(killed.next() == "0001" ? 0 : 1);  // as a kill would: nothing is tidied up
  }
  int status = -1;
  ::waitpid(other, &status, 0);
  ASSERT_EQ(status, 0);
  RunAtWork run(small);
  EXPECT_EQ(run.next(), "");
  EXPECT_TRUE(run.end_claims_of_the_gone());
  run.begin();
  EXPECT_EQ(run.next(), "0001");
  EXPECT_FALSE(run.end_claims_of_the_gone());
}

TEST(RunPresence, RunsThatArePresentAreSeen) {
  const SmallArchive small(1);
  EXPECT_TRUE(fail_while_runs_are_present(small.archive));
  {
    const RunAtWork run(small);
    EXPECT_EQ(fail_while_runs_are_present(small.archive).error().code, ErrorCode::busy);
  }
  EXPECT_TRUE(fail_while_runs_are_present(small.archive));
}

}  // namespace
}  // namespace wenlan
