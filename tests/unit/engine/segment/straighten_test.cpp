// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/straighten.h"

#include <gmock/gmock.h>

namespace wenlan {
namespace {

// Columns 40 wide and 1000 high that lean by `shear` from top to bottom.
std::vector<FoundLine> leaning_columns(float shear) {
  std::vector<FoundLine> lines;
  for (float x = 100; x < 1000; x += 100)
    lines.push_back(
        cut_across({{x, 0}, {x + 40, 0}, {x + 40 + shear, 1000}, {x + shear, 1000}}, 1));
  return lines;
}

TEST(Straightening, MakesLeaningColumnsUpright) {
  const auto lines = leaning_columns(30);
  const auto straightening = fit_straightening(lines, true);
  for (const auto& line : lines) {
    const auto& first = line.slices.front();
    const auto& last = line.slices.back();
    EXPECT_NEAR(straightening.to_upright(first.center(), first.y),
                straightening.to_upright(last.center(), last.y),
                1.5);
  }
}

TEST(Straightening, IsInvertible) {
  const Straightening s{.03, .01, .005, 500, 700, 1400};
  for (const double x : {0., 333., 1000.})
    for (const double y : {0., 700., 1400.})
      EXPECT_NEAR(s.from_upright(s.to_upright(x, y), y), x, 1e-6);
}

TEST(Straightening, OneLineThatLeansOtherwiseDoesNotTurnThePage) {
  auto lines = leaning_columns(0);
  lines.push_back(cut_across({{1100, 0}, {1140, 0}, {1240, 1000}, {1200, 1000}}, 1));
  EXPECT_NEAR(fit_straightening(lines, false).shear, 0, .004);
}

TEST(Straightening, IsTheIdentityWithoutLongLines) {
  const std::vector<FoundLine> lines{cut_across({{0, 0}, {40, 0}, {40, 40}, {0, 40}}, 1)};
  const auto straightening = fit_straightening(lines, true);
  EXPECT_DOUBLE_EQ(straightening.to_upright(17, 400), 17);
  EXPECT_DOUBLE_EQ(fit_straightening({}, true).to_upright(5, 5), 5);
}

}  // namespace
}  // namespace wenlan
