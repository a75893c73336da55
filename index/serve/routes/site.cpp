// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/routes/routes.h"
#include "index/serve/web_site.h"

namespace wenlan {

std::vector<Route> site_routes(const WebSite& site) {
  return {{.pattern = "/{…}",
           .help = "The web site",
           .answer = [&site](const HttpRequest& request, const PathParts&) {
             return site.answer(request);
           }}};
}

}  // namespace wenlan
