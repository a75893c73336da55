// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/batch_ground.h"

#include <algorithm>
#include <utility>

namespace wenlan {
namespace {

Result<std::vector<std::string>> all_books(const Archive& archive) {
  const auto books = archive.books();
  if (!books) return fail(books);
  std::vector<std::string> ids;
  for (const BookRecord& book : *books) ids.push_back(book.id);
  return ids;
}

Result<std::vector<std::string>> chosen_books(const Archive& archive, const BatchOptions& options) {
  for (const auto* list : {&options.books, &options.priority})
    for (const std::string& id : *list)
      if (const auto book = archive.book(id); !book) return fail(book);
  auto books =
      options.books.empty() ? all_books(archive) : Result<std::vector<std::string>>(options.books);
  if (!books) return fail(books);
  std::stable_partition(books->begin(), books->end(), [&](const std::string& book) {
    return std::find(options.priority.begin(), options.priority.end(), book) !=
           options.priority.end();
  });
  return books;
}

}  // namespace

Result<BatchGround> open_batch_ground(const Archive& archive,
                                      const BatchOptions& options,
                                      const std::function<void(const BatchNews&)>& tell) {
  auto books = chosen_books(archive, options);
  if (!books) return fail(books);
  auto opened = open_whole_ledger(archive);
  if (!opened) return fail(opened);
  auto ledger = std::make_unique<Ledger>(std::move(opened->ledger));
  auto pages = PageSupervisor::start(options.pages);
  if (!pages) return fail(pages);
  tell({pages->ready().fallback_reason, std::move(opened->recovery)});
  auto planner = WorkPlanner::make(archive, *ledger, pages->ready().workflows, options.selection);
  if (!planner) return fail(planner);
  return BatchGround{std::move(ledger), *std::move(pages), *std::move(planner), *std::move(books)};
}

}  // namespace wenlan
