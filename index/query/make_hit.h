// SPDX-License-Identifier: GPL-3.0-or-later
// Shows a page that was found: matches with their boxes, and the words around the first.
#pragma once

#include <map>
#include <vector>

#include "engine/base/result.h"
#include "index/query/match_phrase.h"
#include "index/query/open_generation.h"
#include "index/query/searcher.h"

namespace wenlan {

// Makes the hits of one answer; remembers the pages it has opened.
class HitMaker {
 public:
  HitMaker(const OpenGeneration& generation,
           const MatchRules& rules,
           std::vector<const SearchText*> phrases)
      : generation_(generation), rules_(rules), phrases_(std::move(phrases)) {}

  // Fails with bad_document when the index is damaged.
  Result<SearchHit> hit_on(const PageMatch& match, double score);

 private:
  struct OpenPage {
    PageText text;
    StreamTexts streams;
  };
  // A place where a phrase was found.
  struct Found {
    SearchStream stream = SearchStream::main;
    std::uint64_t begin = 0;  // unit of the stream's text
    std::uint64_t length = 0;
    bool exact = true;
  };
  // One printed character, on whatever page it stands.
  struct Printed {
    std::uint32_t page = 0;
    const OpenPage* on = nullptr;
    UnitPlace place;
    bool marked = false;
  };

  std::vector<Found> found_on(const PageMatch& match) const;
  Result<const OpenPage*> open(std::uint32_t page);
  // The characters of some units of a stream, the first of them on `page`; breaks are left out.
  Result<std::vector<Printed>> characters(SearchStream stream,
                                          std::uint32_t page,
                                          std::uint64_t begin,
                                          std::uint64_t end);
  Result<SearchMatch> match_of(const Found& found, std::uint32_t page);
  Result<void> add_snippet(SearchHit& hit, const std::vector<Found>& found, std::uint32_t page);
  static Box<ScanSpace> box_of(const Printed& character);

  const OpenGeneration& generation_;
  const MatchRules& rules_;
  std::vector<const SearchText*> phrases_;
  std::map<std::uint32_t, OpenPage> open_;
};

}  // namespace wenlan
