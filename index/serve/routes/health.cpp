// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/routes/json_parts.h"
#include "index/serve/routes/routes.h"
#include "index/serve/served_archive.h"

namespace wenlan {
namespace {

// An archive without an index is well: it only has nothing to search yet.
HttpResponse health(const ServedArchive& served, const HttpRequest& request) {
  Json json{{"status", "ok"},
            {"version", WENLAN_VERSION},
            {"books", 0},
            {"pages", 0},
            {"index_generation", nullptr}};
  const auto searcher = served.searcher();
  if (!searcher && searcher.error().code != ErrorCode::missing_index)
    return error_response(request, searcher.error());
  if (searcher) {
    const auto contents = (*searcher)->contents();
    if (!contents) return error_response(request, contents.error());
    json["books"] = contents->books;
    json["pages"] = contents->pages;
    json["index_generation"] = contents->generation;
  }
  return json_response(request, text_of_json(json));
}

}  // namespace

std::vector<Route> health_routes(const ServedArchive& served) {
  return {{.pattern = "/api/health",
           .help = "Whether the server works and what it serves",
           .answer = [&served](const HttpRequest& request, const PathParts&) {
             return health(served, request);
           }}};
}

}  // namespace wenlan
