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

// A page file is ours when the ledger wrote just these bytes. One the ledger does not know may be
// somebody's work.
bool is_machine_made(const Result<std::string>& digest_on_disk, const LedgerEntry* entry) {
  return entry != nullptr && entry->state == PageState::done && digest_on_disk &&
         *digest_on_disk == entry->page_sha256;
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
    const auto digest = sha256_of_file(archive.page_file(book, slot.page));
    KnownPage known{.task = {.book = book,
                             .page = slot.page,
                             .scan = *slot.scan,
                             .frame = slot.frame,
                             .key = key_of(slot, fingerprint)},
                    .entry = entry};
    const bool same_inputs = entry != nullptr && entry->key == known.task.key;
    known.is_done = same_inputs && entry->state == PageState::done && digest;
    known.task.attempts = same_inputs ? entry->attempts : 0;
    known.task.is_ours = !digest || is_machine_made(digest, entry);
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
    known.is_done ? void(++open.done_before) : open.tasks.push_back(std::move(known.task));
  });
  if (!visited) return fail(visited);
  return open;
}

Result<std::vector<PageTask>> tasks_with_grid(const Archive& archive,
                                              const Ledger& ledger,
                                              const std::string& book,
                                              const std::string& fingerprint) {
  std::vector<PagePitches> pitches;
  std::vector<std::pair<PageTask, double>> done;  // and the book's pitch it was read with
  const auto visited = visit_pages(archive, ledger, book, fingerprint, [&](KnownPage&& known) {
    if (!known.is_done) return;
    pitches.push_back(known.entry->pitches);
    done.emplace_back(std::move(known.task), known.entry->book_pitch);
  });
  if (!visited) return fail(visited);
  const auto grid = learn_book_grid(pitches);
  std::vector<PageTask> tasks;
  for (std::size_t i = 0; i < done.size(); ++i) {
    auto& [task, read_with] = done[i];
    if (grid && strays_from(*grid, pitches[i])) task.grid = grid;
    if (read_with == (task.grid ? task.grid->pitch : 0)) continue;
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
