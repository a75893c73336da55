// SPDX-License-Identifier: GPL-3.0-or-later
// One table for each closed set: the word for a value in JSON, PAGE, TOML, the command line and the
// web.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace wenlan {

template <class Enum, std::size_t N>
using NameTable = std::array<std::pair<Enum, std::string_view>, N>;

// The word for `value`; empty if the table has none.
template <class Enum, std::size_t N>
constexpr std::string_view name_in(const NameTable<Enum, N>& table, Enum value) {
  for (const auto& [key, name] : table)
    if (key == value) return name;
  return {};
}

// The value a word stands for; empty for a word the table does not have.
template <class Enum, std::size_t N>
constexpr std::optional<Enum> value_in(const NameTable<Enum, N>& table, std::string_view word) {
  for (const auto& [key, name] : table)
    if (name == word) return key;
  return std::nullopt;
}

}  // namespace wenlan
