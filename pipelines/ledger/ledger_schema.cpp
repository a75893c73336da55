// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/ledger/ledger_schema.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "engine/base/hex.h"

namespace wenlan {
namespace {

// Names that stand in millions of rows are numbers there.
constexpr const char* kTables = R"(
CREATE TABLE books (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE hosts (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE workflows (id INTEGER PRIMARY KEY, steps TEXT NOT NULL UNIQUE);
CREATE TABLE entries (
  book INTEGER NOT NULL REFERENCES books, page TEXT NOT NULL, state INTEGER NOT NULL,
  input BLOB NOT NULL, workflow INTEGER NOT NULL REFERENCES workflows, page_sha256 BLOB NOT NULL,
  size INTEGER NOT NULL, modified_ns INTEGER NOT NULL, expected_cer REAL NOT NULL,
  pitches TEXT NOT NULL, book_pitch REAL NOT NULL, times TEXT NOT NULL,
  host INTEGER NOT NULL REFERENCES hosts, attempts INTEGER NOT NULL, ended_at INTEGER NOT NULL,
  PRIMARY KEY (book, page)) WITHOUT ROWID;
CREATE INDEX entries_not_done ON entries (book, page) WHERE state <> 0;
CREATE TABLE failures (
  book INTEGER NOT NULL REFERENCES books, page TEXT NOT NULL, step TEXT NOT NULL,
  code TEXT NOT NULL, message TEXT NOT NULL, scan TEXT NOT NULL,
  PRIMARY KEY (book, page)) WITHOUT ROWID;
CREATE TABLE claims (
  book INTEGER NOT NULL REFERENCES books, page TEXT NOT NULL, run TEXT NOT NULL,
  PRIMARY KEY (book, page)) WITHOUT ROWID)";

// The first ledgers had one table; the digests in it are text.
constexpr const char* kOldTable =
    "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'pages'";
// The keys in it cannot be taken apart: such a page is known by the bytes of its file, and read
// again when its turn comes.
constexpr const char* kFromOldTable = R"(
INSERT INTO books (name) SELECT DISTINCT book FROM pages;
INSERT INTO hosts (name) VALUES ('');
INSERT INTO workflows (steps) VALUES ('[]');
INSERT INTO entries
  SELECT books.id, page, CASE state WHEN 'done' THEN 0 ELSE 1 END, x'', workflows.id,
         bytes_of_digits(page_sha256), -1, 0, expected_cer, pitches, book_pitch, '', hosts.id,
         attempts, ended_at
  FROM pages JOIN books ON books.name = pages.book, workflows, hosts;
INSERT INTO failures
  SELECT books.id, page, step, code, message, scan FROM pages JOIN books ON books.name = pages.book
  WHERE state <> 'done';
DROP TABLE pages)";

// SQLite's own unhex() is younger than the SQLite that long-lived distributions have.
void bytes_of_digits(sqlite3_context* context, int /*count*/, sqlite3_value** values) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
  const std::string bytes = bytes_of_hex(text == nullptr ? "" : text);
  sqlite3_result_blob(context, bytes.data(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
}

void take_over_first_ledger(SQLite::Database& database) {
  if (database.execAndGet(kOldTable).getInt() == 0) return;
  database.createFunction(
      "bytes_of_digits", 1, true, nullptr, bytes_of_digits, nullptr, nullptr, nullptr);
  database.exec(kFromOldTable);
}

}  // namespace

void prepare_ledger(SQLite::Database& database) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  if (version == kLedgerVersion) return;
  if (version > kLedgerVersion)
    throw SQLite::Exception("the ledger was made by a newer Wenlan", SQLITE_MISMATCH);
  database.exec(kTables);
  take_over_first_ledger(database);
  database.exec(fmt::format("PRAGMA user_version = {}", kLedgerVersion));
  transaction.commit();
}

}  // namespace wenlan
