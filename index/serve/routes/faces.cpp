// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <optional>

#include "index/serve/face_store.h"
#include "index/serve/routes/routes.h"

namespace wenlan {
namespace {

constexpr std::string_view kEnding = ".ttf";
// How a character is drawn does not change: a browser asks for each once.
constexpr std::string_view kKeepForGood = "public, max-age=31536000, immutable";

// "2003e.ttf"; empty for any other name, so that each face has one address.
std::optional<char32_t> character_in(std::string_view name) {
  if (!name.ends_with(kEnding)) return std::nullopt;
  name.remove_suffix(kEnding.size());
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), value, 16);
  const bool whole = error == std::errc() && end == name.data() + name.size();
  const bool plain = !name.empty() && name.front() != '0' &&
                     name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  if (!whole || !plain || value > 0x10FFFF) return std::nullopt;
  return static_cast<char32_t>(value);
}

HttpResponse face(const FaceStore& faces, const HttpRequest& request, const PathParts& parts) {
  const auto style = value_in(kFaceStyles, parts[0]);
  const auto character = character_in(parts[1]);
  if (!style || !character)
    return error_response(request, Error{ErrorCode::not_found, request.path, {}});
  auto bytes = faces.face_of(*style, *character);
  if (!bytes) return error_response(request, bytes.error());
  std::string etag = etag_of(*bytes);
  if (client_has(request, etag)) return not_modified(std::move(etag), std::string(kKeepForGood));
  return {.content_type = "font/ttf",
          .cache_control = std::string(kKeepForGood),
          .etag = std::move(etag),
          .body = *std::move(bytes)};
}

}  // namespace

std::vector<Route> face_routes(const FaceStore& faces) {
  return {{.pattern = "/faces/{style}/{character}",
           .help = "A font of one rare character: song or kai, its code point as in 2003e.ttf",
           .answer = [&faces](const HttpRequest& request, const PathParts& parts) {
             return face(faces, request, parts);
           }}};
}

}  // namespace wenlan
