// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/variants.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

namespace wenlan {
namespace {

struct Form {
  std::uint32_t form;
  std::uint32_t representative;
};

constexpr Form kForms[] = {
#include "engine/base/variants_table.inc"
};

constexpr std::uint32_t kSimplified[] = {
#include "engine/base/simplified_forms.inc"
};

// A plain array is looked up in a nanosecond; building an index folds every character of a library.
std::vector<char32_t> dense_table() {
  std::vector<char32_t> table(std::end(kForms)[-1].form + 1);
  for (char32_t code_point = 0; code_point < table.size(); ++code_point)
    table[code_point] = code_point;
  for (const auto& [form, representative] : kForms) table[form] = representative;
  return table;
}

}  // namespace

char32_t fold_variant(char32_t code_point) {
  static const std::vector<char32_t> table = dense_table();
  return code_point < table.size() ? table[code_point] : code_point;
}

bool is_simplified_only(char32_t code_point) {
  return std::binary_search(std::begin(kSimplified), std::end(kSimplified), code_point);
}

}  // namespace wenlan
