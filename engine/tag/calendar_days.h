// SPDX-License-Identifier: GPL-3.0-or-later
// Days as Julian day numbers: their ISO form, and the cycle of sixty 干支 that names days and
// years.
#pragma once

#include <array>
#include <optional>
#include <string>

namespace wenlan {

using JulianDay = int;

// "1736-02-12" in the proleptic Gregorian calendar; before year 0 with a minus: "-0103-11-08".
std::string iso_date(JulianDay day);

inline constexpr std::u32string_view kStems = U"甲乙丙丁戊己庚辛壬癸";
inline constexpr std::u32string_view kBranches = U"子丑寅卯辰巳午未申酉戌亥";
inline constexpr int kCycle = 60;

// 0 for 甲子 … 59 for 癸亥.
constexpr int cycle_of_day(JulianDay day) {
  return (day + 49) % kCycle;
}

// The place in the cycle of a stem and a branch (indices), empty when they never meet.
constexpr std::optional<int> cycle_of(int stem, int branch) {
  for (int place = stem; place < kCycle; place += 10)
    if (place % 12 == branch) return place;
  return std::nullopt;
}

// 甲子 for 0.
std::string cycle_name(int place);

}  // namespace wenlan
