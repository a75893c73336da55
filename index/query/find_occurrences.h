// SPDX-License-Identifier: GPL-3.0-or-later
// Finds a phrase in the search text itself: n-grams only say where it may be.
#pragma once

#include <cstdint>
#include <vector>

#include "index/query/open_generation.h"
#include "index/schema/searchable.h"

namespace wenlan {

// How a phrase must agree with the text.
enum class Agreement : std::uint8_t {
  folded,     // any written form of each character
  printed,    // exactly as printed
  one_wrong,  // folded, but one character may be another
};

struct Occurrence {
  std::uint64_t begin = 0;   // unit of the stream's text
  std::uint64_t length = 0;  // units
  bool exact = true;         // false: one character is another
  bool operator==(const Occurrence&) const = default;
};

// All occurrences that begin on the page, in order; they may overlap. `at_most` ends the search.
std::vector<Occurrence> find_occurrences(const OpenGeneration& generation,
                                         std::uint32_t page,
                                         SearchStream stream,
                                         const SearchText& phrase,
                                         Agreement agreement,
                                         std::size_t at_most = static_cast<std::size_t>(-1));

}  // namespace wenlan
