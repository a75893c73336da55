// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/find_bend.h"

#include <cmath>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "drawn_page.h"
#include "engine/clean/clean_scan.h"
#include "engine/clean/straightened.h"

namespace wenlan {
namespace {

const cv::Scalar kPaper = cv::Scalar(190, 215, 228);
const cv::Size kSize{1000, 1400};

cv::Mat grey_of(const cv::Mat& picture) {
  cv::Mat grey;
  cv::cvtColor(picture, grey, cv::COLOR_BGR2GRAY);
  return grey;
}

// Perspective and a curl, of columns and of rows.
const Bend kBent{1000, 1400, {0, 30, 0, -28, 0, 0, 0, 0}, {0, -18, 0, 24, 0, 0, 0, 0}};

TEST(FindBend, WhatWasBentLiesStraightAgain) {
  // The page as it must have lain so that the shift makes it straight.
  Bend back = kBent;
  for (auto& weight : back.across) weight = -weight;
  for (auto& weight : back.down) weight = -weight;
  const cv::Mat bent = straightened(drawn_page(kSize), back, kPaper);
  const MeasuredBend found = find_bend(grey_of(bent));
  ASSERT_FALSE(found.bend.is_flat());
  // Where a point of the flat page lies once it was bent and straightened.
  const auto laid = [&](double x, double y) {
    const auto by = back.shift_at(x, y);
    return x + by.x + found.bend.shift_at(x + by.x, y + by.y).x;
  };
  // What stretches a whole row nothing shows: heights are compared along a column.
  for (double x = 150; x < 900; x += 150) {
    EXPECT_NEAR(laid(x, 150), laid(x, 700), 6) << x;
    EXPECT_NEAR(laid(x, 1250), laid(x, 700), 6) << x;
  }
}

TEST(FindBend, FlatAndTiltedPagesAreLeftAlone) {
  for (const bool ruled : {true, false}) {
    const cv::Mat page = drawn_page(kSize, ruled);
    EXPECT_TRUE(find_bend(grey_of(page)).bend.is_flat());
    EXPECT_TRUE(find_bend(grey_of(turned_clockwise(page, .25, kPaper))).bend.is_flat());
  }
}

TEST(FindBend, NoiseIsNotBent) {
  cv::Mat noise(1400, 1000, CV_8UC1);
  cv::theRNG().state = 5;
  cv::randu(noise, 0, 255);
  cv::blur(noise, noise, {9, 9});
  EXPECT_TRUE(find_bend(noise).bend.is_flat());
  EXPECT_TRUE(find_bend(cv::Mat(1400, 1000, CV_8UC1, cv::Scalar(230))).bend.is_flat());
}

TEST(FindBend, ACleanPageIsStraightenedAndKeepsTheWayBack) {
  const cv::Mat bent = straightened(drawn_page(kSize), kBent, kPaper);
  const ScanImage scan{.pixels = bent, .size = {kSize.width, kSize.height}};
  const auto page = clean_scan(scan, {});
  ASSERT_TRUE(page.has_value());
  EXPECT_FALSE(page->placement.bend().is_flat());
  EXPECT_TRUE(
      clean_scan({.pixels = bent, .size = {kSize.width, kSize.height}}, {.straighten = false})
          ->placement.bend()
          .is_flat());
  const Point<ScanSpace> point{300, 900};
  const auto back = page->placement.to_scan(page->placement.to_clean(point));
  EXPECT_NEAR(back.x, point.x, .05);
  EXPECT_NEAR(back.y, point.y, .05);
}

}  // namespace
}  // namespace wenlan
