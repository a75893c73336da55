// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/text_error.h"

#include <random>

#include <gtest/gtest.h>

namespace wenlan {
namespace {

// The textbook way: every cell of the table.
std::size_t slow_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::size_t>> cell(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cell[i][j] = i + j;
        continue;
      }
      const std::size_t replaced = cell[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cell[i][j] = std::min({replaced, cell[i - 1][j] + 1, cell[i][j - 1] + 1});
    }
  return cell[a.size()][b.size()];
}

TEST(EditDistance, CountsEachKindOfEditOnce) {
  EXPECT_EQ(edit_distance(U"天地玄黃", U"天地玄黃"), 0U);
  EXPECT_EQ(edit_distance(U"天地玄黃", U"天也玄黃"), 1U);
  EXPECT_EQ(edit_distance(U"天地玄黃", U"天玄黃"), 1U);
  EXPECT_EQ(edit_distance(U"天地玄黃", U"天地之玄黃"), 1U);
  EXPECT_EQ(edit_distance(U"", U"天地"), 2U);
  EXPECT_EQ(edit_distance(U"", U""), 0U);
}

TEST(EditDistance, EqualsTheTextbookWayOnManyTexts) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::u32string a, b;
    for (std::size_t i = random() % 90; i > 0; --i) a += static_cast<char32_t>(U'a' + random() % 3);
    for (std::size_t i = random() % 90; i > 0; --i)
      b += static_cast<char32_t>(U'a' + random() % (1 + round % 6));
    ASSERT_EQ(edit_distance(a, b), slow_distance(a, b)) << round;
  }
}

TEST(CountErrors, WrittenFormsAreNoErrorWhenFolded) {
  const TextErrors errors = count_errors(U"為學日益", U"爲學曰益");
  EXPECT_EQ(errors.characters, 4U);
  EXPECT_EQ(errors.strict, 2U);
  EXPECT_EQ(errors.folded, 1U);
}

TEST(CountErrors, MisorderedTextWasNotMissed) {
  const TextErrors errors = count_errors(U"天地玄黃", U"玄黃天地");
  EXPECT_EQ(errors.strict, 4U);
  EXPECT_EQ(errors.missed, 0U);
  EXPECT_EQ(count_errors(U"天天地", U"天").missed, 2U);
}

TEST(ErrorRate, IsOneWhenSomethingWasReadWhereNothingIs) {
  EXPECT_EQ(error_rate(3, 0), 1);
  EXPECT_EQ(error_rate(0, 0), 0);
  EXPECT_DOUBLE_EQ(error_rate(1, 4), 0.25);
}

TEST(Interval95, HoldsTheRateAndIsAPointForOnePage) {
  const std::vector<TextErrors> pages{{100, 2, 1, 0}, {100, 10, 8, 4}, {100, 6, 5, 1}};
  const auto [low, high] = interval_95(pages);
  EXPECT_LT(low, 0.06);
  EXPECT_GT(high, 0.06);
  EXPECT_GE(low, 0.02);
  EXPECT_LE(high, 0.10);
  EXPECT_EQ(interval_95({pages[0]}), (Interval{0.02, 0.02}));
  EXPECT_EQ(interval_95({pages[0]}, &TextErrors::folded), (Interval{0.01, 0.01}));
  EXPECT_EQ(interval_95({}), (Interval{0, 0}));
  // Pages without such text neither widen nor lower it.
  EXPECT_EQ(interval_95({pages[0], {}, {}}), (Interval{0.02, 0.02}));
}

}  // namespace
}  // namespace wenlan
