// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that want to see what is not theirs, or to wear the server out. After each the server
// still answers.
#include <random>

#include <gtest/gtest.h>

#include "http_client.h"
#include "sample_archive.h"

namespace wenlan {
namespace {

int status_of(std::string_view target) {
  return get(served_sample().port, target).status;
}

void expect_alive(std::string_view after) {
  EXPECT_EQ(status_of("/api/health"), 200) << after;
}

TEST(Hostile, NoAddressLeadsOutOfTheArchive) {
  for (const std::string_view target : {"/../../etc/passwd",
                                        "/..%2f..%2fetc/passwd",
                                        "/%2e%2e/%2e%2e/etc/passwd",
                                        "/assets/../../../etc/passwd",
                                        "/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                                        "/assets/..%5c..%5cetc",
                                        "/api/books/..",
                                        "/api/books/%2e%2e%2fgazetteer",
                                        "/api/books/..%2f..%2flib",
                                        "/api/books/gazetteer/pages/..%2f..%2fbook",
                                        "/api/books/gazetteer/pages/%2e%2e",
                                        "/api/books/gazetteer%00/pages/0001",
                                        "/api/books/./pages/0001",
                                        "/images/..%2f/0001/thumbnail.jpg",
                                        "/images/gazetteer/..%2fbook.toml/thumbnail.jpg",
                                        "/images/gazetteer/0001/tiles_files/..%2f..%2f/0_0.jpg",
                                        "//etc/passwd",
                                        "/%2fetc/passwd",
                                        "/%c0%ae%c0%ae/etc/passwd"}) {
    const HttpAnswer answer = get(served_sample().port, target);
    EXPECT_TRUE(answer.status == 400 || answer.status == 404) << target << " " << answer.status;
    EXPECT_EQ(answer.body.find("root:"), std::string::npos) << target;
  }
}

TEST(Hostile, OnlyReadingIsUnderstood) {
  for (const std::string method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO"}) {
    const HttpAnswer answer =
        send_raw(served_sample().port,
                 method + " /api/books HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(answer.status, 405) << method;
    EXPECT_EQ(answer.headers.at("allow"), "GET, HEAD");
  }
  const HttpAnswer with_body =
      send_raw(served_sample().port,
               "POST /api/books HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\nabc");
  EXPECT_EQ(with_body.status, 405);
}

TEST(Hostile, HeadHasHeadersOnly) {
  const HttpAnswer answer = send_raw(
      served_sample().port, "HEAD /api/books HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "");
  EXPECT_NE(answer.headers.at("content-length"), "0");
}

TEST(Hostile, BodyOfAGetIsRefused) {
  send_raw(served_sample().port,
           "GET /api/books HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\nConnection: "
           "close\r\n\r\n0123456789");
  expect_alive("a GET with a body");
}

TEST(Hostile, LongAndBrokenRequestsAreRefused) {
  const std::string long_text(200'000, 'a');
  EXPECT_GE(status_of("/api/search?q=" + long_text), 400);
  EXPECT_EQ(status_of("/api/search?q=" + std::string(3000, 'a')), 400);
  EXPECT_EQ(status_of("/" + std::string(5000, 'a')), 400);
  for (const std::string& bytes :
       {std::string("\r\n\r\n"),
        std::string("GET\r\n\r\n"),
        std::string("GET / HTTP/9.9\r\n\r\n"),
        std::string("\0\1\2\3\4\r\n\r\n", 9),
        "GET / HTTP/1.1\r\nX: " + long_text + "\r\n\r\n",
        std::string("GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")}) {
    const int status =
        send_raw(served_sample().port, bytes + "\r\n", std::chrono::seconds(1)).status;
    EXPECT_TRUE(status == 0 || status >= 400) << status << bytes.substr(0, 40);
  }
  expect_alive("broken requests");
}

TEST(Hostile, RandomAddressesNeverBreakTheServer) {
  std::mt19937 random(11);
  static constexpr std::string_view kPieces[] = {
      "/",      "api", "books",       "gazetteer", "pages",    "0001", "images",
      "search", "?",   "&",           "=",         "q",        "%",    "%e4%b8%80",
      "limit",  "-1",  "tiles_files", "0_0.jpg",   "crop.jpg", "box",  "1,1,1,1",
      "..",     "%00", "\"",          "(",         "AND",      "*",    "+"};
  for (int i = 0; i < 300; ++i) {
    std::string target = "/";
    for (auto n = random() % 12; n > 0; --n) target += kPieces[random() % std::size(kPieces)];
    const int status = status_of(target);
    EXPECT_TRUE(status == 200 || status == 400 || status == 404) << target << " " << status;
  }
}

}  // namespace
}  // namespace wenlan
