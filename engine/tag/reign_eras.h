// SPDX-License-Identifier: GPL-3.0-or-later
// Reign eras 年號 and the days their years and months begin.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/tag/calendar_days.h"

namespace wenlan {

struct DayRange {
  JulianDay first = 0, last = 0;
  bool operator==(const DayRange&) const = default;
};

// Months that do not simply count: 閏, and two of the calendar of Empress Wu, whose year began with
// the eleventh month: 正 臘 一 二 …
enum class MonthKind : std::uint8_t { plain, leap, second_leap, wu_twelfth, wu_first };

struct EraMonth {
  std::int16_t year = 0;  // of the era
  std::int8_t month = 0;  // 1..12
  MonthKind kind = MonthKind::plain;
  std::int8_t year_cycle = 0;  // 0..59
  DayRange days;
};

struct ReignEra {
  int often = 1;  // books write of some dynasties so many times as often as of others
  std::vector<std::u32string> dynasty_words;  // the first is its name; 唐, 李唐, 大唐
  std::vector<std::u32string> emperors;
  std::vector<std::u32string> names;  // 太和 and 大和
  DayRange days;
  std::vector<EraMonth> months;  // by year, then by day

  // Empty when the era has no such year.
  std::optional<DayRange> year_days(int year) const;
  std::optional<int> year_cycle(int year) const;
  std::optional<int> year_of_cycle(int cycle) const;
  const EraMonth* find_month(int year, int month, MonthKind kind) const;
};

// Reads models/tagger/eras.tsv, whose form is told in models/train/tagger/make_eras.py. Fails with
// wrong_model (`subject` names the file) when a row cannot be understood.
Result<std::vector<ReignEra>> read_reign_eras(std::string_view table, const std::string& subject);

}  // namespace wenlan
