// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/articles.h"

#include <gmock/gmock.h>

#include "tests/unit/engine/segment/newspaper_columns.h"

namespace wenlan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr double kUnit = 20;

TEST(Articles, ColumnsBelongToTheHeadlineAtTheirRight) {
  const Extent items[] = {
      {104, 0, 140, 420}, column(3, 0), column(2, 0), column(3, 1), column(6, 0)};
  const auto articles = find_articles(items, {}, kUnit);
  ASSERT_THAT(articles, SizeIs(1));
  EXPECT_THAT(articles[0].members, ElementsAre(0, 1, 2, 3));
  EXPECT_EQ(articles[0].headline.left, 104);
}

TEST(Articles, EndAtTheNextHeadlineAndAtARule) {
  const Extent items[] = {{104, 0, 140, 200}, column(3, 0), {30, 0, 70, 200}, column(0, 0)};
  EXPECT_THAT(find_articles(items, {}, kUnit), SizeIs(2));
  const PrintedRules rules{{{100, 0, 102, 200}}, {}};
  const auto articles = find_articles(items, rules, kUnit);
  ASSERT_THAT(articles, SizeIs(2));
  EXPECT_THAT(articles[0].members, ElementsAre(0));
  EXPECT_THAT(articles[1].members, ElementsAre(2, 3));
}

TEST(Articles, AShortRuleBesideAHeadlineIsAnOrnament) {
  const Extent items[] = {{104, 0, 140, 420}, column(3, 0), column(3, 1)};
  const PrintedRules rules{{{100, 230, 102, 400}}, {}};
  const auto articles = find_articles(items, rules, kUnit);
  ASSERT_THAT(articles, SizeIs(1));
  EXPECT_THAT(articles[0].members, ElementsAre(0, 1, 2));
}

TEST(Articles, ColumnsBelowAHeadlineAcrossBelongToIt) {
  // 0 stands at the right of the headline 1, which is set in beside it.
  const Extent items[] = {column(4, 0), {20, 0, 98, 40}, {78, 50, 98, 200}, {52, 50, 72, 200}};
  const auto articles = find_articles(items, {}, kUnit);
  ASSERT_THAT(articles, SizeIs(1));
  EXPECT_THAT(articles[0].members, ElementsAre(1, 2, 3));
}

TEST(Articles, AMastheadAboveAllColumnsIsNone) {
  const Extent items[] = {{20, -100, 98, -20}, column(3, 0), column(2, 0), column(1, 0)};
  const auto articles = find_articles(items, {}, kUnit);
  ASSERT_THAT(articles, SizeIs(1));
  EXPECT_THAT(articles[0].members, ElementsAre(0));
}

TEST(Articles, WithoutHeadlinesThereAreNone) {
  const Extent items[] = {column(0, 0), column(1, 0)};
  EXPECT_THAT(find_articles(items, {}, kUnit), IsEmpty());
  EXPECT_THAT(find_articles({}, {}, kUnit), IsEmpty());
}

}  // namespace
}  // namespace wenlan
