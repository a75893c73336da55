// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/ledger.h"

#include <iterator>
#include <mutex>
#include <sstream>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include "engine/base/file.h"

namespace wenlan {
namespace {

constexpr int kWaitForLockMs = 30'000;

constexpr const char* kSchema = R"(
CREATE TABLE IF NOT EXISTS pages (
  book TEXT NOT NULL, page TEXT NOT NULL, state TEXT NOT NULL, key TEXT NOT NULL,
  page_sha256 TEXT NOT NULL, scan TEXT NOT NULL, step TEXT NOT NULL, code TEXT NOT NULL,
  message TEXT NOT NULL, expected_cer REAL NOT NULL, attempts INTEGER NOT NULL,
  took_ms INTEGER NOT NULL, ended_at INTEGER NOT NULL,
  pitches TEXT NOT NULL DEFAULT '', book_pitch REAL NOT NULL DEFAULT 0,
  PRIMARY KEY (book, page)) WITHOUT ROWID)";

constexpr const char* kInsert =
    "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

constexpr const char* kSelect =
    "SELECT page, state, key, page_sha256, scan, step, code, message, expected_cer, attempts, "
    "took_ms, ended_at, pitches, book_pitch FROM pages WHERE book = ?";

ErrorCode error_code_of_sqlite(int status) {
  switch (status & 0xFF) {
    case SQLITE_FULL:
      return ErrorCode::disk_full;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorCode::busy;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return ErrorCode::no_permission;
    default:
      return ErrorCode::io_failed;
  }
}

std::vector<float> floats_in(const std::string& text) {
  std::istringstream words(text);
  return {std::istream_iterator<float>(words), {}};
}

LedgerEntry entry_from(SQLite::Statement& row) {
  int column = 1;
  LedgerEntry entry;
  entry.state = row.getColumn(column++).getString() == "done" ? PageState::done : PageState::failed;
  for (std::string LedgerEntry::*text : {&LedgerEntry::key,
                                         &LedgerEntry::page_sha256,
                                         &LedgerEntry::scan,
                                         &LedgerEntry::step,
                                         &LedgerEntry::code,
                                         &LedgerEntry::message})
    entry.*text = row.getColumn(column++).getString();
  entry.expected_cer = static_cast<float>(row.getColumn(column++).getDouble());
  entry.attempts = row.getColumn(column++).getInt();
  entry.took_ms = row.getColumn(column++).getInt64();
  entry.ended_at = row.getColumn(column++).getInt64();
  entry.pitches = floats_in(row.getColumn(column++).getString());
  entry.book_pitch = row.getColumn(column).getDouble();
  return entry;
}

}  // namespace

class Ledger::Database {
 public:
  explicit Database(const std::filesystem::path& file)
      : database_(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kWaitForLockMs) {
    database_.exec("PRAGMA journal_mode = WAL");
    database_.exec("PRAGMA synchronous = NORMAL");
    database_.exec(kSchema);
    add_later_columns();
  }

  void record(const std::string& book, const std::string& page, const LedgerEntry& entry) {
    const std::lock_guard lock(mutex_);
    SQLite::Statement insert(database_, kInsert);
    int column = 1;
    insert.bind(column++, book);
    insert.bind(column++, page);
    insert.bind(column++, entry.state == PageState::done ? "done" : "failed");
    for (const std::string& text :
         {entry.key, entry.page_sha256, entry.scan, entry.step, entry.code, entry.message})
      insert.bind(column++, text);
    insert.bind(column++, static_cast<double>(entry.expected_cer));
    insert.bind(column++, entry.attempts);
    insert.bind(column++, entry.took_ms);
    insert.bind(column++, entry.ended_at);
    insert.bind(column++, fmt::format("{}", fmt::join(entry.pitches, " ")));
    insert.bind(column, entry.book_pitch);
    insert.exec();
  }

  std::map<std::string, LedgerEntry> entries(const std::string& book) {
    const std::lock_guard lock(mutex_);
    std::map<std::string, LedgerEntry> found;
    SQLite::Statement select(database_, kSelect);
    select.bind(1, book);
    while (select.executeStep()) found.emplace(select.getColumn(0).getString(), entry_from(select));
    return found;
  }

  template <class Call>
  auto guarded(Call call) -> Result<decltype(call())> {
    try {
      if constexpr (std::is_void_v<decltype(call())>) {
        call();
        return {};
      } else {
        return call();
      }
    } catch (const SQLite::Exception& error) {
      return fail(error_code_of_sqlite(error.getErrorCode()),
                  printable_name(database_.getFilename()),
                  error.what());
    }
  }

 private:
  // The first ledgers had no pitches.
  void add_later_columns() {
    constexpr const char* kLater =
        "SELECT count(*) FROM pragma_table_info('pages') WHERE name = 'pitches'";
    if (database_.execAndGet(kLater).getInt() > 0) return;
    database_.exec("ALTER TABLE pages ADD COLUMN pitches TEXT NOT NULL DEFAULT ''");
    database_.exec("ALTER TABLE pages ADD COLUMN book_pitch REAL NOT NULL DEFAULT 0");
  }

  std::mutex mutex_;
  SQLite::Database database_;
};

Ledger::Ledger(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

Result<Ledger> Ledger::open(const std::filesystem::path& file) {
  try {
    return Ledger(std::make_unique<Database>(file));
  } catch (const SQLite::Exception& error) {
    return fail(error_code_of_sqlite(error.getErrorCode()), printable_name(file), error.what());
  }
}

Result<void> Ledger::record(const std::string& book,
                            const std::string& page,
                            const LedgerEntry& entry) {
  return database_->guarded([&] { database_->record(book, page, entry); });
}

Result<std::map<std::string, LedgerEntry>> Ledger::entries(const std::string& book) const {
  return database_->guarded([&] { return database_->entries(book); });
}

}  // namespace wenlan
