// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/hidden_tilt.h"

#include <gmock/gmock.h>

namespace wenlan {
namespace {

FoundLine box(float x, float height) {
  return cut_across({{x, 0}, {x + 60, 0}, {x + 60, height}, {x, height}}, 1);
}
FoundLine leaning(float x, float height) {
  return cut_across({{x, 0}, {x + 60, 0}, {x + 90, height}, {x + 30, height}}, 1);
}

TEST(HiddenTilt, SharesAreByLength) {
  EXPECT_DOUBLE_EQ(hidden_share(std::vector{box(0, 900), leaning(100, 300)}), .75);
  EXPECT_DOUBLE_EQ(hidden_share({}), 0);
}

TEST(HiddenTilt, CostsMoreTheMoreOutlinesSpeakAgainstIt) {
  EXPECT_DOUBLE_EQ(hidden_tilt_cost(-.01, 1, 6), .06);
  EXPECT_DOUBLE_EQ(hidden_tilt_cost(.01, .5, 6), .12);
  EXPECT_DOUBLE_EQ(hidden_tilt_cost(.01, 0, 6), 2);  // held at a share of .03
}

TEST(HiddenTilt, NarrowsBoxesAlone) {
  // A shear of .02 over a height of 1000 takes 20 off a box 60 wide. The leaning outline leans by
  // 30 in 1000: seen upright, it is 60 wide whatever else is tried.
  const std::vector<FoundLine> lines{box(0, 1000), leaning(100, 1000)};
  Straightening seen;
  seen.unit = 1000;
  const auto strips = upright_leaning(lines, seen, .02);
  EXPECT_NEAR(strips[0].width, 40, 1e-6);
  EXPECT_NEAR(strips[1].width, 60, 1e-6);
}

TEST(HiddenTilt, LeavesSomethingOfABox) {
  Straightening seen;
  seen.unit = 1000;
  EXPECT_NEAR(upright_leaning(std::vector{box(0, 1000)}, seen, .2)[0].width, 24, 1e-6);
}

}  // namespace
}  // namespace wenlan
