// SPDX-License-Identifier: GPL-3.0-or-later
// How the pages of an answer are spread over books, dynasties and subjects.
#pragma once

#include <vector>

#include "engine/base/result.h"
#include "index/query/match_phrase.h"
#include "index/query/open_generation.h"
#include "index/query/searcher.h"

namespace wenlan {

Result<SearchFacets> count_facets(const OpenGeneration& generation,
                                  const TermReader& terms,
                                  const std::vector<PageMatch>& pages);

}  // namespace wenlan
