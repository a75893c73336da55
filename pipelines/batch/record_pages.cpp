// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/record_pages.h"

#include <array>
#include <ctime>
#include <span>

#include <fmt/format.h>
#include <unistd.h>

namespace wenlan {
namespace {

// Failures that would meet every page alike.
bool ends_the_run(ErrorCode code) {
  return code == ErrorCode::disk_full || code == ErrorCode::missing_model ||
         code == ErrorCode::wrong_model;
}

// Failures that cost every run that tries the page a process.
bool gives_up_the_page(ErrorCode code) {
  return code == ErrorCode::crashed || code == ErrorCode::too_long ||
         code == ErrorCode::too_much_memory;
}

double pitch_of(const std::optional<BookGrid>& grid) {
  return grid ? grid->pitch : 0;
}

}  // namespace

std::string PageRecorder::name_of_host() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

LedgerEntry PageRecorder::done_entry(const PageTask& task, const PageDone& done) {
  const bool again = task.reason == WorkReason::book_tells_more;
  ++(again ? again_ : done_);
  in_a_row_ = 0;
  return {.input = task.input,
          .workflow = task.workflow,
          .page_sha256 = done.file.sha256,
          .page_stamp = done.file.stamp,
          .expected_cer = done.expected_cer,
          .pitches = again ? task.known->pitches : done.pitches,
          .book_pitch = pitch_of(task.grid),
          .times = done.times,
          .host = host_,
          .attempts = task.attempts + 1,
          .ended_at = std::time(nullptr)};
}

void PageRecorder::count_failure(const PageTask& task, const StepFailure& failure) {
  const bool alike = !failures_.empty() && failures_.back().step == failure.step &&
                     failures_.back().error.code == failure.error.code;
  in_a_row_ = alike && in_a_row_ > 0 ? in_a_row_ + 1 : 1;
  failures_.push_back({task.book, task.page, failure.step, failure.error});
  if (ends_the_run(failure.error.code))
    fatal_ = failure.error;
  else if (in_a_row_ == stop_after_)
    fatal_ = Error{ErrorCode::keeps_failing,
                   "wenlan run",
                   fmt::format("{}: {}", stop_after_, to_sentence(failure.error))};
}

std::optional<LedgerEntry> PageRecorder::failed_entry(const PageTask& task,
                                                      const StepFailure& failure) {
  count_failure(task, failure);
  const bool gives_up = gives_up_the_page(failure.error.code);
  if (task.reason == WorkReason::book_tells_more) {
    if (!gives_up) return std::nullopt;
    LedgerEntry as_read_alone = *task.known;
    as_read_alone.book_pitch = pitch_of(task.grid);
    return as_read_alone;
  }
  LedgerEntry entry{.state = gives_up ? PageState::quarantined : PageState::failed,
                    .input = task.input,
                    .workflow = task.workflow,
                    .host = host_,
                    .attempts = task.attempts + 1,
                    .ended_at = std::time(nullptr),
                    .failure = {failure.step,
                                std::string(kind_of(failure.error.code).name),
                                to_sentence(failure.error),
                                task.scan.name}};
  if (task.known) {  // the file that was written before is still there
    entry.page_sha256 = task.known->page_sha256;
    entry.page_stamp = task.known->page_stamp;
  }
  return entry;
}

void PageRecorder::record(const PageTask& task, const PageOutcome& outcome) {
  auto entry = outcome ? done_entry(task, *outcome) : failed_entry(task, outcome.error());
  auto recorded = Result<void>();
  if (entry) {
    const PageEntry known{task.page, *std::move(entry)};
    recorded = ledger_.record(task.book, std::span(&known, 1));
  } else {
    recorded = ledger_.release(task.book, task.page, run_);
  }
  if (!recorded) fatal_ = recorded.error();
}

}  // namespace wenlan
