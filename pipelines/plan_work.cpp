// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/plan_work.h"

#include <utility>

#include <fmt/format.h>

#include "engine/base/sha256.h"

namespace wenlan {
namespace {

std::string input_of(const PageSlot& slot) {
  return sha256_of(fmt::format("{}\n{}", slot.scan->sha256, slot.frame));
}

// Whether a page file may be written: there is none, or the ledger wrote just these bytes. One the
// ledger does not know may be somebody's work.
bool is_ours(const std::filesystem::path& file, const LedgerEntry* known) {
  const auto digest = sha256_of_file(file);
  return !digest ||
         (known != nullptr && known->state == PageState::done && *digest == known->page_sha256);
}

}  // namespace

// A page with what is known of it.
struct WorkPlanner::KnownPage {
  PageTask task;
  std::optional<LedgerEntry> entry;  // empty: never tried
  bool is_done = false;              // as wanted, and its file is there
};

Result<WorkPlanner> WorkPlanner::make(const Archive& archive,
                                      Ledger& ledger,
                                      const Workflows& wanted) {
  WorkPlanner planner(archive, ledger);
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
  if (!page.entry) return;
  const LedgerEntry& entry = *page.entry;
  const Wanted& wanted = wanted_for(task.scan.kind);
  const bool same_input = entry.input == task.input;
  if (same_input && entry.workflow == task.workflow) task.attempts = entry.attempts;
  if (entry.state != PageState::done) {
    task.reason = WorkReason::failed_before;
  } else if (!std::filesystem::is_regular_file(archive_->page_file(task.book, task.page))) {
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
                            .input = input_of(slot),
                            .workflow = wanted_for(slot.scan->kind).number}};
    if (const auto found = entries->find(slot.page); found != entries->end())
      page.entry = std::move(found->second);
    look_at(page);
    pages.push_back(std::move(page));
  }
  return pages;
}

Result<WorkPlanner::BookWork> WorkPlanner::work_of(const std::string& book) const {
  auto pages = pages_of(book);
  if (!pages) return fail(pages);
  BookWork work;
  for (KnownPage& page : *pages) {
    if (page.is_done) {
      ++work.done_before;
      continue;
    }
    page.task.is_ours =
        is_ours(archive_->page_file(book, page.task.page), page.entry ? &*page.entry : nullptr);
    work.tasks.push_back(std::move(page.task));
  }
  return work;
}

Result<std::vector<PageTask>> WorkPlanner::work_with_grid(const std::string& book) const {
  auto pages = pages_of(book);
  if (!pages) return fail(pages);
  std::erase_if(*pages, [](const KnownPage& page) { return !page.is_done; });
  std::vector<PagePitches> pitches;
  for (const KnownPage& page : *pages) pitches.push_back(page.entry->pitches);
  const auto grid = learn_book_grid(pitches);
  std::vector<PageTask> tasks;
  for (KnownPage& page : *pages) {
    PageTask& task = page.task;
    if (grid && strays_from(*grid, page.entry->pitches)) task.grid = grid;
    if (page.entry->book_pitch == (task.grid ? task.grid->pitch : 0)) continue;
    task.reason = WorkReason::book_tells_more;
    task.is_ours = is_ours(archive_->page_file(book, task.page), &*page.entry);
    task.pitches = std::move(page.entry->pitches);
    tasks.push_back(std::move(task));
  }
  return tasks;
}

}  // namespace wenlan
