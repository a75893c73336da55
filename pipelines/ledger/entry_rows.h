// SPDX-License-Identifier: GPL-3.0-or-later
// Readings as rows of ledger.sqlite. All calls throw SQLite::Exception.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "pipelines/ledger/ledger_entry.h"
#include "pipelines/workflow.h"

namespace wenlan {

// What a name is kept as. The number is given where the name is new, and stays.
std::int64_t number_of_book(SQLite::Database& database, const std::string& name);
std::int64_t number_of_workflow(SQLite::Database& database, const Workflow& workflow);

// Writes entries of one book; belongs into a transaction.
class EntryWriter {
 public:
  EntryWriter(SQLite::Database& database, const std::string& book);
  void write(const PageEntry& known);

 private:
  void write_entry(const std::string& page, const LedgerEntry& entry);
  void write_failure(const std::string& page, const PageFailure& failure);
  void drop(SQLite::Statement& statement, const std::string& page);
  std::int64_t number_of_host(const std::string& name);

  SQLite::Database& database_;
  std::int64_t book_;
  SQLite::Statement replace_;
  SQLite::Statement replace_failure_;
  SQLite::Statement drop_failure_;
  SQLite::Statement drop_claim_;
  std::map<std::string, std::int64_t> hosts_;
};

// Rows of a book, by page: bind its name.
extern const std::string kSelectEntriesOfBook;
// The row of a page: bind the names of its book and of the page.
extern const std::string kSelectEntry;
// Rows of all pages that are not done, by book and page; their book stands in kBookColumn.
extern const std::string kSelectEntriesNotDone;
inline constexpr int kBookColumn = 18;

// Of the row on which either of these selections stands.
PageEntry entry_from(SQLite::Statement& row);

}  // namespace wenlan
