// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query/match_phrase.h"

#include <algorithm>
#include <optional>
#include <string>

#include "engine/base/utf8.h"
#include "index/schema/fields.h"
#include "index/schema/page_terms.h"

namespace wenlan {
namespace {

// The rarest n-grams narrow the pages down; more of them cost more than they save.
constexpr std::size_t kNgramsBesideTheFirst = 2;

struct StreamFields {
  Field own;
  std::optional<Field> next;
};

StreamFields fields_of(SearchStream stream) {
  switch (stream) {
    case SearchStream::main:
      return {Field::main, Field::main_next};
    case SearchStream::note:
      return {Field::note, Field::note_next};
    case SearchStream::other:
      break;
  }
  return {Field::other, std::nullopt};
}

// Looks for one phrase in one stream.
class StreamMatcher {
 public:
  StreamMatcher(const OpenGeneration& generation, const TermReader& terms, SearchStream stream)
      : generation_(generation), terms_(terms), stream_(stream), fields_(fields_of(stream)) {}

  Result<std::vector<Posting>> match(const SearchText& phrase, Agreement agreement) const {
    const std::u32string characters = characters_of(phrase.folded);
    if (agreement == Agreement::one_wrong) return match_with_one_wrong(phrase, characters);
    const bool term_says_all = characters.size() <= 2;
    if (term_says_all && agreement == Agreement::folded)
      return terms_.postings(term_of(fields_.own, to_utf8(characters)));
    // Most phrases are in one stream only: the others are left at once.
    const auto first = terms_.frequency(
        term_of(fields_.own, to_utf8(std::u32string_view(characters).substr(0, 2))));
    if (!first) return fail(first);
    if (*first == 0) return std::vector<Posting>();
    const auto pages = candidates(characters, 0);
    if (!pages) return fail(pages);
    return verified(*pages, phrase, agreement);
  }

 private:
  using TermGroup = std::vector<std::string>;

  // The pair may stand on the page itself or in the characters behind its end.
  TermGroup here_or_next(std::u32string_view pair) const {
    TermGroup group{term_of(fields_.own, to_utf8(pair))};
    if (fields_.next) group.push_back(term_of(*fields_.next, to_utf8(pair)));
    return group;
  }

  // Pages that hold these characters of a phrase, of which `offset` come before them. Only those
  // at the front are sure to stand on the page itself.
  Result<std::vector<std::uint32_t>> candidates(std::u32string_view characters,
                                                std::size_t offset) const {
    TermReader::TermGroups groups;
    const std::u32string_view first = characters.substr(0, 2);
    if (offset == 0 || first.size() == 1)
      groups.push_back({term_of(fields_.own, to_utf8(first))});
    else
      groups.push_back(here_or_next(first));
    auto rarest = rarest_pairs(characters, offset);
    if (!rarest) return fail(rarest);
    for (TermGroup& group : *rarest) groups.push_back(std::move(group));
    return terms_.documents_with(groups);
  }

  Result<std::vector<TermGroup>> rarest_pairs(std::u32string_view characters,
                                              std::size_t offset) const {
    std::vector<std::pair<std::uint64_t, TermGroup>> pairs;
    for (std::size_t at = 1; at + 1 < characters.size() && at + offset <= kNextCharacters; ++at) {
      TermGroup group = here_or_next(characters.substr(at, 2));
      std::uint64_t frequency = 0;
      for (const std::string& term : group) {
        const auto of_term = terms_.frequency(term);
        if (!of_term) return fail(of_term);
        frequency += *of_term;
      }
      pairs.emplace_back(frequency, std::move(group));
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.resize(std::min(pairs.size(), kNgramsBesideTheFirst));
    std::vector<TermGroup> groups;
    for (auto& [frequency, group] : pairs) groups.push_back(std::move(group));
    return groups;
  }

  // One wrong character leaves one half of the phrase, or two of three characters, as they are.
  Result<std::vector<Posting>> match_with_one_wrong(const SearchText& phrase,
                                                    const std::u32string& characters) const {
    const std::size_t half = std::max<std::size_t>(characters.size() / 2, 2);
    const std::size_t second = std::min(half, characters.size() - 2);
    const std::u32string_view all = characters;
    auto pages = candidates(all.substr(0, half), 0);
    if (!pages) return fail(pages);
    const auto of_second = second <= kNextCharacters
                               ? candidates(all.substr(second), second)
                               : Result<std::vector<std::uint32_t>>(std::vector<std::uint32_t>{});
    if (!of_second) return fail(of_second);
    pages->insert(pages->end(), of_second->begin(), of_second->end());
    if (characters.size() == 3) {
      const auto of_ends = terms_.documents_with({{term_of(fields_.own, to_utf8(characters[0]))},
                                                  {term_of(fields_.own, to_utf8(characters[2]))}});
      if (!of_ends) return fail(of_ends);
      pages->insert(pages->end(), of_ends->begin(), of_ends->end());
    }
    std::sort(pages->begin(), pages->end());
    pages->erase(std::unique(pages->begin(), pages->end()), pages->end());
    return verified(*pages, phrase, Agreement::one_wrong);
  }

  std::vector<Posting> verified(const std::vector<std::uint32_t>& pages,
                                const SearchText& phrase,
                                Agreement agreement) const {
    std::vector<Posting> found;
    for (const std::uint32_t page : pages) {
      const auto occurrences = find_occurrences(generation_, page, stream_, phrase, agreement);
      if (!occurrences.empty())
        found.push_back({page, static_cast<std::uint32_t>(occurrences.size())});
    }
    return found;
  }

  const OpenGeneration& generation_;
  const TermReader& terms_;
  SearchStream stream_;
  StreamFields fields_;
};

// Adds the pages of one stream to those of the streams before it.
std::vector<PageMatch> merged(const std::vector<PageMatch>& before,
                              const std::vector<Posting>& added,
                              SearchStream stream) {
  std::vector<PageMatch> all;
  all.reserve(before.size() + added.size());
  std::size_t at = 0;
  for (const Posting& posting : added) {
    while (at < before.size() && before[at].page < posting.document) all.push_back(before[at++]);
    PageMatch match{posting.document, {}};
    if (at < before.size() && before[at].page == posting.document) match = before[at++];
    match.counts[static_cast<std::size_t>(stream)] = posting.count;
    all.push_back(match);
  }
  all.insert(all.end(), before.begin() + static_cast<std::ptrdiff_t>(at), before.end());
  return all;
}

}  // namespace

std::vector<SearchStream> streams_of(StreamChoice choice) {
  switch (choice) {
    case StreamChoice::main:
      return {SearchStream::main};
    case StreamChoice::note:
      return {SearchStream::note};
    case StreamChoice::any:
      break;
  }
  return {kAllSearchStreams.begin(), kAllSearchStreams.end()};
}

Agreement agreement_for(const SearchText& phrase, Agreement wanted) {
  constexpr std::size_t kShortestFuzzy = 3;
  if (wanted == Agreement::one_wrong && characters_of(phrase.folded).size() < kShortestFuzzy)
    return Agreement::folded;
  return wanted;
}

Result<std::vector<PageMatch>> match_phrase(const OpenGeneration& generation,
                                            const TermReader& terms,
                                            const SearchText& phrase,
                                            const MatchRules& rules) {
  std::vector<PageMatch> all;
  for (const SearchStream stream : streams_of(rules.in)) {
    const StreamMatcher matcher(generation, terms, stream);
    const auto found = matcher.match(phrase, agreement_for(phrase, rules.agreement));
    if (!found) return fail(found);
    if (!found->empty()) all = merged(all, *found, stream);
  }
  return all;
}

}  // namespace wenlan
