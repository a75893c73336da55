// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/split_lines.h"

#include <gmock/gmock.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr double kPitch = 100;

// Characters as filled boxes, one for each 50 pixels of height, between `left` and `right`.
struct Writing {
  cv::Mat page{1000, 300, CV_8UC3, cv::Scalar::all(235)};
  FoundLine line{{}, .9F};

  void add(int top, int bottom, int left, int right) {
    for (int y = top; y < bottom; y += 50)
      for (int x = left; x < right; x += 12)
        cv::line(page, {x, y + 8}, {x, y + 42}, cv::Scalar::all(30), 4);
    for (int y = top; y <= bottom; y += 20) line.slices.push_back({1. * y, 1. * left, 1. * right});
  }

  std::vector<FoundLine> split() const {
    return split_lines({line}, {}, find_ink(page, kPitch), kPitch);
  }
};

TEST(SplitLines, RowOfANoteAndTheTextBelowItArePartedBetweenCharacters) {
  Writing writing;
  writing.add(100, 300, 155, 195);  // the right half of a column from 100 to 200
  writing.add(300, 800, 110, 190);
  const auto parts = writing.split();
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_NEAR(parts[0].bottom(), 300, 10);
  EXPECT_NEAR(parts[1].top(), 300, 10);
  EXPECT_NEAR(median_width(parts[0]), 40, 5);
  EXPECT_NEAR(median_width(parts[1]), 80, 5);
}

TEST(SplitLines, SmallCharactersInTheMiddleOfAColumnStay) {
  Writing writing;
  writing.add(100, 300, 130, 170);
  writing.add(300, 800, 110, 190);
  EXPECT_EQ(writing.split().size(), 1U);
}

}  // namespace
}  // namespace wenlan
