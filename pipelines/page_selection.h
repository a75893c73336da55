// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages a user wants to have read.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace wenlan {

struct PageRange {
  int first = 1;
  int last = 1;
  bool operator==(const PageRange&) const = default;
};

// "12", "0012-0020", "7-". Fails with usage.
Result<PageRange> page_range_from(std::string_view text);

using FileTime = std::chrono::system_clock::time_point;

// "2026-11-21", "2026-11-21T18:00" (both in the machine's time zone), or how long before `now`:
// "90m", "12h", "3d". Fails with usage.
Result<FileTime> moment_from(const std::string& text, FileTime now);

struct PageSelection {
  std::vector<PageRange> pages;   // of each book; empty: all
  std::optional<FileTime> since;  // only scans whose files came or changed at that time or later

  // `scan` is the file that the page is read from.
  bool has(const std::string& page, const std::filesystem::path& scan) const;
};

}  // namespace wenlan
