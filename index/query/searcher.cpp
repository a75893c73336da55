// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query/searcher.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <mutex>

#include <fmt/format.h>

#include "engine/base/utf8.h"
#include "index/query/count_facets.h"
#include "index/query/evaluate_query.h"
#include "index/query/find_subjects.h"
#include "index/query/make_hit.h"
#include "index/query/open_generation.h"
#include "index/query/parse_query.h"
#include "index/schema/file_identity.h"

namespace wenlan {
namespace {

using Pages = std::vector<PageMatch>;

// A note is less of a find than the book's own words, a fold strip less than a note.
constexpr std::array<double, kSearchStreams> kStreamWeights{1.0, 0.6, 0.3};
constexpr double kInexactWeight = 0.5;
constexpr std::size_t kBooksNamed = 10;

// More occurrences count for more, each less than the one before; doubtful readings for less.
double score_of(const OpenGeneration& generation, const PageMatch& match) {
  double score = 0;
  for (std::size_t stream = 0; stream < kSearchStreams; ++stream)
    if (match.counts[stream] > 0)
      score += kStreamWeights[stream] * (1 + std::log(match.counts[stream]));
  const double cer = std::clamp(double{generation.record(match.page).expected_cer}, 0.0, 0.9);
  return 10 * score * (1 - cer);
}

struct Ranked {
  double score = 0;
  std::uint32_t place = 0;  // in the list of pages
};

// The places of the best pages; equal scores stand in the order of the books.
std::vector<Ranked> best_of(const OpenGeneration& generation,
                            const Pages& pages,
                            std::size_t count) {
  std::vector<Ranked> ranked(pages.size());
  for (std::uint32_t place = 0; place < pages.size(); ++place)
    ranked[place] = {score_of(generation, pages[place]), place};
  count = std::min(count, ranked.size());
  std::partial_sort(ranked.begin(),
                    ranked.begin() + static_cast<std::ptrdiff_t>(count),
                    ranked.end(),
                    [](const Ranked& a, const Ranked& b) {
                      return a.score != b.score ? a.score > b.score : a.place < b.place;
                    });
  ranked.resize(count);
  return ranked;
}

Result<Pages> within_filters(const OpenGeneration& generation,
                             const TermReader& terms,
                             const SearchRequest& request,
                             Pages pages) {
  if (request.book) {
    bool known = false;
    const Pages of_book = pages_of_books(generation, [&](const ManifestBook& book, std::size_t) {
      known = known || book.id == *request.book;
      return book.id == *request.book;
    });
    if (!known) return fail(ErrorCode::not_found, *request.book);
    pages = in_both(pages, of_book);
  }
  if (request.dynasty)
    pages = in_both(pages, pages_of_books(generation, [&](const ManifestBook& book, std::size_t) {
                      return book.dynasty == *request.dynasty;
                    }));
  for (const auto& subject : {request.person, request.place, request.office}) {
    if (!subject) continue;
    const auto naming = pages_naming(terms, *subject);
    if (!naming) return fail(naming);
    pages = in_both(pages, *naming);
  }
  return pages;
}

Result<void> check_request(const SearchRequest& request) {
  constexpr int kMostHits = 1000;
  if (request.limit < 0 || request.limit > kMostHits)
    return fail(ErrorCode::usage, "limit", fmt::format("it must be 0..{}", kMostHits));
  if (request.offset < 0) return fail(ErrorCode::usage, "offset", "it must not be negative");
  return {};
}

MatchRules rules_of(const SearchRequest& request) {
  if (!request.variants) return {request.in, Agreement::printed};
  return {request.in, request.fuzzy ? Agreement::one_wrong : Agreement::folded};
}

Result<void> add_hits(const OpenGeneration& generation,
                      const SearchRequest& request,
                      const Query& query,
                      const Pages& pages,
                      SearchAnswer& answer) {
  const MatchRules rules = rules_of(request);
  HitMaker maker(generation, rules, phrases_to_mark(query));
  const auto offset = static_cast<std::size_t>(request.offset);
  const auto best = best_of(generation, pages, offset + static_cast<std::size_t>(request.limit));
  for (std::size_t at = offset; at < best.size(); ++at) {
    auto hit = maker.hit_on(pages[best[at].place], best[at].score);
    if (!hit) return fail(hit);
    answer.hits.push_back(*std::move(hit));
  }
  return {};
}

Result<SearchAnswer> answer_from(const OpenGeneration& generation,
                                 const TermReader& terms,
                                 const SearchRequest& request,
                                 const Query& query) {
  SearchAnswer answer;
  answer.query = request.query;
  answer.exact = !request.fuzzy;
  auto found = evaluate_query(generation, terms, query, rules_of(request));
  if (!found) return fail(found);
  const auto pages = within_filters(generation, terms, request, *std::move(found));
  if (!pages) return fail(pages);
  answer.total = static_cast<std::int64_t>(pages->size());
  if (const auto added = add_hits(generation, request, query, *pages, answer); !added)
    return fail(added);
  if (request.facets) {
    auto facets = count_facets(generation, terms, *pages);
    if (!facets) return fail(facets);
    answer.facets = *std::move(facets);
  }
  if (query.kind != Query::Kind::phrase) return answer;
  auto subjects = find_subjects(generation, terms, request.query);
  if (!subjects) return fail(subjects);
  answer.subjects = *std::move(subjects);
  auto books = find_books(generation, terms, query.phrase, kBooksNamed);
  if (!books) return fail(books);
  answer.books = *std::move(books);
  return answer;
}

}  // namespace

class Searcher::State {
 public:
  explicit State(std::filesystem::path index_folder) : index_folder_(std::move(index_folder)) {}

  // Shared by the searches that use it: the last one closes a generation that was replaced.
  Result<std::shared_ptr<const OpenGeneration>> current() {
    const std::scoped_lock lock(mutex_);
    const FileIdentity identity = identity_of(current_file(index_folder_));
    if (generation_ && identity == identity_) return generation_;
    const auto name = published_generation(index_folder_);
    if (!name) return fail(name);
    if (!generation_ || generation_->name() != *name) {
      auto opened = OpenGeneration::open(index_folder_, *name);
      if (!opened) return fail(opened);
      generation_ = *std::move(opened);
    }
    identity_ = identity;
    return generation_;
  }

 private:
  std::filesystem::path index_folder_;
  std::mutex mutex_;
  std::shared_ptr<const OpenGeneration> generation_;  // guarded by mutex_, as is identity_
  FileIdentity identity_;
};

Searcher::Searcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(const std::filesystem::path& index_folder) {
  auto state = std::make_unique<State>(index_folder);
  if (const auto current = state->current(); !current) return fail(current);
  return Searcher(std::move(state));
}

Result<SearchAnswer> Searcher::search(const SearchRequest& request) const {
  const auto begin = std::chrono::steady_clock::now();
  if (const auto checked = check_request(request); !checked) return fail(checked);
  const auto query = parse_query(request.query);
  if (!query) return fail(query);
  auto generation = state_->current();
  if (!generation) return fail(generation);
  auto terms = (*generation)->lease();
  if (!terms) {
    // Two generations may have been published since: then this one's files are gone.
    generation = state_->current();
    if (!generation) return fail(generation);
    terms = (*generation)->lease();
    if (!terms) return fail(terms);
  }
  auto answer = answer_from(**generation, **terms, request, *query);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  if (answer) answer->took_ms = took.count();
  return answer;
}

Result<Searcher::Contents> Searcher::contents() const {
  const auto generation = state_->current();
  if (!generation) return fail(generation);
  const Manifest& manifest = (*generation)->manifest();
  return Contents{(*generation)->name(),
                  static_cast<std::int64_t>(manifest.books.size()),
                  manifest.pages,
                  manifest.subjects};
}

}  // namespace wenlan
