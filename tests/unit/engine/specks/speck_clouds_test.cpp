// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/specks/speck_clouds.h"

#include <gtest/gtest.h>

#include "tests/unit/engine/specks/drawn_specks.h"

namespace wenlan {
namespace {

TEST(SpeckClouds, WritingAloneIsNone) {
  cv::Mat1b page = bare_leaf();
  draw_writing(page, {100, 100, 800, 1200});
  EXPECT_TRUE(find_speck_clouds(page).empty());
}

TEST(SpeckClouds, AStampOverWritingIsOneWhereItLies) {
  cv::Mat1b page = bare_leaf();
  const cv::Rect stamp(300, 400, 400, 400);
  draw_writing(page, {100, 100, 800, 1200});
  strew_specks(page, stamp, 12);
  const auto clouds = find_speck_clouds(page);
  ASSERT_EQ(clouds.size(), 1U);
  EXPECT_EQ(clouds[0].area & stamp, stamp);
  EXPECT_LT(clouds[0].area.area(), 2 * stamp.area());
  const double shared = (clouds[0].stamp & stamp).area();
  EXPECT_GT(shared / (clouds[0].stamp | stamp).area(), .9);
}

TEST(SpeckClouds, DirtFarApartIsNone) {
  cv::Mat1b page = bare_leaf();
  draw_writing(page, {100, 100, 800, 1200});
  strew_specks(page, {0, 0, 1000, 1400}, 40);
  EXPECT_TRUE(find_speck_clouds(page).empty());
}

TEST(SpeckClouds, AWornCharacterIsNone) {
  cv::Mat1b page = bare_leaf();
  strew_specks(page, {300, 400, 60, 60}, 8);
  EXPECT_TRUE(find_speck_clouds(page).empty());
}

TEST(SpeckClouds, OfNothingIsNone) {
  EXPECT_TRUE(find_speck_clouds({}).empty());
}

TEST(TwoTones, AreToldFromGreys) {
  cv::Mat1b page = bare_leaf();
  EXPECT_FALSE(is_in_two_tones(page));  // no ink, no tones
  draw_writing(page, {100, 100, 800, 1200});
  EXPECT_TRUE(is_in_two_tones(page));
  page.setTo(220, page == kPaper);  // thin clean writing on paper in grey
  EXPECT_FALSE(is_in_two_tones(page));
  page.setTo(180, page == 220);
  EXPECT_FALSE(is_in_two_tones(page));
}

}  // namespace
}  // namespace wenlan
