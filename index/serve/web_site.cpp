// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/web_site.h"

#include <algorithm>
#include <array>

#include "engine/base/file.h"
#include "index/serve/embedded_site.h"

namespace wenlan {
namespace {

struct ContentType {
  std::string_view ending;
  std::string_view type;
};
constexpr std::array kContentTypes{
    ContentType{".html", "text/html; charset=utf-8"},
    ContentType{".js", "text/javascript; charset=utf-8"},
    ContentType{".css", "text/css; charset=utf-8"},
    ContentType{".json", "application/json; charset=utf-8"},
    ContentType{".svg", "image/svg+xml"},
    ContentType{".png", "image/png"},
    ContentType{".jpg", "image/jpeg"},
    ContentType{".webp", "image/webp"},
    ContentType{".ico", "image/x-icon"},
    ContentType{".woff2", "font/woff2"},
    ContentType{".txt", "text/plain; charset=utf-8"},
    ContentType{".map", "application/json; charset=utf-8"},
};

constexpr std::string_view kIndex = "index.html";
// Files under it have a hash of their content in their name.
constexpr std::string_view kHashedFolder = "assets/";

constexpr std::string_view kNoSite =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Wenlan</title>"
    "<p>This wenlan was built without the web site (WENLAN_WEB=OFF). The HTTP API is at "
    "<a href=\"/api\">/api</a>; a site can be served with <code>wenlan serve --web DIR</code>.</p>"
    "<p lang=\"zh-Hant\">此程式未含網站；介面在 /api。</p></html>";

HttpResponse as_response(const std::string& path) {
  const bool hashed = path.starts_with(kHashedFolder);
  return {.content_type = std::string(content_type_of(path)),
          .cache_control = hashed ? "public, max-age=31536000, immutable" : "no-cache"};
}

// "/search" and "/book/…" are the site's own; "/logo.png" is a file or nothing.
bool may_be_a_view(const RequestTarget& target) {
  return target.segments.empty() ||
         (target.segments[0] != "assets" && target.segments[0] != "api" &&
          target.segments[0] != "images" &&
          (target.segments.size() > 1 || target.segments[0].find('.') == std::string::npos));
}

}  // namespace

std::string_view content_type_of(std::string_view path) {
  for (const auto& [ending, type] : kContentTypes)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

std::optional<HttpResponse> WebSite::file(const std::string& path) const {
  if (folder_) {
    auto bytes = read_file(*folder_ / path);
    if (!bytes) return std::nullopt;
    HttpResponse response = as_response(path);
    response.cache_control = "no-cache";
    response.etag = etag_of(*bytes);
    response.body = *std::move(bytes);
    return response;
  }
  const auto files = embedded_site();
  const auto found = std::lower_bound(
      files.begin(), files.end(), path, [](const EmbeddedFile& file, const std::string& wanted) {
        return file.path < wanted;
      });
  if (found == files.end() || found->path != path) return std::nullopt;
  HttpResponse response = as_response(path);
  response.etag = found->etag;
  response.lasting_body = {found->begin, found->end};
  return response;
}

HttpResponse WebSite::answer(const HttpRequest& request) const {
  std::string path;
  for (const std::string& segment : request.target.segments)
    path += (path.empty() ? "" : "/") + segment;
  std::optional<HttpResponse> response = path.empty() ? std::nullopt : file(path);
  if (!response && may_be_a_view(request.target)) response = file(std::string(kIndex));
  if (!response && path.empty())
    return {.content_type = "text/html; charset=utf-8", .lasting_body = kNoSite};
  if (!response) return error_response(request, Error{ErrorCode::not_found, request.path, {}});
  if (client_has(request, response->etag))
    return not_modified(response->etag, response->cache_control);
  return *std::move(response);
}

}  // namespace wenlan
