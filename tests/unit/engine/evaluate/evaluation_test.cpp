// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/evaluation.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace wenlan {
namespace {

// Main text only, half of its strict errors being variant forms.
PageScore page_with(const std::string& page, std::size_t characters, std::size_t errors) {
  const TextErrors count{characters, errors, errors / 2, 0};
  return {.page = page, .book = page.substr(0, page.find('/')), .all = count, .main = count};
}

std::vector<PageScore> two_books() {
  return {page_with("a/1", 100, 2), page_with("a/2", 100, 10), page_with("b/1", 50, 20)};
}

TEST(Evaluation, SumsCharactersNotRates) {
  const Evaluation result = evaluate(two_books());
  EXPECT_EQ(result.pages, 3);
  EXPECT_EQ(result.all.characters, 250U);
  EXPECT_DOUBLE_EQ(result.all.cer, 32 / 250.0);
  EXPECT_DOUBLE_EQ(result.all.cer_folded, 16 / 250.0);
  EXPECT_LT(result.all.interval_95_folded.first, result.all.cer_folded);
  EXPECT_GT(result.all.interval_95_folded.second, result.all.cer_folded);
  EXPECT_TRUE(result.main);
  EXPECT_FALSE(result.note);
}

TEST(Evaluation, BooksAreSummedApart) {
  const auto books = evaluate_books(two_books());
  ASSERT_EQ(books.size(), 2U);
  EXPECT_EQ(books[0].first, "a");
  EXPECT_EQ(books[0].second.pages, 2);
  EXPECT_DOUBLE_EQ(books[1].second.all.cer, 0.4);
  EXPECT_TRUE(evaluate_books({{.page = "1"}}).empty());
}

TEST(Evaluation, TellsHowWellTheEstimateOrdersPages) {
  auto pages = two_books();
  EXPECT_FALSE(evaluate(pages).expected_cer_correlation);
  for (PageScore& page : pages) page.expected_cer = static_cast<double>(page.all.strict);
  EXPECT_DOUBLE_EQ(evaluate(pages).expected_cer_correlation.value(), 1);
}

TEST(Evaluation, WritingWhereTheTruthHasNoneIsAllWrong) {
  PageScore page;
  page.all.strict = page.all.folded = 3;
  EXPECT_EQ(evaluate({page}).all.cer, 1);
  EXPECT_EQ(evaluate({PageScore{}}).all.cer, 0);
}

TEST(EvaluationJson, HasTheNamesOfTheContract) {
  const auto json = nlohmann::json::parse(to_json(two_books(), true));
  for (const char* name : {"pages", "characters", "cer", "cer_folded", "cer_main", "interval_95"})
    EXPECT_TRUE(json.contains(name)) << name;
  EXPECT_TRUE(json["cer_note"].is_null());
  EXPECT_TRUE(json["note"].is_null());
  EXPECT_EQ(json["interval_95"].size(), 2U);
  EXPECT_EQ(json["main"]["characters"], 250);
  EXPECT_EQ(json["books"][1]["book"], "b");
  EXPECT_EQ(json["books"][1]["cer"], 0.4);
  EXPECT_EQ(json["by_page"][2]["page"], "b/1");
  EXPECT_FALSE(nlohmann::json::parse(to_json(two_books(), false)).contains("by_page"));
}

}  // namespace
}  // namespace wenlan
