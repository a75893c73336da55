// SPDX-License-Identifier: GPL-3.0-or-later
// What was asked, as a tree.
//
//   query  := and (OR and)*
//   and    := unary ((AND)? unary)*          side by side means AND
//   unary  := NOT unary | ( query ) | field:value | "phrase" | phrase
//
// A bare run of characters is one phrase; punctuation and white space in it do not count. AND, OR
// and NOT are words of their own in capitals. Fields are those of fields.h that have a name; a
// value ends at white space or a bracket unless it stands in quotes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "index/schema/fields.h"
#include "index/schema/searchable.h"

namespace wenlan {

struct Query {
  enum class Kind { phrase, field, all_of, any_of, none_of };
  Kind kind = Kind::phrase;
  SearchText phrase;          // of a phrase; never empty
  Field field = Field::main;  // of a field
  std::string value;          // of a field, as written
  std::vector<Query> parts;   // of all_of, any_of (two or more), none_of (one)
};

inline constexpr std::size_t kLongestQuery = 2000;  // characters
inline constexpr std::size_t kDeepestQuery = 50;    // brackets and NOTs inside each other

// Fails with bad_query; the detail begins with the number of the character, from 1, where it went
// wrong.
Result<Query> parse_query(std::string_view utf8);

}  // namespace wenlan
