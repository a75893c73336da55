// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query/evaluate_query.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "engine/base/utf8.h"
#include "index/query/find_subjects.h"

namespace wenlan {
namespace {

using Pages = std::vector<PageMatch>;

bool before(const PageMatch& a, const PageMatch& b) {
  return a.page < b.page;
}

void add_counts(PageMatch& to, const PageMatch& from) {
  for (std::size_t stream = 0; stream < kSearchStreams; ++stream)
    to.counts[stream] += from.counts[stream];
}

Pages in_either(const Pages& a, const Pages& b) {
  Pages all;
  all.reserve(a.size() + b.size());
  std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all), before);
  Pages once;
  once.reserve(all.size());
  for (const PageMatch& match : all) {
    if (!once.empty() && once.back().page == match.page)
      add_counts(once.back(), match);
    else
      once.push_back(match);
  }
  return once;
}

Pages without(const Pages& a, const Pages& b) {
  Pages left;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(left), before);
  return left;
}

class Evaluation {
 public:
  Evaluation(const OpenGeneration& generation, const TermReader& terms, const MatchRules& rules)
      : generation_(generation), terms_(terms), rules_(rules) {}

  Result<Pages> pages_of(const Query& query) const {
    switch (query.kind) {
      case Query::Kind::phrase:
        return match_phrase(generation_, terms_, query.phrase, rules_);
      case Query::Kind::field:
        return pages_of_field(query);
      case Query::Kind::all_of:
        return pages_of_all(query);
      case Query::Kind::any_of:
        return pages_of_any(query);
      case Query::Kind::none_of:
        break;
    }
    const auto inside = pages_of(query.parts.front());
    if (!inside) return inside;
    return without(pages_of_books(generation_, [](const auto&, auto) { return true; }), *inside);
  }

 private:
  // What must not be there is taken away from the rest, rather than looked for everywhere else.
  Result<Pages> pages_of_all(const Query& query) const {
    std::optional<Pages> all;
    for (const Query& part : query.parts) {
      if (part.kind == Query::Kind::none_of) continue;
      auto pages = pages_of(part);
      if (!pages) return pages;
      all = all ? in_both(*all, *pages) : *std::move(pages);
      if (all->empty()) return Pages{};
    }
    for (const Query& part : query.parts) {
      if (part.kind != Query::Kind::none_of) continue;
      auto pages = all ? pages_of(part.parts.front()) : pages_of(part);
      if (!pages) return pages;
      all = all ? without(*all, *pages) : *std::move(pages);
    }
    return *std::move(all);
  }

  Result<Pages> pages_of_any(const Query& query) const {
    Pages any;
    for (const Query& part : query.parts) {
      const auto pages = pages_of(part);
      if (!pages) return pages;
      any = in_either(any, *pages);
    }
    return any;
  }

  Result<Pages> pages_of_field(const Query& query) const {
    const std::u16string folded = search_text_of(to_code_points(query.value)).folded;
    const auto& titles = generation_.folded_titles();
    const auto title_holds = [&](std::size_t place) {
      return !folded.empty() && titles[place].find(folded) != std::u16string::npos;
    };
    switch (query.field) {
      case Field::title:
        return pages_of_books(generation_,
                              [&](const auto&, std::size_t place) { return title_holds(place); });
      case Field::book:
        return pages_of_books(generation_, [&](const ManifestBook& book, std::size_t place) {
          return book.id == query.value || title_holds(place);
        });
      case Field::dynasty:
        return pages_of_books(generation_, [&](const ManifestBook& book, std::size_t) {
          return !folded.empty() && search_text_of(to_code_points(book.dynasty)).folded == folded;
        });
      case Field::person:
        return pages_naming_any(query.value, EntityKind::person);
      case Field::place:
        return pages_naming_any(query.value, EntityKind::place);
      case Field::office:
        return pages_naming_any(query.value, EntityKind::office);
      default:
        return Pages{};
    }
  }

  Result<Pages> pages_naming_any(const std::string& name, EntityKind kind) const {
    const auto subjects = find_subjects(generation_, terms_, name);
    if (!subjects) return fail(subjects);
    // The name may also be the id that a facet gave.
    auto any = pages_naming(terms_, name);
    if (!any) return any;
    for (const FoundSubject& subject : *subjects) {
      if (subject.kind != kind) continue;
      const auto pages = pages_naming(terms_, subject.id);
      if (!pages) return pages;
      any = in_either(*any, *pages);
    }
    return any;
  }

  const OpenGeneration& generation_;
  const TermReader& terms_;
  const MatchRules& rules_;
};

void collect_phrases(const Query& query, std::vector<const SearchText*>& phrases) {
  if (query.kind == Query::Kind::phrase) phrases.push_back(&query.phrase);
  if (query.kind == Query::Kind::none_of) return;
  for (const Query& part : query.parts) collect_phrases(part, phrases);
}

}  // namespace

std::vector<PageMatch> in_both(const Pages& a, const Pages& b) {
  Pages both;
  auto other = b.begin();
  for (const PageMatch& match : a) {
    other = std::lower_bound(other, b.end(), match, before);
    if (other == b.end()) break;
    if (other->page != match.page) continue;
    both.push_back(match);
    add_counts(both.back(), *other);
  }
  return both;
}

Result<Pages> pages_naming(const TermReader& terms, const std::string& subject_id) {
  const auto postings = terms.postings(term_of(Field::page_subject, subject_id));
  if (!postings) return fail(postings);
  Pages pages;
  for (const Posting& posting : *postings) pages.push_back({posting.document, {}});
  return pages;
}

Result<Pages> evaluate_query(const OpenGeneration& generation,
                             const TermReader& terms,
                             const Query& query,
                             const MatchRules& rules) {
  return Evaluation(generation, terms, rules).pages_of(query);
}

std::vector<const SearchText*> phrases_to_mark(const Query& query) {
  std::vector<const SearchText*> phrases;
  collect_phrases(query, phrases);
  return phrases;
}

}  // namespace wenlan
