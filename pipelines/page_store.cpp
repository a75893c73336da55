// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/page_store.h"

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

}  // namespace

Result<BookTasks> open_tasks(const Archive& archive,
                             const Ledger& ledger,
                             const std::string& book,
                             const std::string& fingerprint) {
  const auto scans = archive.scans(book);
  if (!scans) return fail(scans);
  const auto entries = ledger.entries(book);
  if (!entries) return fail(entries);
  BookTasks open;
  for (const PageSlot& slot : page_slots(*scans)) {
    const auto known = entries->find(slot.page);
    const LedgerEntry* entry = known == entries->end() ? nullptr : &known->second;
    const auto digest = sha256_of_file(archive.page_file(book, slot.page));
    PageTask task{.book = book,
                  .page = slot.page,
                  .scan = *slot.scan,
                  .frame = slot.frame,
                  .key = key_of(slot, fingerprint)};
    const bool same_inputs = entry != nullptr && entry->key == task.key;
    if (same_inputs && entry->state == PageState::done && digest) {
      ++open.done_before;
      continue;
    }
    task.attempts = same_inputs ? entry->attempts : 0;
    task.is_ours = !digest || is_machine_made(digest, entry);
    open.tasks.push_back(std::move(task));
  }
  return open;
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
