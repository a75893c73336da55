// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the words of a date that follow a reign era: 三十一年壬申閏八月十五日.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "engine/tag/reign_eras.h"

namespace wenlan {

// What is written, not yet what it means.
struct DateWording {
  std::size_t length = 0;  // characters that belong to the date; 0: it is none
  std::optional<int> year;
  std::optional<int> year_cycle;
  int month = 0;  // 0: not written
  // wu_twelfth for 臘月 and wu_first for 一月: what these are depends on the calendar.
  MonthKind month_kind = MonthKind::plain;
  int day = 0;            // 0: not written
  bool last_day = false;  // 晦
  std::optional<int> day_cycle;
};

class DateWords {
 public:
  DateWords();

  // `folded` begins right after the era's name; its characters are folded (fold_variant).
  // `plain_digits`: 二三 is 23, as the Republic writes its years.
  DateWording read(std::u32string_view folded, bool plain_digits) const;

 private:
  class Reader;
  std::unordered_map<char32_t, int> digits_;    // 一 … 九, 〇, 壹 …
  std::unordered_map<char32_t, int> tens_;      // 十 廿 卅 卌
  std::unordered_map<char32_t, int> stems_;     // 甲 …
  std::unordered_map<char32_t, int> branches_;  // 子 …
  std::unordered_map<char32_t, int> months_;    // names beside numbers: 正 臘 桂 …
};

}  // namespace wenlan
