// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/page_store.h"

#include <functional>
#include <utility>

#include <fmt/format.h>

#include "engine/base/file.h"
#include "engine/base/sha256.h"

namespace wenlan {
namespace {

std::string key_of(const PageSlot& slot, const std::string& fingerprint) {
  return sha256_of(
      fmt::format("{}\n{}\n{}\n{}", slot.page, slot.scan->sha256, slot.frame, fingerprint));
}

// Whether a page file may be written: there is none, or the ledger wrote just these bytes. One the
// ledger does not know may be somebody's work.
bool is_ours(const std::filesystem::path& file, const LedgerEntry* entry) {
  const auto digest = sha256_of_file(file);
  return !digest ||
         (entry != nullptr && entry->state == PageState::done && *digest == entry->page_sha256);
}

// A page with what is known of it.
struct KnownPage {
  PageTask task;
  const LedgerEntry* entry = nullptr;  // null: never tried
  bool is_done = false;                // with the same inputs, and its file is there
};

Result<void> visit_pages(const Archive& archive,
                         const Ledger& ledger,
                         const std::string& book,
                         const std::string& fingerprint,
                         const std::function<void(KnownPage&&)>& visit) {
  const auto scans = archive.scans(book);
  if (!scans) return fail(scans);
  const auto entries = ledger.entries(book);
  if (!entries) return fail(entries);
  for (const PageSlot& slot : page_slots(*scans)) {
    const auto found = entries->find(slot.page);
    const LedgerEntry* entry = found == entries->end() ? nullptr : &found->second;
    KnownPage known{.task = {.book = book,
                             .page = slot.page,
                             .scan = *slot.scan,
                             .frame = slot.frame,
                             .key = key_of(slot, fingerprint)},
                    .entry = entry};
    const bool same_inputs = entry != nullptr && entry->key == known.task.key;
    known.is_done = same_inputs && entry->state == PageState::done &&
                    std::filesystem::is_regular_file(archive.page_file(book, slot.page));
    known.task.attempts = same_inputs ? entry->attempts : 0;
    visit(std::move(known));
  }
  return {};
}

}  // namespace

Result<BookTasks> open_tasks(const Archive& archive,
                             const Ledger& ledger,
                             const std::string& book,
                             const std::string& fingerprint) {
  BookTasks open;
  const auto visited = visit_pages(archive, ledger, book, fingerprint, [&](KnownPage&& known) {
    if (known.is_done) {
      ++open.done_before;
      return;
    }
    known.task.is_ours = is_ours(archive.page_file(book, known.task.page), known.entry);
    open.tasks.push_back(std::move(known.task));
  });
  if (!visited) return fail(visited);
  return open;
}

Result<std::vector<PageTask>> tasks_with_grid(const Archive& archive,
                                              const Ledger& ledger,
                                              const std::string& book,
                                              const std::string& fingerprint) {
  std::vector<PagePitches> pitches;
  std::vector<std::pair<PageTask, LedgerEntry>> done;
  const auto visited = visit_pages(archive, ledger, book, fingerprint, [&](KnownPage&& known) {
    if (!known.is_done) return;
    pitches.push_back(known.entry->pitches);
    done.emplace_back(std::move(known.task), *known.entry);
  });
  if (!visited) return fail(visited);
  const auto grid = learn_book_grid(pitches);
  std::vector<PageTask> tasks;
  for (std::size_t i = 0; i < done.size(); ++i) {
    auto& [task, entry] = done[i];
    if (grid && strays_from(*grid, pitches[i])) task.grid = grid;
    if (entry.book_pitch == (task.grid ? task.grid->pitch : 0)) continue;
    task.is_ours = is_ours(archive.page_file(book, task.page), &entry);
    task.again = true;
    task.pitches = std::move(pitches[i]);
    tasks.push_back(std::move(task));
  }
  return tasks;
}

Result<std::string> keep_page(const Archive& archive,
                              const PageTask& task,
                              const std::string& page_xml) {
  std::filesystem::path file = archive.page_file(task.book, task.page);
  const std::string digest = sha256_of(page_xml);
  if (!task.is_ours) {
    // Written by a run that was killed before it could say so: the same bytes are there already.
    if (const auto there = sha256_of_file(file); there && *there == digest) return digest;
    file.replace_extension(".machine.xml");
  }
  if (auto written = write_file_atomically(file, page_xml); !written) return fail(written);
  return digest;
}

}  // namespace wenlan
