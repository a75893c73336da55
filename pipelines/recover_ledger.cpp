// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/recover_ledger.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "engine/base/file.h"
#include "engine/base/sha256.h"
#include "engine/segment/book_grid.h"
#include "pipelines/plan_work.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;

// Reading through so many bytes takes about .1 s.
constexpr std::uintmax_t kReadThrough = 64 << 20;
constexpr int kSecondsToNanoseconds = 1'000'000'000;

fs::path backup_of(const Archive& archive) {
  return archive.root() / "ledger.backup.sqlite";
}

// With what SQLite keeps beside it. Gives the new name; empty where there was no ledger.
Result<fs::path> set_ledger_aside(const Archive& archive) {
  const fs::path file = archive.ledger_file();
  if (stamp_of(file) == FileStamp{}) return fs::path();
  fs::path aside;
  for (int number = 1; aside.empty() || fs::exists(aside); ++number)
    aside = archive.root() / fmt::format("ledger.set-aside-{}.sqlite", number);
  std::error_code status;
  for (const char* const part :
       {"-wal", "-shm"})  // the ledger last: killed before, it is still there
    if (fs::exists(file.string() + part, status))
      fs::rename(file.string() + part, aside.string() + part, status);
  if (!status) fs::rename(file, aside, status);
  if (status)
    return fail(error_code_of_errno(status.value()), printable_name(file), status.message());
  return aside;
}

// Adds pages that have a file and no entry.
class PageFileFolder {
 public:
  PageFileFolder(const Archive& archive, Ledger& ledger, Unknown unknown, Recovery& recovery)
      : archive_(archive), ledger_(ledger), unknown_(unknown), recovery_(recovery) {}

  Result<void> fold_in() {
    const auto books = archive_.books();
    if (!books) return fail(books);
    for (const BookRecord& book : *books)
      if (auto folded = fold_in_book(book.id); !folded) return folded;
    return {};
  }

 private:
  Result<void> fold_in_book(const std::string& book) {
    const auto pages = archive_.page_ids(book);
    if (!pages) return fail(pages);
    const auto known = ledger_.entries(book);
    if (!known) return fail(known);
    std::vector<PageEntry> found;
    for (const std::string& page : *pages) {
      if (known->contains(page)) continue;
      auto entry = entry_of(book, page);
      if (entry)
        found.push_back({page, *std::move(entry)});
      else
        recovery_.unreadable.push_back(entry.error());
    }
    recovery_.from_page_files += static_cast<int>(found.size());
    return ledger_.record(book, found);
  }

  Result<LedgerEntry> entry_of(const std::string& book, const std::string& id) {
    const auto page = archive_.page(book, id);
    if (!page) return fail(page);
    const auto workflow = ledger_.number_of(page->steps);
    if (!workflow) return fail(workflow);
    const fs::path file = archive_.page_file(book, id);
    const FileStamp stamp = stamp_of(file);
    LedgerEntry entry{.input = page_input(page->scan.sha256, page->scan.frame),
                      .workflow = *workflow,
                      .expected_cer = page->quality.expected_cer,
                      .pitches = pitches_of(page->layout),
                      .attempts = 1,
                      .ended_at = stamp.modified_ns / kSecondsToNanoseconds};
    if (unknown_ == Unknown::perhaps_corrected) return entry;
    auto digest = sha256_of_file(file);
    if (!digest) return fail(digest);
    entry.page_sha256 = *std::move(digest);
    entry.page_stamp = stamp;
    return entry;
  }

  const Archive& archive_;
  Ledger& ledger_;
  Unknown unknown_;
  Recovery& recovery_;
};

// Puts the backup in the ledger's place, if there is a whole one.
Result<bool> restore_backup(const Archive& archive) {
  if (stamp_of(backup_of(archive)) == FileStamp{}) return false;
  const auto backup = Ledger::open(backup_of(archive));
  if (!backup || !backup->check()) return false;
  if (auto copied = backup->back_up(archive.ledger_file()); !copied) return fail(copied);
  return true;
}

Result<Recovery> made_anew(const Archive& archive, bool with_backup, Unknown unknown) {
  Recovery recovery;
  auto aside = set_ledger_aside(archive);
  if (!aside) return fail(aside);
  recovery.set_aside = *std::move(aside);
  if (with_backup) {
    const auto restored = restore_backup(archive);
    if (!restored) return fail(restored);
    recovery.has_backup = *restored;
  }
  auto ledger = Ledger::open(archive.ledger_file());
  if (!ledger) return fail(ledger);
  // Claims of the time of the backup say nothing about now.
  const auto runs = ledger->claiming_runs();
  if (!runs) return fail(runs);
  for (const std::string& run : *runs)
    if (auto released = ledger->release(run); !released) return fail(released);
  if (auto folded = PageFileFolder(archive, *ledger, unknown, recovery).fold_in(); !folded)
    return fail(folded);
  return recovery;
}

bool is_damaged(const Result<Ledger>& ledger, const fs::path& file) {
  if (!ledger) return ledger.error().code == ErrorCode::bad_document;
  std::error_code absent;
  if (fs::file_size(file, absent) > kReadThrough) return false;
  const auto whole = ledger->check();
  return !whole && whole.error().code == ErrorCode::bad_document;
}

}  // namespace

Result<Recovery> rebuild_ledger(const Archive& archive, Unknown unknown) {
  return made_anew(archive, false, unknown);
}

Result<OpenedLedger> open_whole_ledger(const Archive& archive) {
  const bool is_lost =
      stamp_of(archive.ledger_file()) == FileStamp{} && stamp_of(backup_of(archive)) != FileStamp{};
  if (!is_lost) {
    auto ledger = Ledger::open(archive.ledger_file());
    if (!is_damaged(ledger, archive.ledger_file()))
      return std::move(ledger).map([](Ledger whole) { return OpenedLedger{std::move(whole), {}}; });
  }
  auto recovery = made_anew(archive, true, Unknown::perhaps_corrected);
  if (!recovery) return fail(recovery);
  return Ledger::open(archive.ledger_file()).map([&](Ledger ledger) {
    return OpenedLedger{std::move(ledger), *std::move(recovery)};
  });
}

Result<void> back_up_ledger(const Archive& archive, const Ledger& ledger) {
  return ledger.back_up(backup_of(archive));
}

}  // namespace wenlan
