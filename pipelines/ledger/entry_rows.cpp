// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/ledger/entry_rows.h"

#include <fmt/format.h>

#include "engine/base/hex.h"
#include "pipelines/ledger/written_values.h"

namespace wenlan {
namespace {

constexpr const char* kReplaceEntry =
    "INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* kReplaceFailure = "INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?, ?, ?)";
constexpr const char* kDropFailure = "DELETE FROM failures WHERE book = ? AND page = ?";
constexpr const char* kDropClaim = "DELETE FROM claims WHERE book = ? AND page = ?";

// The number of a name in one of the tables of names, which gets it where it is new.
std::int64_t number_in(SQLite::Database& database,
                       const char* table,
                       const char* field,
                       const std::string& name) {
  SQLite::Statement find(database, fmt::format("SELECT id FROM {} WHERE {} = ?", table, field));
  find.bind(1, name);
  if (find.executeStep()) return find.getColumn(0).getInt64();
  SQLite::Statement add(database, fmt::format("INSERT INTO {} ({}) VALUES (?)", table, field));
  add.bind(1, name);
  add.exec();
  return database.getLastInsertRowid();
}

std::string hex_in(const SQLite::Column& column) {
  return hex_of(
      {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())});
}

void bind_bytes(SQLite::Statement& statement, int place, const std::string& digits) {
  const std::string bytes = bytes_of_hex(digits);
  statement.bind(place, bytes.data(), static_cast<int>(bytes.size()));
}

}  // namespace

// The columns are those that entry_from takes, in its order.
const std::string kSelectEntriesOfBook = R"(
SELECT entries.page, state, input, workflow, page_sha256, size, modified_ns, expected_cer, pitches,
       book_pitch, times, hosts.name, attempts, ended_at, step, code, message, scan
FROM entries JOIN hosts ON hosts.id = host
  LEFT JOIN failures ON failures.book = entries.book AND failures.page = entries.page
WHERE entries.book = (SELECT id FROM books WHERE name = ?))";
const std::string kSelectEntry = kSelectEntriesOfBook + " AND entries.page = ?";
const std::string kSelectEntriesNotDone = R"(
SELECT entries.page, state, input, workflow, page_sha256, size, modified_ns, expected_cer, pitches,
       book_pitch, times, hosts.name, attempts, ended_at, step, code, message, scan, books.name
FROM entries INDEXED BY entries_not_done JOIN hosts ON hosts.id = host
  JOIN books ON books.id = entries.book
  LEFT JOIN failures ON failures.book = entries.book AND failures.page = entries.page
WHERE state <> 0 ORDER BY books.name, entries.page)";

PageEntry entry_from(SQLite::Statement& row) {
  int place = 0;
  const auto next = [&] { return row.getColumn(place++); };
  PageEntry found{.page = next().getString()};
  LedgerEntry& entry = found.entry;
  entry.state = static_cast<PageState>(next().getInt());
  entry.input = hex_in(next());
  entry.workflow = next().getInt64();
  entry.page_sha256 = hex_in(next());
  entry.page_stamp.size = next().getInt64();
  entry.page_stamp.modified_ns = next().getInt64();
  entry.expected_cer = static_cast<float>(next().getDouble());
  entry.pitches = pitches_from(next().getString());
  entry.book_pitch = next().getDouble();
  entry.times = times_from(next().getString());
  entry.host = next().getString();
  entry.attempts = next().getInt();
  entry.ended_at = next().getInt64();
  for (std::string PageFailure::*word :
       {&PageFailure::step, &PageFailure::code, &PageFailure::message, &PageFailure::scan})
    entry.failure.*word = next().getString();
  return found;
}

std::int64_t number_of_book(SQLite::Database& database, const std::string& name) {
  return number_in(database, "books", "name", name);
}

std::int64_t number_of_workflow(SQLite::Database& database, const Workflow& workflow) {
  return number_in(database, "workflows", "steps", text_of(workflow));
}

EntryWriter::EntryWriter(SQLite::Database& database, const std::string& book)
    : database_(database),
      book_(number_of_book(database, book)),
      replace_(database, kReplaceEntry),
      replace_failure_(database, kReplaceFailure),
      drop_failure_(database, kDropFailure),
      drop_claim_(database, kDropClaim) {}

void EntryWriter::write(const PageEntry& known) {
  write_entry(known.page, known.entry);
  if (known.entry.state == PageState::done)
    drop(drop_failure_, known.page);
  else
    write_failure(known.page, known.entry.failure);
  drop(drop_claim_, known.page);
}

void EntryWriter::write_entry(const std::string& page, const LedgerEntry& entry) {
  int place = 0;
  replace_.reset();
  replace_.bind(++place, book_);
  replace_.bind(++place, page);
  replace_.bind(++place, static_cast<int>(entry.state));
  bind_bytes(replace_, ++place, entry.input);
  replace_.bind(++place, entry.workflow);
  bind_bytes(replace_, ++place, entry.page_sha256);
  replace_.bind(++place, entry.page_stamp.size);
  replace_.bind(++place, entry.page_stamp.modified_ns);
  replace_.bind(++place, static_cast<double>(entry.expected_cer));
  replace_.bind(++place, text_of(entry.pitches));
  replace_.bind(++place, entry.book_pitch);
  replace_.bind(++place, text_of(entry.times));
  replace_.bind(++place, number_of_host(entry.host));
  replace_.bind(++place, entry.attempts);
  replace_.bind(++place, entry.ended_at);
  replace_.exec();
}

void EntryWriter::write_failure(const std::string& page, const PageFailure& failure) {
  int place = 0;
  replace_failure_.reset();
  replace_failure_.bind(++place, book_);
  for (const std::string& word : {page, failure.step, failure.code, failure.message, failure.scan})
    replace_failure_.bind(++place, word);
  replace_failure_.exec();
}

void EntryWriter::drop(SQLite::Statement& statement, const std::string& page) {
  statement.reset();
  statement.bind(1, book_);
  statement.bind(2, page);
  statement.exec();
}

std::int64_t EntryWriter::number_of_host(const std::string& name) {
  const auto known = hosts_.find(name);
  if (known != hosts_.end()) return known->second;
  return hosts_[name] = number_in(database_, "hosts", "name", name);
}

}  // namespace wenlan
