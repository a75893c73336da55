// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/squeezed_look.h"

#include <gmock/gmock.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

// Ten rows 30 high and 900 wide from (50, 50) on, one each `pitch`.
std::vector<DetectedLine> rows_each(float pitch) {
  std::vector<DetectedLine> rows;
  for (int i = 0; i < 10; ++i)
    rows.push_back(
        {outline_of(Box<CleanSpace>{50, 50 + pitch * static_cast<float>(i), 900, 30}), 1});
  return rows;
}

cv::Mat white_page() {
  return {800, 1000, CV_8UC3, cv::Scalar(255, 255, 255)};
}

TEST(MayBeColumns, RowsWithWhiteBetweenAreRows) {
  EXPECT_FALSE(may_be_columns(rows_each(50), white_page()));
  EXPECT_FALSE(may_be_columns({}, white_page()));
}

TEST(MayBeColumns, RowsThatTouchMayBeColumns) {
  EXPECT_TRUE(may_be_columns(rows_each(31), white_page()));
}

TEST(MayBeColumns, RowsBetweenUprightRulesMayBeColumns) {
  cv::Mat page = white_page();
  for (int x = 50; x <= 950; x += 50) cv::line(page, {x, 40}, {x, 540}, cv::Scalar(0, 0, 0), 2);
  EXPECT_TRUE(may_be_columns(rows_each(50), page));
}

// Sees one line over all of whatever picture it is given.
class WholePicture final : public LineDetector {
 public:
  Result<std::vector<DetectedLine>> detect(const cv::Mat& pixels, int) const override {
    return std::vector<DetectedLine>{
        {outline_of(Box<CleanSpace>{
             0, 0, static_cast<float>(pixels.cols), static_cast<float>(pixels.rows)}),
         1}};
  }
  std::string model() const override { return "whole picture"; }
};

TEST(DetectSqueezed, GivesOutlinesOnThePictureItself) {
  const auto lines = detect_squeezed(white_page(), WholePicture{}, 800);
  ASSERT_TRUE(lines);
  ASSERT_EQ(lines->size(), 1U);
  const auto box = bounding_box(lines->front().outline);
  EXPECT_NEAR(box.width, 1000, 1);
  EXPECT_NEAR(box.height, 800, 1);
}

}  // namespace
}  // namespace wenlan
