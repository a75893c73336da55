// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/ink_parts.h"

#include <gmock/gmock.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

cv::Mat1b strewn(cv::Size size, int share) {
  cv::Mat1b picture(size);
  cv::RNG random(5);
  random.fill(picture, cv::RNG::UNIFORM, 0, 100);
  cv::threshold(picture, picture, share - 1, 255, cv::THRESH_BINARY_INV);
  return picture;
}

TEST(InkParts, AreThoseThatOpenCvFinds) {
  for (const int share : {3, 20, 40, 60, 95, 100}) {
    const cv::Mat1b picture = strewn({131, 77}, share);
    cv::Mat1i labels;
    cv::Mat stats, centers;
    const int count = cv::connectedComponentsWithStats(picture, labels, stats, centers, 8);
    const InkParts found = connected_parts(BitMask(picture));
    ASSERT_EQ(std::ssize(found.parts), count - 1) << share;
    for (std::size_t i = 0; i < found.runs.size(); ++i) {
      const InkRun& run = found.runs[i];
      const int* stat = stats.ptr<int>(labels(run.y, run.begin));
      const InkPart& part = found.parts[static_cast<std::size_t>(found.part_of[i])];
      EXPECT_EQ(part.area, stat[cv::CC_STAT_AREA]);
      EXPECT_EQ(part.box, cv::Rect(stat[0], stat[1], stat[2], stat[3]));
    }
  }
}

TEST(InkParts, AreNumberedByTheirFirstPixels) {
  cv::Mat1b picture(20, 70, uchar{0});
  cv::rectangle(picture, {40, 2, 5, 9}, 255, cv::FILLED);
  cv::rectangle(picture, {3, 4, 9, 2}, 255, cv::FILLED);
  const InkParts found = connected_parts(BitMask(picture));
  ASSERT_EQ(found.parts.size(), 2U);
  EXPECT_EQ(found.parts[0].box, cv::Rect(40, 2, 5, 9));
  EXPECT_EQ(found.parts[1].box, cv::Rect(3, 4, 9, 2));
}

TEST(InkParts, ThoseKeptStayAsTheyAre) {
  const cv::Mat1b picture = strewn({131, 77}, 30);
  const cv::Mat1b all = parts_kept(picture, [](const InkPart&) { return true; });
  EXPECT_EQ(cv::countNonZero(all != picture), 0);
  const cv::Mat1b large = parts_kept(picture, [](const InkPart& part) { return part.area > 9; });
  cv::Mat1b strange;
  cv::subtract(large, picture, strange);
  EXPECT_EQ(cv::countNonZero(strange), 0);
  for (const InkPart& part : connected_parts(BitMask(large)).parts) EXPECT_GT(part.area, 9);
}

}  // namespace
}  // namespace wenlan
