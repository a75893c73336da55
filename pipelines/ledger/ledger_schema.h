// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of ledger.sqlite, and how older ones become them.
#pragma once

#include <SQLiteCpp/Database.h>

namespace wenlan {

// Raised when the tables change; kept as PRAGMA user_version.
inline constexpr int kLedgerVersion = 2;

// Makes the tables in a new file and brings those of an older Wenlan up to date, in one
// transaction. Throws SQLite::Exception, as when a newer Wenlan made them.
void prepare_ledger(SQLite::Database& database);

}  // namespace wenlan
