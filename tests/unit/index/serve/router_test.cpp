// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/router.h"

#include <gtest/gtest.h>

namespace wenlan {
namespace {

Route route(std::string pattern, Work work = Work::light) {
  return {.pattern = pattern,
          .work = work,
          .answer = [pattern](const HttpRequest&, const PathParts& parts) {
            std::string body = pattern;
            for (const std::string& part : parts) body += " " + part;
            return HttpResponse{.body = body};
          }};
}

HttpRequest request_of(std::vector<std::string> path) {
  return {.target = {std::move(path), {}}, .path = "/x"};
}

TEST(Router, FirstRouteThatFitsAnswers) {
  const Router router(
      {route("/a"), route("/a/{one}"), route("/a/{one}/b/{two}", Work::pictures), route("/{…}")});
  EXPECT_EQ(router.answer(request_of({"a"})).body, "/a");
  EXPECT_EQ(router.answer(request_of({"a", "1"})).body, "/a/{one} 1");
  EXPECT_EQ(router.answer(request_of({"a", "1", "b", "2"})).body, "/a/{one}/b/{two} 1 2");
  EXPECT_EQ(router.answer(request_of({"a", "1", "c"})).body, "/{…} a 1 c");
  EXPECT_EQ(router.answer(request_of({})).body, "/{…}");
  EXPECT_EQ(router.work_of({{"a", "1", "b", "2"}, {}}), Work::pictures);
  EXPECT_EQ(router.work_of({{"a"}, {}}), Work::light);
}

TEST(Router, AddressWithoutARouteIsNotFound) {
  EXPECT_EQ(Router({route("/a")}).answer(request_of({"b"})).status, 404);
}

}  // namespace
}  // namespace wenlan
