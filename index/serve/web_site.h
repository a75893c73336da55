// SPDX-License-Identifier: GPL-3.0-or-later
// The files of the web site: those built in, or a folder of them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "index/serve/http_message.h"

namespace wenlan {

class WebSite {
 public:
  // Without a folder: what was built in.
  explicit WebSite(std::optional<std::filesystem::path> folder) : folder_(std::move(folder)) {}

  // The file of that path; index.html for addresses the site itself knows (/search, /book/…); a
  // 404 for files that are not there.
  HttpResponse answer(const HttpRequest& request) const;

 private:
  std::optional<HttpResponse> file(const std::string& path) const;

  std::optional<std::filesystem::path> folder_;
};

// By the ending: "text/javascript; charset=utf-8".
std::string_view content_type_of(std::string_view path);

}  // namespace wenlan
