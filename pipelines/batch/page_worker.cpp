// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/page_worker.h"

#include <chrono>
#include <mutex>
#include <optional>
#include <utility>

#include "engine/formats/page_xml.h"
#include "pipelines/text_book.h"

namespace wenlan {
namespace {

// How long each step took, from the names of those that begin.
class StepClock {
 public:
  void begin(std::string_view step) {
    end();
    times_.push_back({std::string(step), 0});
    begun_ = Clock::now();
  }
  // Time until the next step begins is nobody's.
  void end() {
    if (!begun_) return;
    const auto took = Clock::now() - *std::exchange(begun_, std::nullopt);
    times_.back().took_ms = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
  }
  std::vector<StepTime> times() {
    end();
    return std::move(times_);
  }

 private:
  using Clock = std::chrono::steady_clock;
  std::vector<StepTime> times_;
  std::optional<Clock::time_point> begun_;
};

// The observer, and the clock with it.
StepObserver with_clock(StepClock& clock, const StepObserver& observer) {
  return {.begin =
              [&](std::string_view step) {
                clock.begin(step);
                if (observer.begin) observer.begin(step);
              },
          .loaded =
              [&](std::int64_t pixels) {
                clock.end();
                if (observer.loaded) observer.loaded(pixels);
              }};
}

}  // namespace

// Remembers the text opened last: the pages of one text follow each other.
class PageWorker::TextShelf {
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

PageWorker::PageWorker(const Archive& archive, const PagePipeline& pipeline)
    : archive_(archive),
      pipeline_(pipeline),
      texts_(std::make_unique<TextShelf>()),
      scans_(std::make_unique<ScanGuard>()) {}
PageWorker::~PageWorker() = default;

tl::expected<Page, StepFailure> PageWorker::read(const PageTask& task,
                                                 const std::filesystem::path& file,
                                                 const std::stop_token& stop,
                                                 const StepObserver& observer) const {
  const PageOrigin origin{.page = task.page,
                          .file = task.scan.file.string(),
                          .frame = task.frame,
                          .sha256 = task.scan.sha256};
  if (task.scan.kind == ScanKind::image)
    return pipeline_.read_scan(file, origin, stop, task.grid, observer);
  auto text = texts_->page(file, task.frame);
  if (!text) return tl::unexpected(StepFailure{"load", text.error()});
  observer.begin("tag");
  return pipeline_.read_text(*std::move(text), origin);
}

PageOutcome PageWorker::work_on(const PageTask& task,
                                const std::stop_token& stop,
                                const StepObserver& observer) const {
  StepClock clock;
  const StepObserver with_times = with_clock(clock, observer);
  const auto file = archive_.book_folder(task.book) / task.scan.file;
  with_times.begin("check");
  const auto stamp = scans_->check(file, task.scan.sha256);
  if (!stamp) return tl::unexpected(StepFailure{"load", stamp.error()});
  const auto page = read(task, file, stop, with_times);
  if (!page) return tl::unexpected(page.error());
  with_times.begin("keep");
  if (const auto same = ScanGuard::check_unchanged(file, *stamp); !same)
    return tl::unexpected(StepFailure{"load", same.error()});
  auto kept = keep_page(archive_, task, to_page_xml(*page));
  if (!kept) return tl::unexpected(StepFailure{"keep", kept.error()});
  return PageDone{
      *std::move(kept), page->quality.expected_cer, pitches_of(page->layout), clock.times()};
}

}  // namespace wenlan
