// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that answer a query.
#pragma once

#include <string>
#include <vector>

#include "engine/base/result.h"
#include "index/query/match_phrase.h"
#include "index/query/open_generation.h"
#include "index/query/parse_query.h"

namespace wenlan {

// In the order of pages, each once.
Result<std::vector<PageMatch>> evaluate_query(const OpenGeneration& generation,
                                              const TermReader& terms,
                                              const Query& query,
                                              const MatchRules& rules);

// The phrases that make a page an answer, to be marked on it: not those under a NOT.
std::vector<const SearchText*> phrases_to_mark(const Query& query);

// Pages that name a subject, by its id.
Result<std::vector<PageMatch>> pages_naming(const TermReader& terms, const std::string& subject_id);
// Pages of the books for which `wanted` is true.
template <class Wanted>
std::vector<PageMatch> pages_of_books(const OpenGeneration& generation, Wanted&& wanted) {
  std::vector<PageMatch> pages;
  const auto& books = generation.manifest().books;
  for (std::size_t place = 0; place < books.size(); ++place)
    if (wanted(books[place], place))
      for (std::uint32_t page = 0; page < books[place].pages; ++page)
        pages.push_back({books[place].first_page + page, {}});
  return pages;
}

// Pages in both, with the occurrences of both.
std::vector<PageMatch> in_both(const std::vector<PageMatch>& a, const std::vector<PageMatch>& b);

}  // namespace wenlan
