// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "http_client.h"
#include "sample_archive.h"

namespace wenlan {
namespace {

using nlohmann::json;
using testing::HasSubstr;

HttpAnswer asked(std::string_view target, std::string_view headers = {}) {
  return get(served_sample().port, target, headers);
}

json json_of(std::string_view target) {
  const HttpAnswer answer = asked(target);
  EXPECT_EQ(answer.status, 200) << target << answer.body;
  EXPECT_EQ(answer.headers.at("content-type"), "application/json; charset=utf-8") << target;
  return json::parse(answer.body, nullptr, false);
}

TEST(Api, BooksAreListedWithTheirPages) {
  const json books = json_of("/api/books")["books"];
  ASSERT_EQ(books.size(), 2U);
  EXPECT_EQ(books[0]["id"], "gazetteer");
  EXPECT_EQ(books[0]["title"], "鄞縣志");
  EXPECT_EQ(books[0]["dynasty"], "清");
  EXPECT_EQ(books[0]["pages"], 2);
  EXPECT_EQ(books[0]["first_page"], "0001");
  EXPECT_TRUE(books[0]["added"].get<std::string>().starts_with("20"));
  EXPECT_EQ(books[1]["id"], "史記");
}

TEST(Api, BookTellsSizeAndKindOfEachPage) {
  const json pages = json_of("/api/books/gazetteer")["pages"];
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(pages[0], json::parse(R"({"id":"0001","label":"卷二 葉五","kind":"text","width":600,
                                      "height":800,"text_only":false})"));
  EXPECT_EQ(pages[1]["kind"], "blank");
  EXPECT_EQ(json_of("/api/books/%E5%8F%B2%E8%A8%98")["pages"][0]["text_only"], true);
}

TEST(Api, PageHasLinesEntitiesAndNeighbours) {
  const json page = json_of("/api/books/gazetteer/pages/0001");
  EXPECT_EQ(page["book"], "gazetteer");
  EXPECT_EQ(page["page"], "0001");
  EXPECT_EQ(page["title"], "鄞縣志");
  EXPECT_EQ(page["previous"], nullptr);
  EXPECT_EQ(page["next"], "0002");
  EXPECT_EQ(page["width"], 600);
  EXPECT_EQ(page["text"], "𠀀王安石知鄞縣\n乾隆元年重修\n鄞縣志卷二 五");
  ASSERT_EQ(page["lines"].size(), 3U);
  EXPECT_EQ(page["lines"][1]["column"], 1);
  EXPECT_EQ(page["lines"][1]["note_segment"], nullptr);
  EXPECT_EQ(page["lines"][1]["span"], json({9, 15}));
  ASSERT_EQ(page["entities"].size(), 1U);
  const json& entity = page["entities"][0];
  EXPECT_EQ(entity["text"], "王安石");
  EXPECT_EQ(entity["span"], json({2, 5}));
  EXPECT_EQ(entity["lines"], json({"l1"}));
  EXPECT_EQ(entity["boxes"].size(), 1U);
  EXPECT_TRUE(entity["subject"].get<std::string>().starts_with("person-"));
}

TEST(Api, MarkOfAReaderSaysWhichCharacterItStandsBeside) {
  const json page = json_of("/api/books/gazetteer/pages/0001");
  ASSERT_EQ(page["marks"].size(), 1U);
  const json& mark = page["marks"][0];
  EXPECT_EQ(mark["kind"], "circle");
  EXPECT_EQ(mark["ink"], "red");
  EXPECT_EQ(mark["beside"], "元");
  EXPECT_EQ(mark["span"], json({11, 12}));
}

TEST(Api, SearchAnswersInTheShapeOfTheContract) {
  const json answer = json_of("/api/search?q=%E7%8E%8B%E5%AE%89%E7%9F%B3&limit=5");
  EXPECT_EQ(answer["query"], "王安石");
  EXPECT_EQ(answer["total"], 1);
  EXPECT_EQ(answer["hits"][0]["book"], "gazetteer");
  EXPECT_EQ(answer["hits"][0]["matches"][0]["pieces"][0]["page"], "0001");
  EXPECT_EQ(answer["hits"][0]["leaf"], "卷二 葉五");
  EXPECT_TRUE(answer.contains("took_ms"));
  EXPECT_TRUE(answer["facets"].contains("person"));
  ASSERT_EQ(answer["subjects"].size(), 1U);
  EXPECT_EQ(answer["subjects"][0]["name"], "王安石");
  EXPECT_EQ(json_of("/api/search?q=%E9%BE%98")["total"], 0);
}

TEST(Api, SubjectHasMentionsInTheirContext) {
  const json found = json_of("/api/subjects?q=%E7%8E%8B%E5%AE%89%E7%9F%B3")["subjects"];
  ASSERT_EQ(found.size(), 1U);
  const json subject = json_of("/api/subjects/" + found[0]["id"].get<std::string>());
  EXPECT_EQ(subject["kind"], "person");
  EXPECT_EQ(subject["name"], "王安石");
  EXPECT_EQ(subject["total"], 1);
  EXPECT_EQ(subject["mentions"][0]["page"], "0001");
  EXPECT_EQ(subject["mentions"][0]["book"], "gazetteer");
  EXPECT_EQ(subject["mentions"][0]["leaf"], "卷二 葉五");
  EXPECT_THAT(subject["mentions"][0]["snippet"].get<std::string>(), HasSubstr("王安石"));
  EXPECT_EQ(json_of("/api/subjects?kind=place")["subjects"].size(), 0U);
}

TEST(Api, HealthTellsWhatIsServed) {
  const json health = json_of("/api/health");
  EXPECT_EQ(health["status"], "ok");
  EXPECT_EQ(health["books"], 2);
  EXPECT_EQ(health["pages"], 3);
  EXPECT_FALSE(health["version"].get<std::string>().empty());
}

TEST(Api, ListsItself) {
  const json routes = json_of("/api")["routes"];
  EXPECT_EQ(routes[0]["address"], "/api/search");
  EXPECT_GE(routes.size(), 10U);
}

struct WrongRequest {
  std::string_view target;
  int status;
  std::string_view code;
  std::string_view parameter;  // empty: null
};

TEST(Api, WrongRequestsNameWhatIsWrong) {
  static constexpr WrongRequest kWrong[] = {
      {"/api/search", 400, "usage", "q"},
      {"/api/search?q=", 400, "usage", "q"},
      {"/api/search?q=a&limit=ten", 400, "usage", "limit"},
      {"/api/search?q=a&limit=1001", 400, "usage", "limit"},
      {"/api/search?q=a&limit=-1", 400, "usage", "limit"},
      {"/api/search?q=a&limit=", 400, "usage", "limit"},
      {"/api/search?q=a&offset=1e3", 400, "usage", "offset"},
      {"/api/search?q=a&in=notes", 400, "usage", "in"},
      {"/api/search?q=a&variants=yes", 400, "usage", "variants"},
      {"/api/search?q=a&fuzzy=1", 400, "usage", "fuzzy"},
      {"/api/search?q=a&q=b", 400, "usage", "q"},
      {"/api/search?q=a&lmit=3", 400, "usage", "lmit"},
      {"/api/search?q=%ff", 400, "usage", "q"},
      {"/api/search?q=a&book=none", 400, "usage", "book"},
      {"/api/books/none", 404, "not_found", ""},
      {"/api/books/gazetteer/pages/9999", 404, "not_found", ""},
      {"/api/subjects/person-none", 404, "not_found", ""},
      {"/api/subjects?kind=dog", 400, "usage", "kind"},
      {"/api/nothing", 404, "not_found", ""},
      {"/api/books/gazetteer/", 200, "", ""},
  };
  for (const WrongRequest& wrong : kWrong) {
    const HttpAnswer answer = asked(wrong.target);
    EXPECT_EQ(answer.status, wrong.status) << wrong.target << answer.body;
    if (wrong.status == 200) continue;
    const json error = json::parse(answer.body, nullptr, false)["error"];
    EXPECT_EQ(error["code"], wrong.code) << wrong.target;
    EXPECT_EQ(error["parameter"], wrong.parameter.empty() ? json() : json(wrong.parameter))
        << wrong.target;
    EXPECT_FALSE(error["message"].get<std::string>().empty());
    EXPECT_EQ(answer.headers.at("cache-control"), "no-store");
  }
}

TEST(Api, ErrorsTellNothingOfTheMachine) {
  const HttpAnswer answer = asked("/api/books/gazetteer/pages/9999");
  EXPECT_EQ(
      answer.body,
      R"({"error":{"code":"not_found","message":"/api/books/gazetteer/pages/9999 does not exist; check the name.","parameter":null}})");
}

TEST(Api, ErrorsSpeakTheLanguageOfTheReader) {
  EXPECT_THAT(asked("/api/books/none", "Accept-Language: zh-TW\r\n").body, HasSubstr("。"));
}

TEST(Api, WhatTheClientHasIsNotSentAgain) {
  for (const std::string_view target : {"/api/books",
                                        "/api/books/gazetteer/pages/0001",
                                        "/images/gazetteer/0001/tiles.dzi",
                                        "/images/gazetteer/0001/thumbnail.jpg?height=64"}) {
    const HttpAnswer first = asked(target);
    ASSERT_EQ(first.status, 200) << target;
    const HttpAnswer again = asked(target, "If-None-Match: " + first.headers.at("etag") + "\r\n");
    EXPECT_EQ(again.status, 304) << target;
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(again.headers.at("etag"), first.headers.at("etag"));
    EXPECT_EQ(asked(target, "If-None-Match: \"other\"\r\n").status, 200);
  }
}

TEST(Api, AnswersKeepBrowsersStrict) {
  const HttpAnswer answer = asked("/api/health");
  EXPECT_EQ(answer.headers.at("x-content-type-options"), "nosniff");
  EXPECT_THAT(answer.headers.at("content-security-policy"), HasSubstr("default-src 'self'"));
}

}  // namespace
}  // namespace wenlan
