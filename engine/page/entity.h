// SPDX-License-Identifier: GPL-3.0-or-later
// Spans that name something 標記, and what they name.
#pragma once

#include <optional>
#include <string>

#include "engine/page/names.h"
#include "engine/page/transcript.h"

namespace wenlan {

enum class EntityKind { person, place, office, book, date, event };
inline constexpr NameTable<EntityKind, 6> kEntityKinds{{
    {EntityKind::person, "person"},
    {EntityKind::place, "place"},
    {EntityKind::office, "office"},
    {EntityKind::book, "book"},
    {EntityKind::date, "date"},
    {EntityKind::event, "event"},
}};

// A date written in the traditional calendar, as far as the writing says it.
struct CalendarDate {
  std::string dynasty;      // 清
  std::string era;          // 乾隆; empty when only a cycle year is written
  int era_year = 0;         // 1 = 元年; 0 = not written
  int month = 0;            // 1..12; 0 = not written
  bool leap_month = false;  // 閏
  int day = 0;              // 1..30; 0 = not written
  std::string cycle_day;    // 甲子 of the day, when that is how the day is written
  // Common era, proleptic Gregorian; year 0 is 1 BCE. The first and last day the writing allows,
  // as ISO 8601 "1736-02-12"; both empty when the era's year cannot be placed.
  std::string first_day;
  std::string last_day;
  bool operator==(const CalendarDate&) const = default;
};

struct Entity {
  std::string id;  // "e1", unique on the page
  EntityKind kind = EntityKind::person;
  TextSpan span;            // may run over a line end ('\n' inside)
  std::string normal_form;  // the name without line ends; a date's ISO form
  float confidence = 1;     // 0..1
  std::optional<CalendarDate> date;
  bool operator==(const Entity&) const = default;
};

}  // namespace wenlan
