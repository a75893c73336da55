// SPDX-License-Identifier: GPL-3.0-or-later
// PAGE's `custom` attribute in the form other tools use: "name {key:value; key:value;} name {…}".
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace wenlan {

struct CustomBlock {
  std::string name;
  std::vector<std::pair<std::string, std::string>> values;

  // The value of a key; null when the block has none.
  const std::string* find(std::string_view key) const;

  template <class Value>
  CustomBlock& with(std::string_view key, const Value& value) {
    values.emplace_back(key, fmt::format("{}", value));
    return *this;
  }
};

// Characters of a value that would end it are written as \uXXXX.
std::string to_custom_attribute(const std::vector<CustomBlock>& blocks);

// Reads any text: what is not of this form is left out.
std::vector<CustomBlock> parse_custom_attribute(std::string_view text);

// The first block of that name; null when there is none.
const CustomBlock* find_block(const std::vector<CustomBlock>& blocks, std::string_view name);

}  // namespace wenlan
