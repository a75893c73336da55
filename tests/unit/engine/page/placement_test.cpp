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

TEST(Placement, OfABentLeafMapsBothWaysToAHundredthOfAPixel) {
  Bend bend{1400, 2000, {30, -40, 5, 25, 10, -8, 6, 12}, {-15, 20, 4, 35, -6, 10, 2, -9}};
  const auto placement = Placement::from_scan_to_clean({0.999, 0.02, 4, -0.02, 0.999, 9}, bend);
  for (float x = 0; x <= 1400; x += 100)
    for (float y = 0; y <= 2000; y += 100) {
      const Point<CleanSpace> after =
          placement.to_clean(placement.to_scan(Point<CleanSpace>{x, y}));
      EXPECT_NEAR(after.x, x, 0.01);
      EXPECT_NEAR(after.y, y, 0.01);
    }
  const Point<ScanSpace> middle = placement.to_scan(Point<CleanSpace>{700, 1000});
  EXPECT_NEAR(middle.x,
              Placement::from_scan_to_clean({0.999, 0.02, 4, -0.02, 0.999, 9})
                  .to_scan(Point<CleanSpace>{700, 1000})
                  .x,
              0.01);
}

TEST(Placement, BoxAroundATurnedBoxHoldsAllItsCorners) {
  const auto quarter_turn = Placement::from_scan_to_clean({0, -1, 100, 1, 0, 0});
  EXPECT_EQ(quarter_turn.to_clean(Box<ScanSpace>{10, 20, 30, 5}), (Box<CleanSpace>{75, 10, 5, 30}));
}

}  // namespace
}  // namespace wenlan
