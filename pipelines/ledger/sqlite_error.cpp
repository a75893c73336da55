// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/ledger/sqlite_error.h"

#include <sqlite3.h>

namespace wenlan {

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
    case SQLITE_MISMATCH:  // see prepare_ledger
      return ErrorCode::archive_too_new;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return ErrorCode::bad_document;
    default:
      return ErrorCode::io_failed;
  }
}

}  // namespace wenlan
