// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/knowledge/subject_id.h"

#include "engine/base/sha256.h"
#include "engine/base/utf8.h"
#include "index/schema/searchable.h"

namespace wenlan {
namespace {

constexpr std::size_t kHashDigits = 12;

// 一 … 九十九 as Chinese numerals; eras last no longer than 61 years.
std::string chinese_number(int number) {
  constexpr const char* kDigits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  std::string text;
  if (number >= 20) text += kDigits[number / 10 % 10];
  if (number >= 10) text += "十";
  return text + kDigits[number % 10];
}

std::string year_of(const CalendarDate& date) {
  return date.era + (date.era_year == 1 ? "元" : chinese_number(date.era_year)) + "年";
}

std::string id_of(EntityKind kind, const std::string& told_apart_by) {
  const SearchText text = search_text_of(to_code_points(told_apart_by));
  if (text.folded.empty()) return {};
  return std::string(name_in(kEntityKinds, kind)) + "-" +
         sha256_of(to_utf8(characters_of(text.folded))).substr(0, kHashDigits);
}

}  // namespace

std::string subject_id(EntityKind kind, const std::string& name) {
  return id_of(kind, name);
}

SubjectName subject_of(const Entity& entity) {
  if (entity.kind != EntityKind::date)
    return {id_of(entity.kind, entity.normal_form), entity.kind, entity.normal_form};
  if (!entity.date || entity.date->era.empty() || entity.date->era_year < 1)
    return {{}, entity.kind, {}};
  const std::string year = year_of(*entity.date);
  // Several dynasties had an era of the same name.
  return {id_of(entity.kind, entity.date->dynasty + year), entity.kind, year};
}

}  // namespace wenlan
