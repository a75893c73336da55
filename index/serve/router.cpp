// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/router.h"

#include <optional>

namespace wenlan {
namespace {

constexpr std::string_view kAnyRest = "{…}";

std::optional<PathParts> parts_of(std::string_view pattern, const std::vector<std::string>& path) {
  PathParts parts;
  std::size_t at = 0;
  while (!pattern.empty()) {
    pattern.remove_prefix(1);  // the '/'
    const std::string_view wanted = pattern.substr(0, pattern.find('/'));
    pattern.remove_prefix(wanted.size());
    if (wanted == kAnyRest) {
      parts.insert(parts.end(), path.begin() + static_cast<std::ptrdiff_t>(at), path.end());
      return parts;
    }
    if (at == path.size()) return std::nullopt;
    if (wanted.starts_with('{'))
      parts.push_back(path[at]);
    else if (path[at] != wanted)
      return std::nullopt;
    ++at;
  }
  return at == path.size() ? std::optional(parts) : std::nullopt;
}

}  // namespace

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {}

Work Router::work_of(const RequestTarget& target) const {
  for (const Route& route : routes_)
    if (parts_of(route.pattern, target.segments)) return route.work;
  return Work::light;
}

HttpResponse Router::answer(const HttpRequest& request) const {
  for (const Route& route : routes_)
    if (const auto parts = parts_of(route.pattern, request.target.segments))
      return route.answer(request, *parts);
  return error_response(request, Error{ErrorCode::not_found, request.path, {}});
}

}  // namespace wenlan
