// SPDX-License-Identifier: GPL-3.0-or-later
// What ran on which page, from what, and how it ended: ledger.sqlite (SQLite, WAL).
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.h"

namespace wenlan {

enum class PageState { done, failed };

// The last attempt on one page.
struct LedgerEntry {
  PageState state = PageState::done;
  std::string key;             // of the inputs: scan, frame, step versions, options, models
  std::string page_sha256;     // of the page file that was written; empty when failed
  std::string scan;            // the file as the user named it
  std::string step;            // where it failed; empty when done
  std::string code;            // ErrorKind::name; empty when done
  std::string message;         // one sentence; empty when done
  float expected_cer = 0;      // 0..1
  std::vector<float> pitches;  // of the page's registers, found on that page alone
  double book_pitch = 0;       // the grid of the book it was read with; 0: with none
  int attempts = 0;            // tries with this key, this one included
  std::int64_t took_ms = 0;
  std::int64_t ended_at = 0;  // seconds since 1970-01-01 UTC
};

// Safe in many threads; one row a page, replaced at each attempt. The page files are the truth:
// a lost ledger costs work, never a page.
class Ledger {
 public:
  // Makes the file when it is missing. Fails with io_failed, disk_full, busy.
  static Result<Ledger> open(const std::filesystem::path& file);
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;
  ~Ledger();

  Result<void> record(const std::string& book, const std::string& page, const LedgerEntry& entry);
  // By page id.
  Result<std::map<std::string, LedgerEntry>> entries(const std::string& book) const;

 private:
  class Database;
  explicit Ledger(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

}  // namespace wenlan
