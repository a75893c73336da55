// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/bed.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <opencv2/imgproc.hpp>

#include "drawn_page.h"

namespace wenlan {
namespace {

const cv::Scalar kBed(168, 168, 170);

// A drawn leaf on a bed, with a white label under it and a strip of colours above.
cv::Mat leaf_on_a_bed(const cv::Rect& leaf, const cv::Scalar& bed) {
  cv::Mat picture(1200, 1600, CV_8UC3, bed);
  drawn_page(leaf.size()).copyTo(picture(leaf));
  cv::rectangle(picture, {300, 1120, 400, 40}, cv::Scalar::all(245), cv::FILLED);
  cv::rectangle(picture, {500, 10, 300, 40}, {60, 90, 220}, cv::FILLED);
  return picture;
}

TEST(Bed, TheLeafIsFoundWithoutLabelsAndColours) {
  const cv::Rect leaf(200, 90, 1200, 960);
  const auto found = find_leaf_on_bed(leaf_on_a_bed(leaf, kBed));
  ASSERT_TRUE(found);
  EXPECT_EQ(*found & leaf, leaf);
  EXPECT_NEAR(found->width, leaf.width, 20);
  EXPECT_NEAR(found->height, leaf.height, 20);
}

TEST(Bed, WhiteAndColouredEdgesAreNoBed) {
  const cv::Rect leaf(200, 90, 1200, 960);
  EXPECT_FALSE(find_leaf_on_bed(leaf_on_a_bed(leaf, cv::Scalar::all(250))));
  EXPECT_FALSE(find_leaf_on_bed(leaf_on_a_bed(leaf, {140, 170, 190})));
}

TEST(Bed, GreyPaperWithADarkFigureIsAllLeaf) {
  cv::Mat picture(1200, 1600, CV_8UC3, cv::Scalar::all(200));
  cv::rectangle(picture, {400, 300, 800, 600}, {70, 80, 90}, cv::FILLED);
  EXPECT_FALSE(find_leaf_on_bed(picture));
  EXPECT_FALSE(find_leaf_on_bed(cv::Mat(1200, 1600, CV_8UC3, cv::Scalar::all(180))));
}

TEST(Bed, PaperThatGrowsDarkerToOneSideIsAllLeaf) {
  cv::Mat picture(1200, 1600, CV_8UC3);
  for (int x = 0; x < picture.cols; ++x)
    picture.col(x).setTo(cv::Scalar::all(x < 1250 ? 205 : std::max(170, 205 - (x - 1250) / 8)));
  cv::rectangle(picture, {0, 0}, {1599, 1199}, kBed, 60);
  cv::Mat leaf = picture(cv::Rect(60, 60, 1480, 1080));
  cv::Mat writing = drawn_page(leaf.size());
  cv::Mat strokes;
  cv::cvtColor(writing, strokes, cv::COLOR_BGR2GRAY);
  leaf.setTo(cv::Scalar::all(30), strokes < 120);
  const auto found = find_leaf_on_bed(picture);
  EXPECT_FALSE(found && found->br().x < 1500);
}

TEST(Bed, SmallLightThingsAreNoLeaf) {
  cv::Mat picture(1200, 1600, CV_8UC3, kBed);
  cv::rectangle(picture, {600, 400, 400, 300}, cv::Scalar::all(240), cv::FILLED);
  EXPECT_FALSE(find_leaf_on_bed(picture));
}

}  // namespace
}  // namespace wenlan
