// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/parts_of_a_kind.h"

#include <gmock/gmock.h>
#include <opencv2/core.hpp>

namespace wenlan {
namespace {

// A column 10 wide and 200 high; `likelihood` from `top` to `bottom`, none elsewhere.
struct Column {
  cv::Mat1b inside = cv::Mat1b(240, 100, uchar{0});
  cv::Mat1f likelihood = cv::Mat1f(240, 100, .1F);

  Column() { inside(cv::Rect{40, 20, 10, 200}).setTo(255); }
  void likely(int top, int bottom, float value) {
    likelihood(cv::Rect{0, top, 100, bottom - top}).setTo(value);
  }
  cv::Mat1b parts() const { return parts_of_a_kind(inside, likelihood); }
};

TEST(PartsOfAKind, StretchOfTheKindIsParted) {
  Column column;
  column.likely(120, 240, .9F);
  const cv::Mat1b parts = column.parts();
  EXPECT_EQ(parts(118, 45), 0);
  EXPECT_EQ(parts(122, 45), 255);
  EXPECT_EQ(parts(219, 45), 255);
  EXPECT_EQ(parts(122, 60), 0) << "outside of all writing";
}

TEST(PartsOfAKind, ShorterThanACharacterNothingChanges) {
  Column column;
  column.likely(100, 115, .9F);
  EXPECT_EQ(cv::countNonZero(column.parts()), 0);
}

TEST(PartsOfAKind, WhatIsUnsureFollowsItsNeighbours) {
  Column column;
  column.likely(0, 240, .9F);
  column.likely(100, 140, .48F);
  EXPECT_EQ(cv::countNonZero(column.parts()), 10 * 200);
}

TEST(PartsOfAKind, RowsChangeKindAlongTheRow) {
  cv::Mat1b inside(60, 240, uchar{0});
  inside(cv::Rect{20, 20, 200, 10}).setTo(255);
  cv::Mat1f likelihood(60, 240, .1F);
  likelihood(cv::Rect{120, 0, 120, 60}).setTo(.9F);
  const cv::Mat1b parts = parts_of_a_kind(inside, likelihood);
  EXPECT_EQ(parts(25, 110), 0);
  EXPECT_EQ(parts(25, 130), 255);
}

}  // namespace
}  // namespace wenlan
