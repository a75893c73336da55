// SPDX-License-Identifier: GPL-3.0-or-later
// Answers searches in an archive's published index: pages with boxes, subjects and books.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/result.h"
#include "engine/page/entity.h"
#include "engine/page/geometry.h"
#include "engine/page/layout.h"
#include "engine/page/names.h"

namespace wenlan {

enum class StreamChoice { any, main, note };
inline constexpr NameTable<StreamChoice, 3> kStreamChoices{{
    {StreamChoice::any, "any"},
    {StreamChoice::main, "main"},
    {StreamChoice::note, "note"},
}};

struct SearchRequest {
  std::string query;  // see parse_query.h
  int limit = 10;     // 0..1000 hits
  int offset = 0;     // hits left out before the first
  StreamChoice in = StreamChoice::any;
  bool variants = true;               // false: only what is printed exactly so
  bool fuzzy = false;                 // also phrases with one character wrong
  bool facets = true;                 // false: leaves SearchAnswer::facets empty, which is quicker
  std::optional<std::string> book;    // the id of a book
  std::optional<std::string> person;  // subject ids
  std::optional<std::string> place;
  std::optional<std::string> office;
  std::optional<std::string> dynasty;  // as in the book's record
};

// A part of a match that lies in one line of one page.
struct MatchPiece {
  std::string page;
  Box<ScanSpace> box;  // all zero on text-only pages
};

struct SearchMatch {
  std::string text;  // as printed, without punctuation
  Stream stream = Stream::main;
  bool exact = true;               // false: one character differs from the phrase sought
  std::vector<MatchPiece> pieces;  // in reading order
};

struct SearchHit {
  std::string book;
  std::string title;
  std::string page;  // where the first match begins
  std::string leaf;  // 卷一 葉三, as the fold strip says; may be empty
  double score = 0;
  std::string snippet;
  // Begin and end of each match inside the snippet, in UTF-16 code units.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> snippet_marks;
  std::vector<SearchMatch> matches;  // at most 20 of the page's, in reading order
};

struct FacetCount {
  std::string value;  // what SearchRequest takes as a filter
  std::string label;
  std::int64_t count = 0;  // pages of the answer
};

// Most frequent first, at most 20 of each.
struct SearchFacets {
  std::vector<FacetCount> book, person, place, office, dynasty;
};

struct FoundSubject {
  std::string id;
  EntityKind kind = EntityKind::person;
  std::string name;
  std::int64_t mentions = 0;
};

struct FoundBook {
  std::string id;
  std::string title;
};

struct SearchAnswer {
  std::string query;
  std::int64_t total = 0;  // pages
  bool exact = true;       // false when the query was fuzzy
  double took_ms = 0;
  std::vector<SearchHit> hits;  // best first
  SearchFacets facets;
  std::vector<FoundSubject> subjects;  // whose name or alias is the query
  std::vector<FoundBook> books;        // whose title holds the query
};

// All members are safe to call from many threads. A generation published meanwhile is taken up by
// the next search; searches under way finish on the old one.
class Searcher {
 public:
  // `index_folder` is the archive's index/. Fails with missing_index, index_too_new or io_failed.
  static Result<Searcher> open(const std::filesystem::path& index_folder);
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  // Fails with bad_query (detail names the character), not_found for a book that does not exist,
  // and as open() does.
  Result<SearchAnswer> search(const SearchRequest& request) const;

  // The name of the generation that a search would use now, and what is in it.
  struct Contents {
    std::string generation;
    std::int64_t books = 0;
    std::int64_t pages = 0;
    std::int64_t subjects = 0;
  };
  Result<Contents> contents() const;

 private:
  class State;
  explicit Searcher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace wenlan
