// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/columns.h"

#include <random>

#include <gmock/gmock.h>

namespace wenlan {
namespace {

TEST(CutColumns, GivesNoColumnsForNoLines) {
  EXPECT_TRUE(cut_columns({}, {60, 40}, {}, {}).columns.empty());
}

TEST(CutColumns, KeepsADoubleRowTogether) {
  const std::vector<UprightLine> lines{
      {0, 1000, 300, 50}, {0, 1000, 255, 24}, {0, 1000, 225, 24}, {0, 1000, 180, 50}};
  const auto cut = cut_columns(lines, {60, 36}, {}, {});
  ASSERT_EQ(cut.columns.size(), 3U);
  EXPECT_THAT(cut.columns[1].lines, testing::UnorderedElementsAre(1, 2));
}

TEST(CutColumns, KeepsADoubleRowTogetherWhoseOneLineIsFoundTooWide) {
  // The border is 36: the row of 42 would be a main line by its width, but it stands at a quarter
  // of its column beside the other.
  const std::vector<UprightLine> lines{
      {0, 1000, 300, 50}, {0, 1000, 255, 42}, {0, 1000, 225, 24}, {0, 1000, 180, 50}};
  const auto cut = cut_columns(lines, {60, 36}, {}, {});
  ASSERT_EQ(cut.columns.size(), 3U);
  EXPECT_THAT(cut.columns[1].lines, testing::UnorderedElementsAre(1, 2));
}

TEST(CutColumns, SaysWhatShareOfTheTextStandsAsHalfColumns) {
  const std::vector<UprightLine> mains{{0, 1000, 300, 50}, {0, 1000, 240, 50}, {0, 1000, 180, 50}};
  EXPECT_DOUBLE_EQ(cut_columns(mains, {60, 36}, {}, {}).half_share, 0);
  const std::vector<UprightLine> mixed{
      {0, 1000, 300, 50}, {0, 500, 255, 24}, {0, 500, 225, 24}, {0, 1000, 180, 50}};
  EXPECT_NEAR(cut_columns(mixed, {60, 36}, {}, {}).half_share, 1. / 3, 1e-9);
}

TEST(CutColumns, CutsAtRules) {
  // Two rows of half lines: only the rules tell which are pairs.
  const std::vector<UprightLine> lines{
      {0, 900, 15, 24}, {0, 900, 45, 24}, {0, 900, 75, 24}, {0, 900, 105, 24}};
  const std::vector<Rule> rules{{0, 1}, {60, 1}, {120, 1}};
  const auto cut = cut_columns(lines, {60, 36}, rules, {});
  ASSERT_EQ(cut.columns.size(), 2U);
  EXPECT_THAT(cut.columns[0].lines, testing::UnorderedElementsAre(2, 3));
}

TEST(CutColumns, RulesBesideTheTextChangeNothing) {
  const std::vector<UprightLine> lines{
      {0, 900, 90, 48}, {0, 900, 150, 48}, {0, 900, 210, 48}, {0, 900, 270, 48}};
  const std::vector<Rule> edges{{-20, 1}, {390, 1}};
  EXPECT_DOUBLE_EQ(cut_columns(lines, {60, 36}, edges, {}).cost,
                   cut_columns(lines, {60, 36}, {}, {}).cost);
}

TEST(CutColumns, ARuleBesideAGapCountsOnce) {
  const std::vector<UprightLine> lines{{0, 900, 90, 48}, {0, 900, 150, 48}, {0, 900, 510, 48}};
  SegmentOptions options;
  options.empty_weight = 0;  // gaps are free
  const double without = cut_columns(lines, {60, 36}, {}, options).cost;
  const std::vector<Rule> rule{{180, 1}};
  EXPECT_NEAR(cut_columns(lines, {60, 36}, rule, options).cost, without - options.rule_weight, .01);
}

TEST(CutColumns, PutsEachLineOfAnyPageInOneColumn) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> place(0, 2000), width(1, 200), height(1, 1500);
  for (int page = 0; page < 40; ++page) {
    std::vector<UprightLine> lines;
    for (int i = 0; i <= page; ++i) {
      const double top = place(random);
      lines.push_back({top, top + height(random), place(random), width(random)});
    }
    std::vector<std::size_t> seen;
    for (const auto& column : cut_columns(lines, {width(random), 30}, {}, {}).columns)
      seen.insert(seen.end(), column.lines.begin(), column.lines.end());
    std::sort(seen.begin(), seen.end());
    ASSERT_EQ(seen.size(), lines.size());
    for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_EQ(seen[i], i);
  }
}

TEST(CutColumns, BearsAPitchFarTooSmall) {
  const std::vector<UprightLine> lines{{0, 10, 0, 5}, {0, 10, 1e6, 5}};
  EXPECT_EQ(cut_columns(lines, {.5, .3}, {}, {}).columns.size(), 2U);
}

}  // namespace
}  // namespace wenlan
