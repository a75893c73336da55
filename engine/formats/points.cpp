// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/points.h"

#include <charconv>

#include <fmt/format.h>

namespace wenlan {
namespace {

constexpr float kFarthest = 1e7F;  // ten times the longest side any decoder here accepts

int whole(float value) {
  return std::isfinite(value) ? static_cast<int>(std::lround(std::clamp(value, 0.F, kFarthest)))
                              : 0;
}

float finite(float value) {
  return std::isfinite(value) ? value : 0;
}

template <class Number>
std::optional<Number> parse_all(std::string_view text) {
  Number value{};
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || rest != end) return std::nullopt;
  return value;
}

std::optional<float> parse_coordinate(std::string_view text) {
  const auto value = parse_all<float>(text);
  if (!value || !std::isfinite(*value) || std::abs(*value) > kFarthest) return std::nullopt;
  return value;
}

}  // namespace

std::string to_whole_points(const Polygon<ScanSpace>& outline) {
  std::string text;
  for (const auto& point : outline)
    fmt::format_to(std::back_inserter(text),
                   "{}{},{}",
                   text.empty() ? "" : " ",
                   whole(point.x),
                   whole(point.y));
  const std::string last =
      outline.empty() ? "0,0"
                      : fmt::format("{},{}", whole(outline.back().x), whole(outline.back().y));
  for (std::size_t count = outline.size(); count < 3; ++count)
    text += (text.empty() ? "" : " ") + last;
  return text;
}

std::string to_exact_points(const Polygon<ScanSpace>& outline) {
  std::string text;
  for (const auto& point : outline)
    fmt::format_to(std::back_inserter(text),
                   "{}{},{}",
                   text.empty() ? "" : " ",
                   finite(point.x),
                   finite(point.y));
  return text;
}

std::optional<Polygon<ScanSpace>> parse_points(std::string_view text) {
  Polygon<ScanSpace> outline;
  bool has_place = false;
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (text.empty()) break;
    const std::string_view pair = text.substr(0, text.find_first_of(" \t\r\n"));
    text.remove_prefix(pair.size());
    const std::size_t comma = pair.find(',');
    if (comma == std::string_view::npos) return std::nullopt;
    const auto x = parse_coordinate(pair.substr(0, comma));
    const auto y = parse_coordinate(pair.substr(comma + 1));
    if (!x || !y) return std::nullopt;
    has_place = has_place || *x != 0 || *y != 0;
    outline.push_back({*x, *y});
  }
  if (!has_place) outline.clear();
  return outline;
}

std::optional<double> parse_number(std::string_view text) {
  const auto value = parse_all<double>(text);
  return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<int> parse_whole_number(std::string_view text) {
  return parse_all<int>(text);
}

}  // namespace wenlan
