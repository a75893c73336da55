// SPDX-License-Identifier: GPL-3.0-or-later
// Subjects and books that a query names, from the same index as the pages 一站發現.
#pragma once

#include <string>
#include <vector>

#include "engine/base/result.h"
#include "index/query/open_generation.h"
#include "index/query/searcher.h"

namespace wenlan {

// Subjects whose name or alias, in any written form, is `name`; most mentioned first.
Result<std::vector<FoundSubject>> find_subjects(const OpenGeneration& generation,
                                                const TermReader& terms,
                                                const std::string& name);

// The subject of a number, from its document.
Result<FoundSubject> subject_of_number(const OpenGeneration& generation,
                                       const TermReader& terms,
                                       std::uint32_t subject);

// Books whose title holds `text`, in the order of the archive; at most `at_most`.
Result<std::vector<FoundBook>> find_books(const OpenGeneration& generation,
                                          const TermReader& terms,
                                          const SearchText& text,
                                          std::size_t at_most);

}  // namespace wenlan
