// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/deep_zoom.h"

#include <gtest/gtest.h>

namespace wenlan {
namespace {

TEST(DeepZoom, HighestLevelHoldsTheLongerSide) {
  EXPECT_EQ(highest_level({1, 1}), 0);
  EXPECT_EQ(highest_level({2, 1}), 1);
  EXPECT_EQ(highest_level({1024, 768}), 10);
  EXPECT_EQ(highest_level({1025, 768}), 11);
}

TEST(DeepZoom, TilesOfALevelCoverIt) {
  const Size<ScanSpace> size{1300, 900};
  for (int level = 0; level <= highest_level(size); ++level) {
    float right = 0;
    for (int column = 0; const auto tile = tile_at(size, level, column, 0); ++column) {
      EXPECT_LE(tile->part.x, right) << level;
      right = tile->part.right();
      EXPECT_NEAR(tile->part.width * tile->detail, tile->width, 1e-3);
    }
    EXPECT_GE(right, 1300);
  }
}

TEST(DeepZoom, TilesOverlapByOnePixel) {
  const auto second = tile_at({2000, 2000}, 11, 1, 0);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->part, (Box<ScanSpace>{511, 0, 514, 513}));
}

TEST(DeepZoom, NamesOfTilesAreRead) {
  EXPECT_EQ(parse_tile_name("3_5.jpg")->row, 5);
  for (const char* name : {"",
                           "3.jpg",
                           "3_5",
                           "3_5.png",
                           "-3_5.jpg",
                           "a_b.jpg",
                           "3_5_6.jpg",
                           "_.jpg",
                           "99999999999_0.jpg"})
    EXPECT_FALSE(parse_tile_name(name)) << name;
}

}  // namespace
}  // namespace wenlan
