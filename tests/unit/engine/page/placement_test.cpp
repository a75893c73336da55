// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/page/placement.h"

#include <random>

#include <gtest/gtest.h>

namespace wenlan {
namespace {

TEST(Placement, ScanToCleanToScanIsTheIdentityToHalfAPixel) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> angle(-0.2, 0.2), scale(0.3, 2.0), shift(-500, 500);
  std::uniform_real_distribution<float> pixel(0, 8000);
  for (int round = 0; round < 1000; ++round) {
    const double a = angle(random), s = scale(random);
    const auto placement = Placement::from_scan_to_clean({s * std::cos(a),
                                                          -s * std::sin(a),
                                                          shift(random),
                                                          s * std::sin(a),
                                                          s * std::cos(a),
                                                          shift(random)});
    const Point<ScanSpace> before{pixel(random), pixel(random)};
    const Point<ScanSpace> after = placement.to_scan(placement.to_clean(before));
    EXPECT_NEAR(after.x, before.x, 0.5);
    EXPECT_NEAR(after.y, before.y, 0.5);
  }
}

TEST(Placement, BoxAroundATurnedBoxHoldsAllItsCorners) {
  const auto quarter_turn = Placement::from_scan_to_clean({0, -1, 100, 1, 0, 0});
  EXPECT_EQ(quarter_turn.to_clean(Box<ScanSpace>{10, 20, 30, 5}), (Box<CleanSpace>{75, 10, 5, 30}));
}

}  // namespace
}  // namespace wenlan
