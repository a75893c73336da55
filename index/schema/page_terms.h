// SPDX-License-Identifier: GPL-3.0-or-later
// The n-gram terms of a page's search text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wenlan {

// How many characters behind a page's end still get terms, so that phrases that begin on the page
// are filtered by up to so many further n-grams.
inline constexpr std::size_t kNextCharacters = 15;

struct TermCount {
  std::string ngram;  // one or two characters, UTF-8
  std::uint32_t count = 0;
};

struct PageTerms {
  std::vector<TermCount> own;     // n-grams that begin on the page
  std::vector<std::string> next;  // pairs that begin in the characters behind it
};

// `own` are the page's units and `following` those behind it in the same book (enough of them:
// 2 * (kNextCharacters + 1), or all there are). Both lists are in the order of their bytes.
PageTerms terms_of_page(std::u16string_view own, std::u16string_view following);

}  // namespace wenlan
