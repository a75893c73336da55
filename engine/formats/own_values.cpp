// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/own_values.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/formats/points.h"

namespace wenlan {

void OwnValues::note(std::string_view key) const {
  document_.note_fault(node_, fmt::format("custom: {} is '{}'", key, *text(key)));
}

std::optional<int> OwnValues::whole(std::string_view key) const {
  const std::string* const value = text(key);
  if (value == nullptr) return std::nullopt;
  const auto number = parse_whole_number(*value);
  if (!number) note(key);
  return number;
}

std::optional<std::size_t> OwnValues::count(std::string_view key) const {
  const auto value = whole(key);
  if (!value) return std::nullopt;
  if (*value < 0) note(key);
  return static_cast<std::size_t>(std::max(*value, 0));
}

std::optional<double> OwnValues::number(std::string_view key) const {
  const std::string* const value = text(key);
  if (value == nullptr) return std::nullopt;
  const auto number = parse_number(*value);
  if (!number) note(key);
  return number;
}

std::optional<Polygon<ScanSpace>> OwnValues::outline() const {
  const std::string* const value = text("outline");
  if (value == nullptr) return std::nullopt;
  auto points = parse_points(*value);
  if (!points) note("outline");
  return points;
}

}  // namespace wenlan
