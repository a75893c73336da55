// SPDX-License-Identifier: GPL-3.0-or-later
// A request as it came and an answer as it goes, without sockets.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/error.h"
#include "engine/base/result.h"

namespace wenlan {

// The path and the parameters of an address, decoded. Segments are UTF-8 without control
// characters, are never "." or "..", and hold no '/' or '\': none leads out of a folder.
struct RequestTarget {
  std::vector<std::string> segments;
  std::vector<std::pair<std::string, std::string>> parameters;
  bool operator==(const RequestTarget&) const = default;
};

// What is wrong with a request, and which parameter says so.
struct RequestFault {
  Error error;
  std::string parameter;  // empty when it is none
};
template <class T>
using Requested = tl::expected<T, RequestFault>;

inline tl::unexpected<RequestFault> wrong_parameter(std::string name, std::string why) {
  return tl::unexpected<RequestFault>(
      RequestFault{Error{ErrorCode::usage, "parameter '" + name + "'", std::move(why)}, name});
}

// Reads the target of a request line, "/book/%E5%8F%B2?q=…". Fails on bad escapes, bytes that are
// not UTF-8, a parameter given twice, and anything over 4096 bytes.
Requested<RequestTarget> parse_target(std::string_view target);

struct HttpRequest {
  RequestTarget target;
  std::string path;           // as it came, for messages
  std::string if_none_match;  // empty: no such header
  Language language = Language::english;
};

struct HttpResponse {
  int status = 200;
  std::string content_type = "application/json; charset=utf-8";
  std::string cache_control = "no-cache";
  std::string etag;  // with its quotation marks; empty: none
  std::string body;
  std::string_view lasting_body;  // used instead when not empty; lives as long as the program
};

// An entity tag for these bytes.
std::string etag_of(std::string_view bytes);
// True when the client has what `etag` names.
bool client_has(const HttpRequest& request, std::string_view etag);

HttpResponse json_response(const HttpRequest& request, std::string body);
HttpResponse not_modified(std::string etag, std::string cache_control);
// {"error": {"code", "message", "parameter"}}. What is a fault of ours tells nothing of the
// machine.
HttpResponse error_response(const HttpRequest& request, const RequestFault& fault);
HttpResponse error_response(const HttpRequest& request, const Error& error);

}  // namespace wenlan
