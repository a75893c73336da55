// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/ledger/ledger.h"

#include <mutex>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include "engine/base/file.h"
#include "pipelines/ledger/entry_rows.h"
#include "pipelines/ledger/ledger_schema.h"
#include "pipelines/ledger/sqlite_error.h"
#include "pipelines/ledger/written_values.h"

namespace wenlan {
namespace {

constexpr int kWaitForLockMs = 30'000;

}  // namespace

class Ledger::Database {
 public:
  explicit Database(const std::filesystem::path& file)
      : file_(file),
        connection_(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kWaitForLockMs) {
    connection_.exec("PRAGMA journal_mode = WAL");
    connection_.exec("PRAGMA synchronous = NORMAL");
    prepare_ledger(connection_);
  }

  // Calls with the connection, alone; what SQLite throws becomes an error that names the file.
  template <class Call>
  auto with(Call call) -> Result<decltype(call(std::declval<SQLite::Database&>()))> {
    const std::lock_guard lock(mutex_);
    try {
      if constexpr (std::is_void_v<decltype(call(connection_))>) {
        call(connection_);
        return {};
      } else {
        return call(connection_);
      }
    } catch (const SQLite::Exception& error) {
      return fail(error_code_of_sqlite(error.getErrorCode()), printable_name(file_), error.what());
    }
  }

 private:
  std::filesystem::path file_;
  std::mutex mutex_;
  SQLite::Database connection_;
};

namespace {

// Takes effect as a whole, or not at all where `call` throws.
template <class Call>
auto in_transaction(SQLite::Database& database, Call call) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  if constexpr (std::is_void_v<decltype(call())>) {
    call();
    transaction.commit();
  } else {
    auto answer = call();
    transaction.commit();
    return answer;
  }
}

std::vector<std::string> first_column(SQLite::Statement& select) {
  std::vector<std::string> values;
  while (select.executeStep()) values.push_back(select.getColumn(0).getString());
  return values;
}

}  // namespace

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

Result<std::int64_t> Ledger::number_of(const Workflow& workflow) {
  return database_->with([&](SQLite::Database& database) {
    return in_transaction(database, [&] { return number_of_workflow(database, workflow); });
  });
}

Result<std::map<std::int64_t, Workflow>> Ledger::workflows() const {
  return database_->with([&](SQLite::Database& database) {
    std::map<std::int64_t, Workflow> found;
    SQLite::Statement select(database, "SELECT id, steps FROM workflows");
    while (select.executeStep())
      found.emplace(select.getColumn(0).getInt64(), workflow_from(select.getColumn(1).getString()));
    return found;
  });
}

Result<void> Ledger::record(const std::string& book, std::span<const PageEntry> entries) {
  return database_->with([&](SQLite::Database& database) {
    in_transaction(database, [&] {
      EntryWriter writer(database, book);
      for (const PageEntry& entry : entries) writer.write(entry);
    });
  });
}

Result<std::map<std::string, LedgerEntry>> Ledger::entries(const std::string& book) const {
  return database_->with([&](SQLite::Database& database) {
    std::map<std::string, LedgerEntry> found;
    SQLite::Statement select(database, kSelectEntriesOfBook);
    select.bind(1, book);
    while (select.executeStep()) {
      PageEntry known = entry_from(select);
      found.emplace_hint(found.end(), std::move(known.page), std::move(known.entry));
    }
    return found;
  });
}

Result<std::optional<LedgerEntry>> Ledger::entry(const std::string& book,
                                                 const std::string& page) const {
  return database_->with([&](SQLite::Database& database) {
    SQLite::Statement select(database, kSelectEntry);
    select.bind(1, book);
    select.bind(2, page);
    std::optional<LedgerEntry> found;
    if (select.executeStep()) found = entry_from(select).entry;
    return found;
  });
}

Result<void> Ledger::visit_not_done(const Visit& visit) const {
  return database_->with([&](SQLite::Database& database) {
    SQLite::Statement select(database, kSelectEntriesNotDone);
    while (select.executeStep()) {
      const PageEntry known = entry_from(select);
      visit(select.getColumn(kBookColumn).getString(), known.page, known.entry);
    }
  });
}

Result<std::vector<std::string>> Ledger::claim(const std::string& book,
                                               std::span<const std::string> pages,
                                               const std::string& run) {
  return database_->with([&](SQLite::Database& database) {
    return in_transaction(database, [&] {
      const std::int64_t number = number_of_book(database, book);
      SQLite::Statement take(database, "INSERT OR IGNORE INTO claims VALUES (?, ?, ?)");
      std::vector<std::string> taken;
      for (const std::string& page : pages) {
        take.reset();
        take.bind(1, number);
        take.bind(2, page);
        take.bind(3, run);
        if (take.exec() > 0) taken.push_back(page);
      }
      return taken;
    });
  });
}

Result<void> Ledger::release(const std::string& run) {
  return database_->with([&](SQLite::Database& database) {
    SQLite::Statement drop(database, "DELETE FROM claims WHERE run = ?");
    drop.bind(1, run);
    drop.exec();
  });
}

Result<void> Ledger::release(const std::string& book,
                             const std::string& page,
                             const std::string& run) {
  return database_->with([&](SQLite::Database& database) {
    SQLite::Statement drop(database,
                           "DELETE FROM claims WHERE book = (SELECT id FROM books WHERE name = ?) "
                           "AND page = ? AND run = ?");
    int place = 0;
    for (const std::string& word : {book, page, run}) drop.bind(++place, word);
    drop.exec();
  });
}

Result<std::vector<std::string>> Ledger::claiming_runs() const {
  return database_->with([&](SQLite::Database& database) {
    SQLite::Statement select(database, "SELECT DISTINCT run FROM claims ORDER BY run");
    return first_column(select);
  });
}

Result<void> Ledger::back_up(const std::filesystem::path& file) const {
  std::filesystem::path beside = file;
  beside += ".new";
  std::error_code absent;
  std::filesystem::remove(beside, absent);
  auto copied = database_->with([&](SQLite::Database& database) {
    SQLite::Database copy(beside.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup(copy, database).executeStep(-1);
  });
  return copied ? rename_durably(beside, file) : copied;
}

Result<void> Ledger::check() const {
  const auto answer = database_->with([&](SQLite::Database& database) {
    SQLite::Statement select(database, "PRAGMA quick_check(1)");
    return first_column(select);
  });
  if (!answer) return fail(answer);
  if (answer->size() == 1 && answer->front() == "ok") return {};
  return fail(ErrorCode::bad_document, "ledger.sqlite", answer->empty() ? "" : answer->front());
}

}  // namespace wenlan
