// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/utf8.h"
#include "index/serve/http_message.h"

namespace wenlan {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(RequestTarget, PathAndParametersAreDecoded) {
  const auto target = parse_target("/book/%E5%8F%B2%E8%A8%98/0001?q=a+b%2Bc&in=note&empty");
  ASSERT_TRUE(target);
  EXPECT_THAT(target->segments, ElementsAre("book", "史記", "0001"));
  EXPECT_THAT(target->parameters,
              ElementsAre(Pair("q", "a b+c"), Pair("in", "note"), Pair("empty", "")));
}

TEST(RequestTarget, RootAndAStrokeAtTheEndAreLawful) {
  EXPECT_TRUE(parse_target("/")->segments.empty());
  EXPECT_THAT(parse_target("/a/")->segments, ElementsAre("a"));
}

TEST(RequestTarget, WhatLeadsElsewhereIsRefused) {
  for (const std::string_view target : {"",
                                        "a",
                                        "*",
                                        "http://a/",
                                        "/..",
                                        "/a/../b",
                                        "/.",
                                        "/%2e%2e",
                                        "/a%2fb",
                                        "/a%5cb",
                                        "/a%00",
                                        "/a%0a",
                                        "//a",
                                        "/a//b",
                                        "/%",
                                        "/%4",
                                        "/%zz",
                                        "/%ff"})
    EXPECT_FALSE(parse_target(target)) << target;
}

TEST(RequestTarget, ParameterAtFaultIsNamed) {
  EXPECT_EQ(parse_target("/?a=1&q=%ff").error().parameter, "q");
  EXPECT_EQ(parse_target("/?q=1&q=2").error().parameter, "q");
  EXPECT_EQ(parse_target("/?q=" + std::string(5000, 'a')).error().error.code, ErrorCode::usage);
}

TEST(RequestTarget, AnyBytesAreParsedOrRefused) {
  std::mt19937 random(5);
  static constexpr std::string_view kBytes = "/%.2e5c?&=+a\xe4\xb8\x80\xff";
  for (int i = 0; i < 20'000; ++i) {
    std::string target = "/";
    for (auto n = random() % 16; n > 0; --n) target += kBytes[random() % kBytes.size()];
    const auto parsed = parse_target(target);
    if (!parsed) continue;
    for (const std::string& segment : parsed->segments) {
      EXPECT_TRUE(is_valid_utf8(segment));
      EXPECT_EQ(segment.find('/'), std::string::npos);
      EXPECT_NE(segment, "..");
    }
  }
}

}  // namespace
}  // namespace wenlan
