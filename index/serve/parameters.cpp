// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/parameters.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace wenlan {
namespace {

template <class Number>
std::optional<Number> parsed(std::string_view text) {
  Number value{};
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || rest != end) return std::nullopt;
  return value;
}

constexpr float kFarthest = 1e6F;  // longer than the side of any scan

}  // namespace

void Parameters::note(std::string_view name, std::string why) {
  if (!fault_) fault_ = wrong_parameter(std::string(name), std::move(why)).value();
}

std::optional<std::string> Parameters::text(std::string_view name, std::size_t longest) {
  asked_for_.push_back(name);
  for (const auto& [known, value] : target_.parameters) {
    if (known != name) continue;
    if (value.size() > longest) note(name, fmt::format("longer than {} bytes", longest));
    return value.substr(0, longest);
  }
  return std::nullopt;
}

int Parameters::number(std::string_view name, int otherwise, Bounds<int> bounds) {
  const auto given = text(name);
  if (!given) return otherwise;
  const auto value = parsed<int>(*given);
  if (value && *value >= bounds.least && *value <= bounds.most) return *value;
  note(name, fmt::format("not a whole number from {} to {}", bounds.least, bounds.most));
  return otherwise;
}

Box<ScanSpace> Parameters::box(std::string_view name) {
  std::string_view rest;
  const std::string given = text(name).value_or("");
  rest = given;
  float sides[4] = {};
  bool good = true;
  for (int i = 0; i < 4; ++i) {
    const std::string_view side = rest.substr(0, i < 3 ? rest.find(',') : rest.size());
    rest.remove_prefix(std::min(side.size() + 1, rest.size()));
    const auto value = parsed<float>(side);
    good = good && value && std::isfinite(*value) && std::abs(*value) <= kFarthest;
    sides[i] = value.value_or(0);
  }
  const Box<ScanSpace> box{sides[0], sides[1], sides[2], sides[3]};
  if (!good || box.empty()) note(name, "not x,y,width,height in pixels of the scan");
  return box;
}

std::optional<RequestFault> Parameters::fault() {
  for (const auto& [name, value] : target_.parameters)
    if (std::find(asked_for_.begin(), asked_for_.end(), name) == asked_for_.end())
      note(name, "not a parameter of this address");
  return fault_;
}

}  // namespace wenlan
