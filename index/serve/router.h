// SPDX-License-Identifier: GPL-3.0-or-later
// One table of addresses and who answers them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "index/serve/http_message.h"

namespace wenlan {

// The parts of the path that stand where the pattern has {name}, in order.
using PathParts = std::vector<std::string>;

// Pictures are heavy: they have threads of their own, so that searches never wait for them.
enum class Work { light, pictures };

struct Route {
  std::string pattern;  // "/api/books/{book}/pages/{page}"; "/{…}" at the end takes any rest
  std::string help;
  Work work = Work::light;
  std::function<HttpResponse(const HttpRequest&, const PathParts&)> answer;
};

class Router {
 public:
  // The first route that fits answers.
  explicit Router(std::vector<Route> routes);

  const std::vector<Route>& routes() const { return routes_; }
  Work work_of(const RequestTarget& target) const;
  // not_found when no route fits.
  HttpResponse answer(const HttpRequest& request) const;

 private:
  std::vector<Route> routes_;
};

}  // namespace wenlan
