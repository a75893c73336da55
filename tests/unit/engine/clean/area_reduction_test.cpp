// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/area_reduction.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

cv::Mat noise(cv::Size size, int type) {
  cv::Mat picture(size, type);
  cv::RNG random(7);
  random.fill(picture, cv::RNG::UNIFORM, 0, 256);
  return picture;
}

// The greatest difference from what OpenCV makes of the same.
double off_from_opencv(const cv::Mat& picture, cv::Size size) {
  cv::Mat expected, difference;
  cv::resize(picture, expected, size, 0, 0, cv::INTER_AREA);
  const cv::Mat small = reduced_by_area(picture, size);
  if (small.size() != size || small.type() != picture.type()) return 255;
  cv::absdiff(small, expected, difference);
  return cv::norm(difference, cv::NORM_INF);
}

TEST(AreaReduction, IsWhatOpenCvMakes) {
  for (const int type : {CV_8UC1, CV_8UC3})
    for (const cv::Size size : {cv::Size(300, 200),
                                cv::Size(299, 200),
                                cv::Size(150, 100),
                                cv::Size(97, 61),
                                cv::Size(7, 199),
                                cv::Size(1, 1)})
      EXPECT_LE(off_from_opencv(noise({300, 200}, type), size), 1) << type << ' ' << size;
}

TEST(AreaReduction, ReadsPartsOfAPicture) {
  const cv::Mat whole = noise({300, 200}, CV_8UC3);
  EXPECT_LE(off_from_opencv(whole(cv::Rect(99, 57, 201, 143)), {64, 48}), 1);
}

TEST(AreaReduction, KeepsWhiteWhiteHoweverMuchIsReduced) {
  const cv::Mat white(3000, 40, CV_8UC1, cv::Scalar(255));
  for (const int height : {1, 11, 12, 2999}) {
    const cv::Mat small = reduced_by_area(white, {3, height});
    EXPECT_EQ(cv::countNonZero(small != 255), 0) << height;
  }
}

TEST(AreaReduction, EnlargesAsOpenCvDoes) {
  EXPECT_EQ(off_from_opencv(noise({30, 40}, CV_8UC3), {32, 20}), 0);
}

}  // namespace
}  // namespace wenlan
