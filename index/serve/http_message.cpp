// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/http_message.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "engine/base/sha256.h"
#include "engine/base/utf8.h"

namespace wenlan {
namespace {

constexpr std::size_t kLongestTarget = 4096;

tl::unexpected<RequestFault> bad_path(std::string why) {
  return tl::unexpected<RequestFault>(
      RequestFault{Error{ErrorCode::usage, "the address", std::move(why)}, "path"});
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Empty optional: an escape that is none, or bytes that are no text.
std::optional<std::string> decoded(std::string_view text, bool plus_is_blank) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_blank) {
      out += ' ';
    } else if (text[i] != '%') {
      out += text[i];
    } else {
      const int high = i + 2 < text.size() ? digit_of(text[i + 1]) : -1;
      const int low = high >= 0 ? digit_of(text[i + 2]) : -1;
      if (low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  if (!is_valid_utf8(out)) return std::nullopt;
  return out;
}

bool has_control_characters(std::string_view text) {
  return std::any_of(
      text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

bool is_safe_segment(std::string_view segment) {
  return !segment.empty() && segment != "." && segment != ".." &&
         !has_control_characters(segment) && segment.find_first_of("/\\") == std::string_view::npos;
}

Requested<std::vector<std::string>> parse_path(std::string_view path) {
  if (!path.starts_with('/')) return bad_path("it does not begin with '/'");
  path.remove_prefix(1);
  std::vector<std::string> segments;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const auto segment = decoded(path.substr(0, end), false);
    if (!segment) return bad_path("it is not percent-encoded UTF-8");
    if (!is_safe_segment(*segment)) return bad_path("it has a part no address here has");
    segments.push_back(*segment);
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return segments;
}

Requested<std::vector<std::pair<std::string, std::string>>> parse_query(std::string_view query) {
  std::vector<std::pair<std::string, std::string>> parameters;
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(pair.size() + 1, query.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const auto name = decoded(pair.substr(0, equals), true);
    if (!name) return bad_path("a parameter's name is not percent-encoded UTF-8");
    const auto value = decoded(pair.substr(std::min(equals + 1, pair.size())), true);
    if (!value) return wrong_parameter(*name, "not percent-encoded UTF-8");
    if (std::any_of(parameters.begin(), parameters.end(), [&](const auto& known) {
          return known.first == *name;
        }))
      return wrong_parameter(*name, "given twice");
    parameters.emplace_back(*name, *value);
  }
  return parameters;
}

}  // namespace

Requested<RequestTarget> parse_target(std::string_view target) {
  if (target.size() > kLongestTarget) return bad_path("it is longer than 4096 bytes");
  const std::size_t mark = std::min(target.find('?'), target.size());
  auto segments = parse_path(target.substr(0, mark));
  if (!segments) return tl::unexpected(segments.error());
  auto parameters = parse_query(target.substr(std::min(mark + 1, target.size())));
  if (!parameters) return tl::unexpected(parameters.error());
  return RequestTarget{*std::move(segments), *std::move(parameters)};
}

std::string etag_of(std::string_view bytes) {
  return '"' + sha256_of(bytes).substr(0, 32) + '"';
}

bool client_has(const HttpRequest& request, std::string_view etag) {
  return request.if_none_match == "*" ||
         (!etag.empty() && request.if_none_match.find(etag) != std::string::npos);
}

HttpResponse not_modified(std::string etag, std::string cache_control) {
  return {.status = 304, .cache_control = std::move(cache_control), .etag = std::move(etag)};
}

HttpResponse json_response(const HttpRequest& request, std::string body) {
  std::string etag = etag_of(body);
  if (client_has(request, etag)) return not_modified(std::move(etag), "no-cache");
  return {.etag = std::move(etag), .body = std::move(body)};
}

HttpResponse error_response(const HttpRequest& request, const RequestFault& fault) {
  const ErrorKind& kind = kind_of(fault.error.code);
  Error shown = fault.error;
  if (kind.http_status != 400) shown = Error{shown.code, request.path, {}};
  nlohmann::ordered_json error{{"code", kind.name},
                               {"message", to_sentence(shown, request.language)}};
  if (fault.parameter.empty())
    error["parameter"] = nullptr;
  else
    error["parameter"] = fault.parameter;
  return {.status = kind.http_status,
          .cache_control = "no-store",
          .body = nlohmann::ordered_json{{"error", error}}.dump(
              -1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)};
}

HttpResponse error_response(const HttpRequest& request, const Error& error) {
  return error_response(request, RequestFault{error, {}});
}

}  // namespace wenlan
