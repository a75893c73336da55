// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/run_batch.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <mutex>

#include <tbb/parallel_for_each.h>
#include <tbb/task_arena.h>

#include "engine/base/file.h"
#include "engine/base/file_lock.h"
#include "engine/formats/page_xml.h"
#include "pipelines/ledger/ledger.h"
#include "pipelines/page_store.h"
#include "pipelines/plan_work.h"
#include "pipelines/text_book.h"

namespace wenlan {
namespace {

using Clock = std::chrono::steady_clock;

// Failures that would meet every page alike: the run ends instead of failing ten thousand times.
bool ends_the_run(ErrorCode code) {
  return code == ErrorCode::disk_full || code == ErrorCode::missing_model ||
         code == ErrorCode::wrong_model;
}

// Remembers the text opened last: the pages of one text follow each other.
class TextShelf {
 public:
  Result<Page> page(const std::filesystem::path& file, int frame) {
    const auto book = opened(file);
    if (!book) return fail(book);
    return (*book)->page(frame);
  }

 private:
  // Shared because another thread may still cut a page out of the text before this one.
  Result<std::shared_ptr<const TextBook>> opened(const std::filesystem::path& file) {
    const std::lock_guard lock(mutex_);
    if (book_ == nullptr || file != file_) {
      auto book = TextBook::open(file);
      if (!book) return fail(book);
      book_ = *std::move(book);
      file_ = file;
    }
    return book_;
  }

  std::mutex mutex_;
  std::filesystem::path file_;
  std::shared_ptr<const TextBook> book_;
};

class Batch {
 public:
  Batch(const Archive& archive,
        const PagePipeline& pipeline,
        Ledger& ledger,
        const WorkPlanner& planner,
        std::stop_token stop)
      : archive_(archive),
        pipeline_(pipeline),
        ledger_(ledger),
        planner_(planner),
        stop_(std::move(stop)) {}

  Result<void> plan(const std::vector<std::string>& books) {
    for (const std::string& book : books) {
      auto open = planner_.work_of(book);
      if (!open) return fail(open);
      report_.skipped += open->done_before;
      std::move(open->tasks.begin(), open->tasks.end(), std::back_inserter(tasks_));
    }
    return {};
  }

  // Every page alone, then those that the other pages of their book can help.
  Result<RunReport> run(const std::vector<std::string>& books,
                        int jobs,
                        const std::function<void(const RunProgress&)>& progress) {
    tbb::task_arena arena(jobs > 0 ? jobs : tbb::task_arena::automatic);
    work_on_all(arena, progress);
    report_.waiting = static_cast<int>(tasks_.size()) - report_.done - report_.failed;
    if (!must_end()) {
      if (auto planned = plan_again(books); !planned) return fail(planned);
      work_on_all(arena, progress);
    }
    if (fatal_) return tl::unexpected<Error>(*fatal_);
    report_.took_s = seconds_since_start();
    return report_;
  }

 private:
  Result<void> plan_again(const std::vector<std::string>& books) {
    read_alone_ = tasks_.size();
    tasks_.clear();
    for (const std::string& book : books) {
      auto tasks = planner_.work_with_grid(book);
      if (!tasks) return fail(tasks);
      std::move(tasks->begin(), tasks->end(), std::back_inserter(tasks_));
    }
    return {};
  }

  void work_on_all(tbb::task_arena& arena,
                   const std::function<void(const RunProgress&)>& progress) {
    arena.execute([&] {
      tbb::parallel_for_each(
          tasks_.begin(), tasks_.end(), [&](const PageTask& task) { work_on(task, progress); });
    });
  }

  void work_on(const PageTask& task, const std::function<void(const RunProgress&)>& progress) {
    if (must_end()) return;
    const auto begun = Clock::now();
    auto outcome = read_and_keep(task);
    if (!outcome && outcome.error().error.code == ErrorCode::stopped) return;
    const std::lock_guard lock(mutex_);
    settle(task,
           outcome,
           std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun).count());
    if (progress)
      progress({report_.done + report_.again,
                report_.failed,
                static_cast<int>(read_alone_ + tasks_.size()),
                seconds_since_start()});
  }

  struct Kept {
    KeptPage file;
    float expected_cer = 0;
    PagePitches pitches;
  };

  tl::expected<Kept, StepFailure> read_and_keep(const PageTask& task) {
    const auto page = read(task);
    if (!page) return tl::unexpected(page.error());
    auto kept = keep_page(archive_, task, to_page_xml(*page));
    if (!kept) return tl::unexpected(StepFailure{"keep", kept.error()});
    return Kept{*std::move(kept), page->quality.expected_cer, pitches_of(page->layout)};
  }

  tl::expected<Page, StepFailure> read(const PageTask& task) {
    const PageOrigin origin{.page = task.page,
                            .file = task.scan.file.string(),
                            .frame = task.frame,
                            .sha256 = task.scan.sha256};
    const auto file = archive_.book_folder(task.book) / task.scan.file;
    if (task.scan.kind == ScanKind::image)
      return pipeline_.read_scan(file, origin, stop_, task.grid);
    auto text = texts_.page(file, task.frame);
    if (!text) return tl::unexpected(StepFailure{"load", text.error()});
    return pipeline_.read_text(*std::move(text), origin);
  }

  void settle(const PageTask& task,
              const tl::expected<Kept, StepFailure>& outcome,
              std::int64_t took_ms) {
    const bool again = task.reason == WorkReason::book_tells_more;
    LedgerEntry entry{.input = task.input,
                      .workflow = task.workflow,
                      .times = {{"page", took_ms}},
                      .attempts = task.attempts + 1,
                      .ended_at = static_cast<std::int64_t>(std::time(nullptr))};
    if (outcome) {
      entry.page_sha256 = outcome->file.sha256;
      entry.page_stamp = outcome->file.stamp;
      entry.expected_cer = outcome->expected_cer;
      entry.pitches = again ? task.pitches : outcome->pitches;
      entry.book_pitch = task.grid ? task.grid->pitch : 0;
      ++(again ? report_.again : report_.done);
    } else {
      const auto& [step, error] = outcome.error();
      entry.state = PageState::failed;
      entry.failure = {
          step, std::string(kind_of(error.code).name), to_sentence(error), task.scan.name};
      report_.failures.push_back({task.book, task.page, step, error});
      ++report_.failed;
      if (ends_the_run(error.code)) fatal_ = error;
      if (again) return;  // what was read of the page alone stays
    }
    const PageEntry known{task.page, std::move(entry)};
    if (auto recorded = ledger_.record(task.book, std::span(&known, 1)); !recorded)
      fatal_ = recorded.error();
  }

  bool must_end() {
    if (stop_.stop_requested()) return true;
    const std::lock_guard lock(mutex_);
    return fatal_.has_value();
  }

  double seconds_since_start() const {
    return std::chrono::duration<double>(Clock::now() - start_).count();
  }

  const Archive& archive_;
  const PagePipeline& pipeline_;
  Ledger& ledger_;
  const WorkPlanner& planner_;
  const std::stop_token stop_;
  const Clock::time_point start_ = Clock::now();
  std::vector<PageTask> tasks_;
  std::size_t read_alone_ = 0;
  TextShelf texts_;
  std::mutex mutex_;  // report_, fatal_ and the ledger's order
  RunReport report_;
  std::optional<Error> fatal_;
};

Result<std::vector<std::string>> chosen_books(const Archive& archive,
                                              const std::vector<std::string>& wanted) {
  std::vector<std::string> ids;
  if (!wanted.empty()) {
    for (const std::string& id : wanted)
      if (const auto book = archive.book(id); !book) return fail(book);
    return wanted;
  }
  const auto books = archive.books();
  if (!books) return fail(books);
  for (const BookRecord& book : *books) ids.push_back(book.id);
  return ids;
}

}  // namespace

Result<RunReport> run_batch(const Archive& archive,
                            const PagePipeline& pipeline,
                            const RunOptions& options,
                            std::stop_token stop,
                            const std::function<void(const RunProgress&)>& progress) {
  const auto lock = FileLock::take(archive.root() / ".run.lock");
  if (!lock) return fail(lock);
  const auto books = chosen_books(archive, options.books);
  if (!books) return fail(books);
  auto ledger = Ledger::open(archive.ledger_file());
  if (!ledger) return fail(ledger);
  const auto planner = WorkPlanner::make(archive, *ledger, pipeline.workflows());
  if (!planner) return fail(planner);
  Batch batch(archive, pipeline, *ledger, *planner, std::move(stop));
  if (auto planned = batch.plan(*books); !planned) return fail(planned);
  return batch.run(*books, options.jobs, progress);
}

}  // namespace wenlan
