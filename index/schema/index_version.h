// SPDX-License-Identifier: GPL-3.0-or-later
// What an index is made of, by name, so that an older program refuses a newer index politely.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace wenlan {

struct IndexFeature {
  std::string_view name;
  std::string_view meaning;
};

// Everything a reader must understand to answer from an index. Changing what one of them means
// takes a new name.
inline constexpr std::array kIndexFeatures{
    IndexFeature{"search-text-utf16", "folded and printed text of each stream, unit for unit"},
    IndexFeature{"page-text-1", "text, lines and glyph boxes of each page"},
    IndexFeature{"ngram-terms-1", "one and two characters a term, by stream"},
    IndexFeature{"page-crossing-15", "terms of the next page's first 15 characters"},
    IndexFeature{"subject-terms-1", "subjects on pages, and subjects as documents"},
    IndexFeature{"book-documents-1", "books as documents, by title"},
};

// `features` and `variants` are what an index says of itself. Fails with index_too_new when this
// program lacks a feature, or the index does, or other variants were folded.
Result<void> check_index_version(const std::vector<std::string>& features,
                                 std::string_view variants,
                                 const std::string& index);

}  // namespace wenlan
