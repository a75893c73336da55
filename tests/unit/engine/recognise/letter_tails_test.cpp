// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/letter_tails.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr Box<CleanSpace> kRow{50, 100, 600, 40};

// A row of bodies of letters, 40 high.
cv::Mat page_with_row() {
  cv::Mat page(300, 700, CV_8UC3, cv::Scalar::all(230));
  for (int x = 60; x < 640; x += 30) cv::rectangle(page, {x, 104, 18, 32}, {20, 20, 20}, 4);
  return page;
}

Box<CleanSpace> grown(const cv::Mat& page) {
  return bounding_box(with_letter_tails(page, outline_of(kRow)));
}

TEST(LetterTails, TheOutlineReachesToTheEndsOfTails) {
  cv::Mat page = page_with_row();
  for (int x = 90; x < 640; x += 120) cv::line(page, {x, 130}, {x, 152}, {20, 20, 20}, 3);
  const auto box = grown(page);
  EXPECT_GT(box.bottom(), 152);
  EXPECT_LT(box.bottom(), 158);
  EXPECT_GE(box.y, 97);
}

TEST(LetterTails, ARowWithoutTailsStaysNearlyAsItIs) {
  const auto box = grown(page_with_row());
  EXPECT_NEAR(box.y, kRow.y, 2);
  EXPECT_NEAR(box.bottom(), kRow.bottom(), 2);
}

TEST(LetterTails, InkThatDoesNotEndMovesNothing) {
  cv::Mat page = page_with_row();
  cv::line(page, {90, 130}, {90, 290}, {20, 20, 20}, 3);  // a stroke to the next rows
  EXPECT_FLOAT_EQ(grown(page).bottom(), kRow.bottom());
  page = page_with_row();
  cv::line(page, {50, 142}, {650, 142}, {20, 20, 20}, 2);  // a rule
  EXPECT_FLOAT_EQ(grown(page).bottom(), kRow.bottom());
}

TEST(LetterTails, ARowAtTheEdgeOfThePageIsNoFailure) {
  const cv::Mat page(60, 700, CV_8UC3, cv::Scalar::all(230));
  const auto row = outline_of(Box<CleanSpace>{0, 20, 700, 40});
  EXPECT_EQ(with_letter_tails(page, row).size(), row.size());
}

}  // namespace
}  // namespace wenlan
