// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/chrono.h>

#include "index/serve/routes/json_parts.h"
#include "index/serve/routes/routes.h"
#include "index/serve/served_archive.h"

namespace wenlan {
namespace {

Json record_json(const BookRecord& record) {
  return {{"id", record.id},
          {"title", record.title},
          {"creator", record.creator},
          {"dynasty", record.dynasty},
          {"date", record.date}};
}

// "2026-11-21T09:58:00Z"
Json added_json(const Archive& archive, const std::string& book) {
  const auto grown = archive.grown_at(book);
  if (!grown) return {};
  return fmt::format("{:%FT%TZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(*grown)));
}

HttpResponse books(const ServedArchive& served, const HttpRequest& request) {
  const auto records = served.archive().books();
  if (!records) return error_response(request, records.error());
  Json list = Json::array();
  for (const BookRecord& record : *records) {
    const auto pages = served.archive().page_ids(record.id);
    if (!pages) return error_response(request, pages.error());
    Json book = record_json(record);
    book["pages"] = pages->size();
    book["first_page"] = pages->empty() ? Json() : Json(pages->front());
    book["added"] = added_json(served.archive(), record.id);
    list.push_back(std::move(book));
  }
  return json_response(request, text_of_json({{"books", std::move(list)}}));
}

// The leaf the page names itself by, else its number.
std::string label_of(const std::string& page, const PageFacts& facts) {
  if (!facts.leaf.empty()) return facts.leaf;
  const std::size_t digits = page.find_first_not_of('0');
  return digits == std::string::npos ? page : page.substr(digits);
}

Json page_json(const std::string& id, const PageFacts& facts) {
  return {{"id", id},
          {"label", label_of(id, facts)},
          {"kind", name_in(kPageKinds, facts.kind)},
          {"width", facts.size.width},
          {"height", facts.size.height},
          {"text_only", !facts.scan.has_value()}};
}

// A page whose file is broken is left out of the list: the others are still readable.
HttpResponse book(const ServedArchive& served, const HttpRequest& request, const std::string& id) {
  const auto record = served.archive().book(id);
  if (!record) return error_response(request, record.error());
  const auto ids = served.archive().page_ids(id);
  if (!ids) return error_response(request, ids.error());
  Json pages = Json::array();
  for (const std::string& page : *ids)
    if (const auto facts = served.facts(id, page)) pages.push_back(page_json(page, *facts));
  Json json = record_json(*record);
  json["language"] = record->language;
  json["rights"] = record->rights;
  json["pages"] = std::move(pages);
  return json_response(request, text_of_json(json));
}

}  // namespace

std::vector<Route> book_routes(const ServedArchive& served) {
  return {{.pattern = "/api/books",
           .help = "All books, and when each last grew",
           .answer = [&served](const HttpRequest& request,
                               const PathParts&) { return books(served, request); }},
          {.pattern = "/api/books/{book}",
           .help = "One book: its record and its pages",
           .answer = [&served](const HttpRequest& request, const PathParts& parts) {
             return book(served, request, parts[0]);
           }}};
}

}  // namespace wenlan
