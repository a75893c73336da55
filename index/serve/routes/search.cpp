// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query/answer_json.h"
#include "index/serve/parameters.h"
#include "index/serve/routes/routes.h"
#include "index/serve/served_archive.h"

namespace wenlan {
namespace {

constexpr NameTable<bool, 2> kSwitch{{{true, "on"}, {false, "off"}}};
constexpr std::size_t kLongestQuery = 1000;

Requested<SearchRequest> parse_search(const RequestTarget& target) {
  Parameters parameters(target);
  SearchRequest search;
  search.query = parameters.text("q", kLongestQuery).value_or("");
  if (search.query.empty()) parameters.note("q", "missing: what is sought");
  search.limit = parameters.number("limit", search.limit, {0, 1000});
  search.offset = parameters.number("offset", search.offset, {0, 1'000'000'000});
  search.in = parameters.word("in", search.in, kStreamChoices);
  search.variants = parameters.word("variants", search.variants, kSwitch);
  search.fuzzy = parameters.word("fuzzy", search.fuzzy, kSwitch);
  search.book = parameters.text("book");
  search.person = parameters.text("person");
  search.place = parameters.text("place");
  search.office = parameters.text("office");
  search.dynasty = parameters.text("dynasty");
  if (auto fault = parameters.fault()) return tl::unexpected(*std::move(fault));
  return search;
}

// What the query itself is to blame for names its parameter.
RequestFault fault_of(const Error& error, const SearchRequest& search) {
  if (error.code == ErrorCode::bad_query) return {error, "q"};
  const bool of_book = error.code == ErrorCode::not_found && search.book;
  if (of_book) return wrong_parameter("book", "no such book").value();
  return {error, {}};
}

}  // namespace

std::vector<Route> search_routes(const ServedArchive& served) {
  return {{.pattern = "/api/search",
           .help = "Pages that hold a phrase: q, limit, offset, in=main|note|any, variants=on|off, "
                   "fuzzy=on|off, book, person, place, office, dynasty",
           .answer = [&served](const HttpRequest& request, const PathParts&) {
             const auto search = parse_search(request.target);
             if (!search) return error_response(request, search.error());
             const auto searcher = served.searcher();
             if (!searcher) return error_response(request, searcher.error());
             const auto answer = (*searcher)->search(*search);
             if (!answer) return error_response(request, fault_of(answer.error(), *search));
             return json_response(request, to_json(*answer));
           }}};
}

}  // namespace wenlan
