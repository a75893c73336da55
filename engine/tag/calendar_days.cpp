// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag/calendar_days.h"

#include <chrono>
#include <cstdlib>

#include <fmt/format.h>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

constexpr JulianDay kUnixEpoch = 2440588;  // 1970-01-01

}  // namespace

std::string iso_date(JulianDay day) {
  const std::chrono::year_month_day date{
      std::chrono::sys_days{std::chrono::days{day - kUnixEpoch}}};
  const int year = static_cast<int>(date.year());
  return fmt::format("{}{:04}-{:02}-{:02}",
                     year < 0 ? "-" : "",
                     std::abs(year),
                     static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string cycle_name(int place) {
  return to_utf8(kStems[place % 10]) + to_utf8(kBranches[place % 12]);
}

}  // namespace wenlan
