// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/archive_server.h"

#include <fmt/format.h>

#include "index/serve/face_store.h"
#include "index/serve/http_server.h"
#include "index/serve/large_scans.h"
#include "index/serve/picture_store.h"
#include "index/serve/routes/json_parts.h"
#include "index/serve/routes/routes.h"
#include "index/serve/served_archive.h"
#include "index/serve/web_site.h"

namespace wenlan {
namespace {

void append(std::vector<Route>& routes, std::vector<Route> more) {
  for (Route& route : more) routes.push_back(std::move(route));
}

// The table of routes as an answer: made once, it never changes.
Route help_route(const std::vector<Route>& routes) {
  Json list = Json::array();
  for (const Route& route : routes)
    list.push_back({{"address", route.pattern}, {"help", route.help}});
  return {.pattern = "/api",
          .help = "This list",
          .answer = [help = text_of_json({{"routes", std::move(list)}})](const HttpRequest& request,
                                                                         const PathParts&) {
            return json_response(request, help);
          }};
}

// Addresses under /api that no route has are not the site's.
Route unknown_route() {
  return {.pattern = "/api/{…}",
          .help = "Not found",
          .answer = [](const HttpRequest& request, const PathParts&) {
            return error_response(request, Error{ErrorCode::not_found, request.path, {}});
          }};
}

}  // namespace

// In the order of making: the server, which uses all others, ends first.
class ArchiveServer::State {
 public:
  State(const Archive& archive,
        const ServeOptions& options,
        const std::optional<std::filesystem::path>& site)
      : served_(archive),
        pictures_(static_cast<std::size_t>(options.picture_memory_mb) << 20U),
        site_(site),
        host_(options.address) {}

  Result<void> start(const ServeOptions& options, FaultLog log) {
    auto server = HttpServer::start(options, Router(routes()), std::move(log));
    if (!server) return fail(server);
    server_.emplace(*std::move(server));
    return {};
  }

  HttpServer& server() { return *server_; }
  std::string address() const {
    const bool is_ipv6 = host_.find(':') != std::string::npos;
    return fmt::format(
        "http://{}{}{}:{}", is_ipv6 ? "[" : "", host_, is_ipv6 ? "]" : "", server_->port());
  }

 private:
  std::vector<Route> routes() {
    std::vector<Route> routes;
    append(routes, search_routes(served_));
    append(routes, book_routes(served_));
    append(routes, page_routes(served_));
    append(routes, subject_routes(served_));
    append(routes, health_routes(served_));
    append(routes, image_routes(served_, pictures_, large_));
    append(routes, face_routes(faces_));
    routes.push_back(help_route(routes));
    routes.push_back(unknown_route());
    append(routes, site_routes(site_));
    return routes;
  }

  ServedArchive served_;
  PictureStore pictures_;
  LargeScans large_;
  FaceStore faces_;
  WebSite site_;
  std::string host_;
  std::optional<HttpServer> server_;
};

ArchiveServer::ArchiveServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
ArchiveServer::ArchiveServer(ArchiveServer&&) noexcept = default;
ArchiveServer& ArchiveServer::operator=(ArchiveServer&&) noexcept = default;
ArchiveServer::~ArchiveServer() = default;

Result<ArchiveServer> ArchiveServer::start(const Archive& archive,
                                           const ServeOptions& options,
                                           const std::optional<std::filesystem::path>& site,
                                           FaultLog log) {
  auto state = std::make_unique<State>(archive, options, site);
  if (auto started = state->start(options, std::move(log)); !started) return fail(started);
  return ArchiveServer(std::move(state));
}

int ArchiveServer::port() const {
  return state_->server().port();
}

std::string ArchiveServer::address() const {
  return state_->address();
}

void ArchiveServer::stop() {
  state_->server().stop();
}

}  // namespace wenlan
