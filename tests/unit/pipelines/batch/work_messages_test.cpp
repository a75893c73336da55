// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/work_messages.h"

#include <gtest/gtest.h>

namespace wenlan {
namespace {

template <class Message>
Message sent(const Message& message) {
  const std::string line = to_line(WorkerMessage(message));
  EXPECT_EQ(line.find('\n'), std::string::npos);
  return std::get<Message>(worker_message_from(line).value());
}

TEST(WorkMessages, TaskArrivesWithWhatReadingAndKeepingNeed) {
  const PageTask task{
      .book = "志",
      .page = "0007",
      .scan = {.file = "scans/\xFF.tif", .name = "a\"b", .sha256 = "00", .frames = 9},
      .frame = 3,
      .known = LedgerEntry{.page_sha256 = "11", .page_stamp = {5, 7}},
      .grid = BookGrid{52.25}};
  const TaskMessage arrived = task_message_from(to_line(TaskMessage{12, task})).value();
  EXPECT_EQ(arrived.id, 12U);
  EXPECT_EQ(arrived.task.book, task.book);
  EXPECT_EQ(arrived.task.scan, task.scan);
  EXPECT_EQ(arrived.task.frame, 3);
  EXPECT_EQ(arrived.task.grid, task.grid);
  EXPECT_EQ(arrived.task.known->page_sha256, "11");
  EXPECT_EQ(arrived.task.known->page_stamp, task.known->page_stamp);
}

TEST(WorkMessages, NewPageHasNothingKnown) {
  EXPECT_FALSE(task_message_from(to_line(TaskMessage{1, {.page = "0001"}}))->task.known);
}

TEST(WorkMessages, WorkflowsArriveWhole) {
  const Step step{"load", "1", "aa", "m 01"};
  const auto ready =
      sent(WorkerReady{{{step, step}, {step}}, Error{ErrorCode::missing_model, "s", "d"}});
  EXPECT_EQ(ready.workflows.of_images.size(), 2U);
  EXPECT_EQ(ready.workflows.of_texts.at(0), step);
  EXPECT_EQ(ready.fallback_reason->code, ErrorCode::missing_model);
}

TEST(WorkMessages, EndingsArriveWhole) {
  const PageDone done{{"ab", {3, 4}}, .25F, {52.5F, 26}, {{"load", 12}}};
  const auto ended = sent(PageEnded{3, done});
  EXPECT_EQ(ended.task, 3U);
  EXPECT_EQ(ended.outcome->file.stamp, done.file.stamp);
  EXPECT_EQ(ended.outcome->pitches, done.pitches);
  EXPECT_EQ(ended.outcome->times, done.times);
  const StepFailure failure{"load", {ErrorCode::damaged_file, "坏.jpg", "\xFF cut off"}};
  EXPECT_EQ(sent(PageEnded{4, tl::unexpected(failure)}).outcome.error().error.code,
            ErrorCode::damaged_file);
  EXPECT_EQ(sent(StepBegun{5, "segment"}).step, "segment");
  EXPECT_EQ(sent(TaskCrashed{6, 11}).signal, 11);
}

TEST(WorkMessages, HalfALineIsAnError) {
  const std::string line = to_line(WorkerMessage(StepBegun{5, "segment"}));
  EXPECT_EQ(worker_message_from(line.substr(0, line.size() - 2)).error().code,
            ErrorCode::bad_document);
  EXPECT_EQ(worker_message_from("{\"is\":\"step\"}").error().code, ErrorCode::bad_document);
  EXPECT_EQ(task_message_from("{}").error().code, ErrorCode::bad_document);
}

}  // namespace
}  // namespace wenlan
