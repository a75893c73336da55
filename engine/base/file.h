// SPDX-License-Identifier: GPL-3.0-or-later
// Whole files in, whole files out; a file is either the old one or the new one, never half.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace wenlan {

// All bytes of a regular file. Fails with not_found, no_permission, not_a_file or io_failed.
Result<std::string> read_file(const std::filesystem::path& file);

// Writes to a temporary name in the same folder, syncs, renames over `file` and syncs the folder.
// A process killed at any instant leaves the old file or the new one. Makes missing folders.
// Temporary names begin with ".tmp-"; leftovers of killed processes may be deleted at any time.
Result<void> write_file_atomically(const std::filesystem::path& file, std::string_view bytes);

// The same promise for a copy of a whole file; the copy is made read-only.
Result<void> copy_file_atomically(const std::filesystem::path& from,
                                  const std::filesystem::path& to);

// Syncs `from`, renames it over `to` in the same folder and syncs the folder; deletes `from` where
// that fails.
Result<void> rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);

// A file name as UTF-8 that can be shown: bytes that are not UTF-8 and control characters
// become \xNN. For messages and reports only, never to open a file with.
std::string printable_name(const std::filesystem::path& file);

}  // namespace wenlan
