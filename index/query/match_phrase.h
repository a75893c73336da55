// SPDX-License-Identifier: GPL-3.0-or-later
// The pages on which a phrase begins, with how often it does.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/base/result.h"
#include "index/query/find_occurrences.h"
#include "index/query/open_generation.h"
#include "index/query/searcher.h"

namespace wenlan {

struct PageMatch {
  std::uint32_t page = 0;
  std::array<std::uint32_t, kSearchStreams> counts{};  // occurrences in each stream
};

// How phrases of one search are matched.
struct MatchRules {
  StreamChoice in = StreamChoice::any;
  Agreement agreement = Agreement::folded;
};

// The streams that are searched.
std::vector<SearchStream> streams_of(StreamChoice choice);

// In the order of pages, each once. Every page on which the phrase begins is there, and no other.
// With Agreement::one_wrong, phrases of three characters or more are matched so, shorter ones
// exactly; a wrong middle one of three characters is not found where the phrase runs over a page
// end.
Result<std::vector<PageMatch>> match_phrase(const OpenGeneration& generation,
                                            const TermReader& terms,
                                            const SearchText& phrase,
                                            const MatchRules& rules);

// What one_wrong comes to for a phrase.
Agreement agreement_for(const SearchText& phrase, Agreement wanted);

}  // namespace wenlan
