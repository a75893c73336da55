// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/ink_columns.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "tests/unit/engine/segment/gloss_leaf.h"

namespace wenlan {
namespace {

std::optional<InkColumns> columns_of(const cv::Mat& picture, const Box<CleanSpace>& text) {
  return find_ink_columns(find_ink(picture, GlossLeaf::kPitch), Straightening{}, text);
}

TEST(InkColumns, LanesThatStayWhiteGiveThePitchAndAColumnOfEachRegister) {
  const GlossLeaf leaf(2, 2);
  const auto found = columns_of(leaf.picture, leaf.text());
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->pitch, GlossLeaf::kPitch, 1);
  EXPECT_LT(found->lane_ink, .05);
  ASSERT_EQ(found->lines.size(), 2U * GlossLeaf::kColumns);
  for (const auto& line : found->lines) {
    const bool upper = line.top() < GlossLeaf::top_of(1) - GlossLeaf::kBetween;
    const int top = GlossLeaf::top_of(upper ? 0 : 1);
    EXPECT_NEAR(line.top(), top + 10, 12);
    EXPECT_NEAR(line.bottom(), top + GlossLeaf::kRows * GlossLeaf::kStep - 10, 12);
    EXPECT_NEAR(median_width(line), GlossLeaf::kPitch, 10);
  }
}

TEST(InkColumns, RulesBetweenTheColumnsAreNoInk) {
  GlossLeaf leaf(1, 2);
  for (int i = 0; i <= GlossLeaf::kColumns; ++i) {
    const int x = GlossLeaf::kLeft + i * GlossLeaf::kPitch;
    cv::line(leaf.picture, {x, 60}, {x, leaf.picture.rows - 100}, cv::Scalar{20, 20, 20}, 2);
  }
  const auto found = columns_of(leaf.picture, leaf.text());
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->pitch, GlossLeaf::kPitch, 1);
}

// Reading marks stand in every other lane, so that two columns look like one.
TEST(InkColumns, TwoColumnsWithMarksBetweenThemAreNotOne) {
  GlossLeaf leaf(1, 2 * GlossLeaf::kColumns);
  for (int i = 0; i < GlossLeaf::kColumns; ++i)
    for (int row = 0; row < GlossLeaf::kRows; row += 2)
      cv::circle(leaf.picture,
                 {GlossLeaf::kLeft + i * GlossLeaf::kPitch + 30,
                  GlossLeaf::kTop + row * GlossLeaf::kStep + 30},
                 4,
                 cv::Scalar{20, 20, 20},
                 2);
  const auto found = columns_of(leaf.picture, leaf.text());
  EXPECT_FALSE(found && found->pitch > .9 * GlossLeaf::kPitch) << found->pitch;
}

TEST(InkColumns, RowsWithoutLanesAreNone) {
  cv::Mat page(1000, 1000, CV_8UC3, cv::Scalar{232, 230, 228});
  for (int row = 0; row < 14; ++row)
    for (int x = 60 + 13 * (row % 4), n = 0; x < 900; x += 34 + 7 * (n++ % 3))
      cv::rectangle(page, {x, 60 + 60 * row, 26, 30}, cv::Scalar{20, 20, 20}, 3);
  EXPECT_FALSE(columns_of(page, {50, 50, 900, 860}));
}

TEST(InkColumns, NothingOnAnEmptyPage) {
  const cv::Mat page(600, 600, CV_8UC3, cv::Scalar{232, 230, 228});
  EXPECT_FALSE(columns_of(page, {50, 50, 500, 500}));
  EXPECT_FALSE(columns_of(page, {}));
}

}  // namespace
}  // namespace wenlan
