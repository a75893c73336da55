// SPDX-License-Identifier: GPL-3.0-or-later
// Written forms of one character 異體 繁簡 that are searched and scored as one.
#pragma once

#include <string_view>

namespace wenlan {

// Raised when the table changes: an index folded by another table must be built again.
inline constexpr std::string_view kVariantsVersion = "2";

// The representative of a character's class: 為 爲 → one of them, compatibility ideographs and
// radicals → the ideograph, 后 後 → one; itself when it has no other forms. Folding twice changes
// nothing. Two forms of one class never share their low 16 bits. The rule is in
// scripts/make_variants.py.
char32_t fold_variant(char32_t code_point);

// A form that no traditional text holds: 县 is, 云 and 后 are not. The rule is in the same place.
bool is_simplified_only(char32_t code_point);

}  // namespace wenlan
