// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/work_queue.h"

#include <iterator>
#include <span>
#include <utility>

namespace wenlan {
namespace {

// What is read again is another reading when the book says something else.
std::string name_of(const PageTask& task) {
  std::string name = task.book + '/' + task.page;
  if (task.reason == WorkReason::book_tells_more)
    name += '/' + (task.grid ? std::to_string(task.grid->pitch) : std::string());
  return name;
}

}  // namespace

void WorkQueue::begin(WorkPart part) {
  part_ = part;
  next_book_ = 0;
  tasks_.clear();
}

void WorkQueue::leave_out(const PageTask& task) {
  left_out_.insert(name_of(task));
}

Result<void> WorkQueue::plan_next_book() {
  auto work = planner_.work_of(books_[next_book_++]);
  if (!work) return fail(work);
  auto& planned = part_ == WorkPart::alone ? work->alone : work->again;
  tasks_.assign(std::move_iterator(planned.begin()), std::move_iterator(planned.end()));
  return {};
}

// False: another run has it, or had it since this one looked.
Result<bool> WorkQueue::take(const PageTask& task) {
  const auto taken = ledger_.claim(task.book, std::span(&task.page, 1), run_.id());
  if (!taken) return fail(taken);
  if (taken->empty()) return false;
  const auto now = ledger_.entry(task.book, task.page);
  if (!now) return fail(now);
  if (*now == task.known) return true;
  if (auto released = ledger_.release(task.book, task.page, run_.id()); !released)
    return fail(released);
  return false;
}

Result<std::optional<PageTask>> WorkQueue::next() {
  while (true) {
    if (tasks_.empty()) {
      if (next_book_ == books_.size()) return std::nullopt;
      if (auto planned = plan_next_book(); !planned) return fail(planned);
      continue;
    }
    PageTask task = std::move(tasks_.front());
    tasks_.pop_front();
    if (task.is_given_up && !retries_) continue;
    if (left_out_.contains(name_of(task))) continue;
    const auto taken = take(task);
    if (!taken) return fail(taken);
    if (!*taken) continue;
    return task;
  }
}

}  // namespace wenlan
