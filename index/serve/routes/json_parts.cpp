// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/routes/json_parts.h"

#include <cmath>

#include "engine/base/utf8.h"

namespace wenlan {

Json box_json(const Box<ScanSpace>& box) {
  const auto tenth = [](float value) { return std::round(static_cast<double>(value) * 10) / 10; };
  return {tenth(box.x), tenth(box.y), tenth(box.width), tenth(box.height)};
}

Json subject_json(const SubjectSummary& subject) {
  return {{"id", subject.id},
          {"kind", name_in(kEntityKinds, subject.kind)},
          {"name", subject.name},
          {"mentions", subject.mentions}};
}

std::string text_of_json(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Utf16Spans::Utf16Spans(std::string_view text) {
  std::uint32_t units = 0;
  for (const auto& [bytes, code_point] : code_points_with_bytes(text)) {
    units_before_.insert(units_before_.end(), bytes.size(), units);
    units += code_point.value_or(0) > 0xFFFF ? 2 : 1;
  }
  units_before_.push_back(units);
}

Json Utf16Spans::operator()(TextSpan span) const {
  const auto at = [&](std::uint32_t byte) {
    return units_before_[std::min<std::size_t>(byte, units_before_.size() - 1)];
  };
  return {at(span.begin), at(span.end())};
}

}  // namespace wenlan
