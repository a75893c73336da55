// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query/answer_json.h"

#include <cmath>

#include <nlohmann/json.hpp>

namespace wenlan {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value, double steps) {
  return std::round(value * steps) / steps;
}

Json json_of(const MatchPiece& piece) {
  const auto whole = [](float value) { return std::lround(value); };
  return {
      {"page", piece.page},
      {"box",
       {whole(piece.box.x), whole(piece.box.y), whole(piece.box.width), whole(piece.box.height)}}};
}

Json json_of(const SearchMatch& match) {
  Json pieces = Json::array();
  for (const MatchPiece& piece : match.pieces) pieces.push_back(json_of(piece));
  return {{"text", match.text},
          {"stream", name_in(kStreams, match.stream)},
          {"exact", match.exact},
          {"pieces", std::move(pieces)}};
}

Json json_of(const SearchHit& hit) {
  Json matches = Json::array();
  for (const SearchMatch& match : hit.matches) matches.push_back(json_of(match));
  Json marks = Json::array();
  for (const auto& [begin, end] : hit.snippet_marks) marks.push_back(Json::array({begin, end}));
  return {{"book", hit.book},
          {"title", hit.title},
          {"page", hit.page},
          {"leaf", hit.leaf},
          {"score", rounded(hit.score, 1000)},
          {"snippet", hit.snippet},
          {"snippet_marks", std::move(marks)},
          {"matches", std::move(matches)}};
}

Json json_of(const std::vector<FacetCount>& counts) {
  Json values = Json::array();
  for (const FacetCount& count : counts)
    values.push_back({{"value", count.value}, {"label", count.label}, {"count", count.count}});
  return values;
}

Json json_of(const SearchFacets& facets) {
  return {{"book", json_of(facets.book)},
          {"person", json_of(facets.person)},
          {"place", json_of(facets.place)},
          {"office", json_of(facets.office)},
          {"dynasty", json_of(facets.dynasty)}};
}

}  // namespace

std::string to_json(const SearchAnswer& answer, bool facets) {
  Json hits = Json::array();
  for (const SearchHit& hit : answer.hits) hits.push_back(json_of(hit));
  Json subjects = Json::array();
  for (const FoundSubject& subject : answer.subjects)
    subjects.push_back({{"id", subject.id},
                        {"kind", name_in(kEntityKinds, subject.kind)},
                        {"name", subject.name},
                        {"mentions", subject.mentions}});
  Json books = Json::array();
  for (const FoundBook& book : answer.books)
    books.push_back({{"id", book.id}, {"title", book.title}});
  Json json{{"query", answer.query},
            {"total", answer.total},
            {"exact", answer.exact},
            {"took_ms", rounded(answer.took_ms, 1000)},
            {"hits", std::move(hits)}};
  if (facets) json["facets"] = json_of(answer.facets);
  json["subjects"] = std::move(subjects);
  json["books"] = std::move(books);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace wenlan
