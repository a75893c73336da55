// SPDX-License-Identifier: GPL-3.0-or-later
// What SQLite's result codes mean to a user.
#pragma once

#include "engine/base/error.h"

namespace wenlan {

// Of a primary or extended result code (https://sqlite.org/rescode.html).
ErrorCode error_code_of_sqlite(int status);

}  // namespace wenlan
