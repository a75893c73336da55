// SPDX-License-Identifier: GPL-3.0-or-later
// Tells a file from the one that replaced it, without reading it.
#pragma once

#include <cstdint>
#include <filesystem>

namespace wenlan {

struct FileIdentity {
  std::uint64_t inode = 0;
  std::int64_t size = 0;
  std::int64_t changed_s = 0;
  std::int64_t changed_ns = 0;
  bool operator==(const FileIdentity&) const = default;
};

// All zero when there is no such file.
FileIdentity identity_of(const std::filesystem::path& file);

}  // namespace wenlan
