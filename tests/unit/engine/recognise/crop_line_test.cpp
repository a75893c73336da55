// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/crop_line.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

// Ink along a straight band from `top` to `bottom`, `width` wide, on grey paper.
cv::Mat page_with_band(cv::Point top, cv::Point bottom, int width) {
  cv::Mat page(600, 400, CV_8UC3, cv::Scalar::all(200));
  cv::line(page, top, bottom, cv::Scalar::all(0), width, cv::LINE_8);
  return page;
}

double dark_share(const cv::Mat& pixels) {
  cv::Mat grey;
  cv::cvtColor(pixels, grey, cv::COLOR_BGR2GRAY);
  return static_cast<double>(cv::countNonZero(grey < 100)) / static_cast<double>(grey.total());
}

TEST(CropLine, ATiltedColumnComesOutUpright) {
  const cv::Mat page = page_with_band({200, 50}, {230, 550}, 20);
  const Polygon<CleanSpace> outline{{188, 50}, {212, 50}, {242, 550}, {218, 550}};
  const LineCrop crop = crop_line(page, outline, true);
  const cv::Mat& pixels = crop.image.pixels;
  EXPECT_NEAR(pixels.rows, 510, 4);
  EXPECT_NEAR(pixels.cols, 25, 2);
  EXPECT_GT(dark_share(pixels(cv::Rect(4, 12, pixels.cols - 8, pixels.rows - 24))), 0.98);
}

TEST(CropLine, PartsOfTheLineLieWhereTheyCameFrom) {
  const Polygon<CleanSpace> outline{{188, 50}, {212, 50}, {242, 550}, {218, 550}};
  const LineCrop crop = crop_line(page_with_band({200, 50}, {230, 550}, 20), outline, true);
  const auto middle = bounding_box(part_of_line(crop.place, 0.45F, 0.55F)).center();
  EXPECT_NEAR(middle.x, 215, 1);
  EXPECT_NEAR(middle.y, 300, 1);
  const auto end = bounding_box(part_of_line(crop.place, 0.9F, 1.0F)).center();
  EXPECT_GT(end.y, 500);
  EXPECT_NEAR(end.x, 228.5, 2);
}

TEST(CropLine, ARowLiesAsItLay) {
  const cv::Mat page = page_with_band({50, 300}, {350, 310}, 16);
  const Polygon<CleanSpace> outline{{50, 290}, {350, 300}, {350, 320}, {50, 310}};
  const LineCrop crop = crop_line(page, outline, false);
  EXPECT_GT(crop.image.pixels.cols, 300);
  EXPECT_LT(crop.image.pixels.rows, 25);
  const auto right = bounding_box(part_of_line(crop.place, 0.9F, 1.0F)).center();
  EXPECT_GT(right.x, 330);
  EXPECT_NEAR(right.y, 309, 2);
}

TEST(CropLine, AShortLineStandsOnABorderOfPaper) {
  const cv::Mat page = page_with_band({200, 100}, {200, 160}, 10);
  const LineCrop crop = crop_line(page, outline_of(Box<CleanSpace>{188, 95, 24, 70}), true);
  const cv::Mat& pixels = crop.image.pixels;
  EXPECT_GT(pixels.cols, 30);
  EXPECT_EQ(pixels.at<cv::Vec3b>(0, 0), cv::Vec3b(200, 200, 200));
  const auto whole = bounding_box(part_of_line(crop.place, 0, 1));
  EXPECT_NEAR(whole.center().x, 200, 1);
  EXPECT_NEAR(whole.width, 24, 2);
}

TEST(CropLine, OutlinesOffThePageOrWithoutAreaGiveNothing) {
  const cv::Mat page(100, 100, CV_8UC3, cv::Scalar::all(255));
  EXPECT_TRUE(
      crop_line(page, outline_of(Box<CleanSpace>{300, 10, 20, 80}), true).image.pixels.empty());
  EXPECT_TRUE(crop_line(page, {}, true).image.pixels.empty());
  EXPECT_TRUE(crop_line(page, {{10, 10}, {10, 50}, {10, 90}}, true).image.pixels.empty());
}

}  // namespace
}  // namespace wenlan
