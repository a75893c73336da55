// SPDX-License-Identifier: GPL-3.0-or-later
// What ran on which page, from what, and how it ended: ledger.sqlite (SQLite, WAL). The page files
// are the truth; a lost ledger costs work, never a page.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "pipelines/ledger/ledger_entry.h"
#include "pipelines/workflow.h"

namespace wenlan {

// Safe in many threads, and in many processes of one machine. Every call fails with io_failed,
// disk_full, no_permission, busy, archive_too_new or bad_document (a damaged file).
class Ledger {
 public:
  // Makes the file when it is missing, and brings those of an older Wenlan up to date.
  static Result<Ledger> open(const std::filesystem::path& file);
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;
  ~Ledger();

  // The number that stands for these steps in this ledger, for ever.
  Result<std::int64_t> number_of(const Workflow& workflow);
  Result<std::map<std::int64_t, Workflow>> workflows() const;

  // In one transaction: all of them or none. What was known of these pages is replaced, and claims
  // to them end.
  Result<void> record(const std::string& book, std::span<const PageEntry> entries);
  // Of all pages of a book, by page id.
  Result<std::map<std::string, LedgerEntry>> entries(const std::string& book) const;
  // Empty where the page was never tried.
  Result<std::optional<LedgerEntry>> entry(const std::string& book, const std::string& page) const;
  // Of all pages that are not done, in all books: visit(book, page, entry), by book and page.
  using Visit = std::function<void(const std::string&, const std::string&, const LedgerEntry&)>;
  Result<void> visit_not_done(const Visit& visit) const;

  // Takes for `run` those of `pages` that no run has taken, and gives them, in the order given.
  Result<std::vector<std::string>> claim(const std::string& book,
                                         std::span<const std::string> pages,
                                         const std::string& run);
  Result<void> release(const std::string& run);
  Result<void> release(const std::string& book, const std::string& page, const std::string& run);
  // Runs that hold claims.
  Result<std::vector<std::string>> claiming_runs() const;

  // A whole copy as of now, written beside `file`, synced and renamed over it; others may go on
  // writing.
  Result<void> back_up(const std::filesystem::path& file) const;
  // Reads every page of the file, as SQLite's quick_check does.
  Result<void> check() const;

 private:
  class Database;
  explicit Ledger(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

}  // namespace wenlan
