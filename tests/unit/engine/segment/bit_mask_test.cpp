// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/bit_mask.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

// Blots, so that runs of all lengths are in it.
cv::Mat1b blots(cv::Size size) {
  cv::Mat1b picture(size);
  cv::RNG random(11);
  random.fill(picture, cv::RNG::UNIFORM, 0, 256);
  cv::GaussianBlur(picture, picture, {9, 9}, 0);
  cv::threshold(picture, picture, 127, 255, cv::THRESH_BINARY);
  return picture;
}

bool same(const cv::Mat1b& a, const cv::Mat1b& b) {
  return a.size() == b.size() && cv::countNonZero(a != b) == 0;
}

const cv::Size kSizes[] = {{200, 90}, {64, 64}, {128, 3}, {63, 65}, {1, 130}, {129, 1}, {5, 7}};

TEST(BitMask, HoldsThePictureAndItsRuns) {
  for (const cv::Size size : kSizes) {
    const cv::Mat1b picture = blots(size);
    const BitMask mask(picture);
    EXPECT_TRUE(same(mask.bytes(), picture)) << size;
    cv::Mat1b turned, of_runs(size, uchar{0});
    cv::transpose(picture, turned);
    EXPECT_TRUE(same(mask.transposed().bytes(), turned)) << size;
    for (const InkRun& run : mask.runs())
      of_runs(run.y, run.begin) = of_runs(run.y, run.end - 1) = 255;
    cv::subtract(of_runs, picture, of_runs);
    EXPECT_EQ(cv::countNonZero(of_runs), 0) << size;
  }
  EXPECT_TRUE(BitMask(cv::Mat1b()).runs().empty());
}

// Of odd length: OpenCV shifts what it opens with an even bar by a pixel.
TEST(BitMask, OpensClosesAndDilatesAsOpenCvDoes) {
  for (const cv::Size size : kSizes)
    for (const int length : {1, 3, 7, 15, 71}) {
      const cv::Mat1b picture = blots(size);
      const cv::Mat1b bar(1, length, uchar{1});
      cv::Mat1b opened, closed, dilated;
      cv::morphologyEx(picture, opened, cv::MORPH_OPEN, bar);
      cv::morphologyEx(picture, closed, cv::MORPH_CLOSE, bar);
      cv::dilate(picture, dilated, bar);
      EXPECT_TRUE(same(BitMask(picture).opened(length).bytes(), opened)) << size << length;
      EXPECT_TRUE(same(BitMask(picture).closed(length).bytes(), closed)) << size << length;
      EXPECT_TRUE(same(BitMask(picture).dilated(length).bytes(), dilated)) << size << length;
    }
}

TEST(BitMask, ThickensTakesAwayAndAdds) {
  for (const cv::Size size : kSizes) {
    const cv::Mat1b picture = blots(size);
    cv::Mat1b thick;
    cv::dilate(picture, thick, cv::Mat1b(3, 1, uchar{1}));
    BitMask mask(picture);
    EXPECT_TRUE(same(mask.thickened().bytes(), thick)) << size;
    cv::Mat1b rim;
    cv::subtract(thick, picture, rim);
    EXPECT_TRUE(same(mask.thickened().without(mask).bytes(), rim)) << size;
    mask |= BitMask(rim);
    EXPECT_TRUE(same(mask.bytes(), thick)) << size;
  }
}

}  // namespace
}  // namespace wenlan
