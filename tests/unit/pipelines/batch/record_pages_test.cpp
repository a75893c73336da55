// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/record_pages.h"

#include <gtest/gtest.h>

#include "tests/unit/pipelines/small_archive.h"

namespace wenlan {
namespace {

class RecordPages : public testing::Test {
 protected:
  PageTask task(const std::string& page) {
    return {.book = "b", .page = page, .scan = {.name = "冊.jpg"}, .workflow = workflow_};
  }
  static PageOutcome failure(ErrorCode code, const std::string& step = "load") {
    return tl::unexpected(StepFailure{step, {code, "冊.jpg", {}}});
  }
  LedgerEntry entry(const std::string& page) { return *small_.ledger.entry("b", page).value(); }

  SmallArchive small_{3};
  const std::int64_t workflow_ = small_.ledger.number_of({{"load", "1", "", ""}}).value();
  PageRecorder recorder_{small_.ledger, "run", 3};
};

TEST_F(RecordPages, FailuresAlikeInARowEndTheRunAndSayWhy) {
  for (const char* page : {"0001", "0002"})
    recorder_.record(task(page), failure(ErrorCode::io_failed));
  EXPECT_FALSE(recorder_.fatal());
  recorder_.record(task("0003"), failure(ErrorCode::io_failed));
  ASSERT_TRUE(recorder_.fatal());
  EXPECT_EQ(recorder_.fatal()->code, ErrorCode::keeps_failing);
  EXPECT_NE(recorder_.fatal()->detail.find("冊.jpg"), std::string::npos);
}

TEST_F(RecordPages, AGoodPageOrAnotherFailureBeginsTheCountAnew) {
  recorder_.record(task("0001"), failure(ErrorCode::io_failed));
  recorder_.record(task("0001"), failure(ErrorCode::io_failed));
  recorder_.record(task("0002"), PageDone{});
  recorder_.record(task("0001"), failure(ErrorCode::io_failed));
  recorder_.record(task("0001"), failure(ErrorCode::io_failed));
  recorder_.record(task("0001"), failure(ErrorCode::io_failed, "keep"));
  recorder_.record(task("0001"), failure(ErrorCode::damaged_file, "keep"));
  EXPECT_FALSE(recorder_.fatal());
  EXPECT_EQ(recorder_.failures().size(), 6U);
}

TEST_F(RecordPages, FullDiskEndsTheRunAtOnce) {
  recorder_.record(task("0001"), failure(ErrorCode::disk_full, "keep"));
  EXPECT_EQ(recorder_.fatal()->code, ErrorCode::disk_full);
}

TEST_F(RecordPages, PageThatEndsItsProcessIsQuarantinedAndOtherFailuresAreNot) {
  recorder_.record(task("0001"), failure(ErrorCode::crashed, "segment"));
  recorder_.record(task("0002"), failure(ErrorCode::damaged_file));
  EXPECT_EQ(entry("0001").state, PageState::quarantined);
  EXPECT_EQ(entry("0001").failure.step, "segment");
  EXPECT_EQ(entry("0001").failure.scan, "冊.jpg");
  EXPECT_EQ(entry("0002").state, PageState::failed);
}

TEST_F(RecordPages, FileOfAnEarlierReadingStaysKnownWhenANewOneFails) {
  PageTask again = task("0001");
  again.known = LedgerEntry{.page_sha256 = "00ff", .page_stamp = {4, 5}};
  recorder_.record(again, failure(ErrorCode::io_failed));
  EXPECT_EQ(entry("0001").page_sha256, "00ff");
  EXPECT_EQ(entry("0001").page_stamp, (FileStamp{4, 5}));
}

TEST_F(RecordPages, ReadingAloneStandsWhereReadingWithTheBookFails) {
  PageTask again = task("0001");
  again.known = LedgerEntry{.input = "00", .workflow = workflow_, .pitches = {50}};
  again.reason = WorkReason::book_tells_more;
  again.grid = BookGrid{100};
  recorder_.record(again, failure(ErrorCode::io_failed));
  EXPECT_FALSE(small_.ledger.entry("b", "0001").value());  // as it was
  recorder_.record(again, failure(ErrorCode::crashed));
  EXPECT_EQ(entry("0001").state, PageState::done);
  EXPECT_EQ(entry("0001").book_pitch, 100);  // that grid is not tried again
}

}  // namespace
}  // namespace wenlan
