// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag/reign_eras.h"

#include <algorithm>
#include <charconv>

#include "engine/base/utf8.h"
#include "engine/tag/table_rows.h"

namespace wenlan {
namespace {

// Takes a number off the front of `text`; empty when there is none.
std::optional<int> take_number(std::string_view& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

std::vector<std::u32string> words_of(std::string_view field) {
  std::vector<std::u32string> words;
  for (const std::string_view word : split_at(field, '/'))
    if (!word.empty()) words.push_back(to_code_points(word));
  return words;
}

// Takes one month mark off the front: its number and kind go to `month`; the answer is how many
// days it has, 0 when this is no month mark.
int take_month(std::string_view& marks, EraMonth& month) {
  month.kind = MonthKind::plain;
  if (marks.front() == '+') month.kind = MonthKind::leap;
  if (marks.front() == 'R') month.kind = MonthKind::second_leap;
  if (month.kind != MonthKind::plain) marks.remove_prefix(1);
  constexpr std::string_view kNumbers = "123456789abc";
  const char mark = marks.empty() ? '?' : marks.front();
  if (mark == 'L') month.kind = MonthKind::wu_twelfth;
  if (mark == 'I') month.kind = MonthKind::wu_first;
  const std::size_t number = mark == 'L' ? 11 : mark == 'I' ? 0 : kNumbers.find(mark);
  if (number == std::string_view::npos) return 0;
  month.month = static_cast<std::int8_t>(number + 1);
  marks.remove_prefix(1);
  if (marks.starts_with('-')) {
    marks.remove_prefix(1);
    return 29;
  }
  if (!marks.starts_with('{')) return 30;
  marks.remove_prefix(1);
  const int length = take_number(marks).value_or(0);
  marks.remove_prefix(marks.empty() ? 0 : 1);
  return length;
}

// One piece of a year, "6:24:1674247:ab-c1-23"; false when it is not understood.
bool add_months(std::string_view piece, std::vector<EraMonth>& months) {
  const std::vector<std::string_view> parts = split_at(piece, ':');
  if (parts.size() != 4) return false;
  std::vector<int> numbers;
  for (std::string_view part : {parts[0], parts[1], parts[2]})
    numbers.push_back(take_number(part).value_or(-1));
  if (*std::min_element(numbers.begin(), numbers.end()) < 0) return false;
  JulianDay day = numbers[2];
  for (std::string_view marks = parts[3]; !marks.empty();) {
    EraMonth month;
    month.year = static_cast<std::int16_t>(numbers[0]);
    month.year_cycle = static_cast<std::int8_t>(numbers[1]);
    const int length = take_month(marks, month);
    if (length == 0) return false;
    month.days = {day, day + length - 1};
    day += length;
    months.push_back(month);
  }
  return true;
}

}  // namespace

std::optional<DayRange> ReignEra::year_days(int year) const {
  std::optional<DayRange> range;
  for (const EraMonth& month : months) {
    if (month.year != year) continue;
    if (!range) range = month.days;
    range->first = std::min(range->first, month.days.first);
    range->last = std::max(range->last, month.days.last);
  }
  return range;
}

std::optional<int> ReignEra::year_cycle(int year) const {
  for (const EraMonth& month : months)
    if (month.year == year) return month.year_cycle;
  return std::nullopt;
}

std::optional<int> ReignEra::year_of_cycle(int cycle) const {
  for (const EraMonth& month : months)
    if (month.year_cycle == cycle) return month.year;
  return std::nullopt;
}

const EraMonth* ReignEra::find_month(int year, int month, MonthKind kind) const {
  for (const EraMonth& known : months)
    if (known.year == year && known.month == month && known.kind == kind) return &known;
  return nullptr;
}

Result<std::vector<ReignEra>> read_reign_eras(std::string_view table, const std::string& subject) {
  std::vector<ReignEra> eras;
  bool understood = true;
  for_each_row(table, [&](const std::vector<std::string_view>& fields) {
    if (fields.size() != 7) {
      understood = false;
      return;
    }
    std::string_view often = fields[0], first = fields[4], last = fields[5];
    ReignEra era{take_number(often).value_or(1),
                 words_of(fields[1]),
                 words_of(fields[2]),
                 words_of(fields[3]),
                 {},
                 {}};
    era.days = {take_number(first).value_or(0), take_number(last).value_or(0)};
    for (const std::string_view piece : split_at(fields[6], ' '))
      understood = understood && add_months(piece, era.months);
    understood = understood && !era.names.empty() && !era.dynasty_words.empty();
    eras.push_back(std::move(era));
  });
  if (!understood || eras.empty())
    return fail(ErrorCode::wrong_model, subject, "a row of the table of eras is not understood");
  return eras;
}

}  // namespace wenlan
