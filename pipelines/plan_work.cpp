// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/plan_work.h"

#include <utility>

#include <fmt/format.h>

#include "engine/base/sha256.h"

namespace wenlan {
namespace {

std::int64_t took_ms(const LedgerEntry& entry) {
  std::int64_t sum = 0;
  for (const StepTime& time : entry.times) sum += time.took_ms;
  return sum;
}

}  // namespace

std::string page_input(const std::string& scan_sha256, int frame) {
  return sha256_of(fmt::format("{}\n{}", scan_sha256, frame));
}

struct WorkPlanner::KnownPage {
  PageTask task;
  bool is_done = false;  // as wanted, and its file is there
};

Result<WorkPlanner> WorkPlanner::make(const Archive& archive,
                                      Ledger& ledger,
                                      const Workflows& wanted,
                                      PageSelection selection) {
  WorkPlanner planner(archive, ledger, std::move(selection));
  for (auto [kind, steps] : {std::pair{&planner.images_, &wanted.of_images},
                             std::pair{&planner.texts_, &wanted.of_texts}}) {
    const auto number = ledger.number_of(*steps);
    if (!number) return fail(number);
    *kind = {*number, *steps};
  }
  auto known = ledger.workflows();
  if (!known) return fail(known);
  planner.known_ = *std::move(known);
  return planner;
}

const WorkPlanner::Wanted& WorkPlanner::wanted_for(ScanKind kind) const {
  return kind == ScanKind::image ? images_ : texts_;
}

// Fills in whether anything is to be done, and why.
void WorkPlanner::look_at(KnownPage& page) const {
  PageTask& task = page.task;
  if (!task.known) return;
  const LedgerEntry& entry = *task.known;
  const Wanted& wanted = wanted_for(task.scan.kind);
  const bool same_input = entry.input == task.input;
  if (same_input && entry.workflow == task.workflow) {
    task.attempts = entry.attempts;
    task.is_given_up = entry.state == PageState::quarantined;
  }
  if (entry.state != PageState::done) {
    task.reason = WorkReason::failed_before;
  } else if (stamp_of(archive_->page_file(task.book, task.page)) == FileStamp{}) {
    task.reason = WorkReason::file_missing;
  } else if (!same_input) {
    task.reason = WorkReason::scan_changed;
  } else if (entry.workflow != task.workflow) {
    task.reason = WorkReason::step_changed;
    const auto known = known_.find(entry.workflow);
    const std::size_t first =
        first_step_to_do(known == known_.end() ? Workflow{} : known->second, wanted.steps);
    task.step = first < wanted.steps.size() ? wanted.steps[first].name : std::string();
  } else {
    page.is_done = true;
  }
}

Result<std::vector<WorkPlanner::KnownPage>> WorkPlanner::pages_of(const std::string& book) const {
  const auto scans = archive_->scans(book);
  if (!scans) return fail(scans);
  auto entries = ledger_->entries(book);
  if (!entries) return fail(entries);
  std::vector<KnownPage> pages;
  for (const PageSlot& slot : page_slots(*scans)) {
    KnownPage page{.task = {.book = book,
                            .page = slot.page,
                            .scan = *slot.scan,
                            .frame = slot.frame,
                            .input = page_input(slot.scan->sha256, slot.frame),
                            .workflow = wanted_for(slot.scan->kind).number}};
    if (const auto found = entries->find(slot.page); found != entries->end())
      page.task.known = std::move(found->second);
    look_at(page);
    pages.push_back(std::move(page));
  }
  return pages;
}

bool WorkPlanner::is_selected(const PageTask& task) const {
  return selection_.has(task.page, archive_->book_folder(task.book) / task.scan.file);
}

Result<WorkPlanner::BookWork> WorkPlanner::work_of(const std::string& book) const {
  auto pages = pages_of(book);
  if (!pages) return fail(pages);
  std::vector<PagePitches> pitches;
  for (const KnownPage& page : *pages)
    if (page.is_done) pitches.push_back(page.task.known->pitches);
  const auto grid = learn_book_grid(pitches);
  BookWork work;
  for (auto& [task, is_done] : *pages) {
    if (!is_selected(task)) continue;
    if (!is_done) {
      work.alone.push_back(std::move(task));
      continue;
    }
    const bool strays = grid && strays_from(*grid, task.known->pitches);
    const bool is_again = task.known->book_pitch != (strays ? grid->pitch : 0);
    if (is_again && task.known->page_sha256.empty()) {
      // Read alone once more: the same bytes show that nobody changed the file.
      task.reason = WorkReason::file_unknown;
      work.alone.push_back(std::move(task));
      continue;
    }
    ++work.done;
    work.timed += task.known->times.empty() ? 0 : 1;
    work.took_ms += took_ms(*task.known);
    if (!is_again) continue;
    if (strays) task.grid = grid;
    task.reason = WorkReason::book_tells_more;
    work.again.push_back(std::move(task));
  }
  return work;
}

}  // namespace wenlan
