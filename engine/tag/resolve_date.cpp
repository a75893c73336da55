// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag/resolve_date.h"

namespace wenlan {
namespace {

// 臘月 and 一月 are months of their own only in the calendar of Empress Wu.
const EraMonth* month_meant(const ReignEra& era, int year, const DateWording& wording) {
  const EraMonth* month = era.find_month(year, wording.month, wording.month_kind);
  const bool by_word =
      wording.month_kind == MonthKind::wu_twelfth || wording.month_kind == MonthKind::wu_first;
  return month || !by_word ? month : era.find_month(year, wording.month, MonthKind::plain);
}

// The day of the month, counted from 1; 0 when the month has no such day.
int day_meant(const DayRange& month, const DateWording& wording) {
  const int length = month.last - month.first + 1;
  int day = wording.last_day ? length : wording.day;
  if (day == 0 && wording.day_cycle)
    day = (*wording.day_cycle - cycle_of_day(month.first) + kCycle) % kCycle + 1;
  return day <= length ? day : 0;
}

}  // namespace

ResolvedDate resolved_in(const ReignEra& era, const DateWording& wording) {
  ResolvedDate resolved;
  CalendarDate& date = resolved.date;
  std::optional<int> year = wording.year;
  if (!year && wording.year_cycle) year = era.year_of_cycle(*wording.year_cycle);
  date.era_year = year.value_or(0);
  date.month = wording.month;
  date.leap_month =
      wording.month_kind == MonthKind::leap || wording.month_kind == MonthKind::second_leap;
  date.day = wording.day;
  if (wording.day_cycle) date.cycle_day = cycle_name(*wording.day_cycle);
  std::optional<DayRange> days = year ? era.year_days(*year) : std::nullopt;
  if (!days) return resolved;
  resolved.has_year = resolved.placed = true;
  if (wording.year_cycle) resolved.agreeing += era.year_cycle(*year) == wording.year_cycle ? 1 : -1;

  if (wording.month > 0) {
    const EraMonth* month = month_meant(era, *year, wording);
    resolved.placed = month != nullptr;
    if (month) {
      ++resolved.agreeing;
      days = month->days;
      const bool day_written = wording.day > 0 || wording.last_day || wording.day_cycle;
      const int day = day_meant(*days, wording);
      if (day > 0) {
        date.day = day;
        days->first = days->last = month->days.first + day - 1;
        const bool agrees = !wording.day_cycle || cycle_of_day(days->first) == *wording.day_cycle;
        resolved.agreeing += agrees ? 1 : -1;
      }
      resolved.placed = day > 0 || !day_written;
    }
  }
  date.first_day = iso_date(days->first);
  date.last_day = iso_date(days->last);
  return resolved;
}

}  // namespace wenlan
