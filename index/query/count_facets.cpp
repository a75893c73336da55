// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query/count_facets.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "index/query/find_subjects.h"

namespace wenlan {
namespace {

constexpr std::size_t kFacetValues = 20;
// Subjects are looked up in Xapian from the most frequent on, until every kind has enough.
constexpr std::size_t kSubjectsLookedUp = 400;

void sort_and_cut(std::vector<FacetCount>& counts) {
  std::stable_sort(counts.begin(), counts.end(), [](const FacetCount& a, const FacetCount& b) {
    return a.count > b.count;
  });
  counts.resize(std::min(counts.size(), kFacetValues));
}

std::vector<FacetCount>* facet_of(SearchFacets& facets, EntityKind kind) {
  switch (kind) {
    case EntityKind::person:
      return &facets.person;
    case EntityKind::place:
      return &facets.place;
    case EntityKind::office:
      return &facets.office;
    default:
      return nullptr;
  }
}

void count_books(const OpenGeneration& generation,
                 const std::vector<PageMatch>& pages,
                 SearchFacets& facets) {
  const auto& books = generation.manifest().books;
  std::vector<std::int64_t> counts(books.size());
  for (const PageMatch& match : pages) ++counts[generation.record(match.page).book];
  std::map<std::string, std::int64_t> dynasties;
  for (std::size_t place = 0; place < books.size(); ++place) {
    if (counts[place] == 0) continue;
    facets.book.push_back({books[place].id, books[place].title, counts[place]});
    if (!books[place].dynasty.empty()) dynasties[books[place].dynasty] += counts[place];
  }
  for (const auto& [dynasty, count] : dynasties)
    facets.dynasty.push_back({dynasty, dynasty, count});
  sort_and_cut(facets.book);
  sort_and_cut(facets.dynasty);
}

}  // namespace

Result<SearchFacets> count_facets(const OpenGeneration& generation,
                                  const TermReader& terms,
                                  const std::vector<PageMatch>& pages) {
  SearchFacets facets;
  count_books(generation, pages, facets);
  std::vector<std::uint32_t> counts(generation.manifest().subjects);
  std::vector<std::uint32_t> named;
  for (const PageMatch& match : pages)
    for (const std::uint32_t subject : generation.subjects_of(match.page))
      if (counts[subject]++ == 0) named.push_back(subject);
  const auto most_frequent =
      named.begin() + static_cast<std::ptrdiff_t>(std::min(named.size(), kSubjectsLookedUp));
  std::partial_sort(
      named.begin(), most_frequent, named.end(), [&](std::uint32_t a, std::uint32_t b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
      });
  for (auto at = named.begin(); at != most_frequent; ++at) {
    const bool enough = facets.person.size() >= kFacetValues &&
                        facets.place.size() >= kFacetValues && facets.office.size() >= kFacetValues;
    if (enough) break;
    const auto subject = subject_of_number(generation, terms, *at);
    if (!subject) return fail(subject);
    auto* const facet = facet_of(facets, subject->kind);
    if (facet != nullptr && facet->size() < kFacetValues)
      facet->push_back({subject->id, subject->name, counts[*at]});
  }
  return facets;
}

}  // namespace wenlan
