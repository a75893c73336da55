// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/knowledge/subject_table.h"

#include <algorithm>

#include "index/knowledge/subject_id.h"

namespace wenlan {
namespace {

// ISO days of this era compare as text; years before the common era, with a sign, do not.
bool earlier(const std::string& a, const std::string& b) {
  const bool a_before_common_era = a.starts_with('-');
  const bool b_before_common_era = b.starts_with('-');
  if (a_before_common_era != b_before_common_era) return a_before_common_era;
  const std::string_view a_year = std::string_view(a).substr(0, a.find('-', 1));
  const std::string_view b_year = std::string_view(b).substr(0, b.find('-', 1));
  if (a_before_common_era && a_year != b_year) return a_year > b_year;
  return a < b;
}

}  // namespace

std::optional<std::uint32_t> SubjectTable::meet(const Entity& entity) {
  SubjectName named = subject_of(entity);
  if (named.id.empty()) return std::nullopt;
  const auto [at, is_new] = numbers_.emplace(named.id, size());
  if (is_new) subjects_.push_back({named.id, named.kind, {}, 0, {}, {}});
  Subject& subject = subjects_[at->second];
  ++subject.mentions;
  ++subject.forms[named.name];
  if (entity.date && !entity.date->first_day.empty()) {
    const CalendarDate& date = *entity.date;
    if (subject.first_day.empty() || earlier(date.first_day, subject.first_day))
      subject.first_day = date.first_day;
    if (subject.last_day.empty() || earlier(subject.last_day, date.last_day))
      subject.last_day = date.last_day;
  }
  return at->second;
}

SubjectRecord SubjectTable::record_of(std::uint32_t number) const {
  const Subject& subject = subjects_[number];
  std::vector<std::pair<std::string, std::uint32_t>> forms(subject.forms.begin(),
                                                           subject.forms.end());
  std::stable_sort(
      forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  SubjectRecord record{{subject.id, subject.kind, forms.front().first, subject.mentions},
                       {},
                       subject.first_day,
                       subject.last_day};
  for (std::size_t form = 1; form < forms.size(); ++form)
    record.aliases.push_back(forms[form].first);
  return record;
}

}  // namespace wenlan
