// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/trim_lines.h"

#include <gmock/gmock.h>
#include <opencv2/imgproc.hpp>

#include "engine/page/layout.h"

namespace wenlan {
namespace {

constexpr double kPitch = 100;

// Squares of strokes, as characters are, 80 apart.
void write_down(cv::Mat& page, int x, int top, int count, cv::Scalar ink) {
  for (int i = 0; i < count; ++i) {
    const int y = top + 80 * i;
    for (int k = 0; k < 4; ++k) {
      cv::line(page, {x - 30, y + 5 + 20 * k}, {x + 30, y + 5 + 20 * k}, ink, 6);
      cv::line(page, {x - 30 + 20 * k, y + 5}, {x - 30 + 20 * k, y + 65}, ink, 6);
    }
  }
}

FoundLine column_line(float x, float top, float bottom) {
  return cut_across({{x - 40, top}, {x + 40, top}, {x + 40, bottom}, {x - 40, bottom}}, .9F);
}

struct Leaf {
  cv::Mat page{1200, 900, CV_8UC3, cv::Scalar(230, 230, 230)};
  std::vector<FoundLine> lines;
  Leaf() {
    for (int x = 150; x < 500; x += 100) {
      write_down(page, x, 100, 10, {30, 30, 30});
      lines.push_back(column_line(static_cast<float>(x), 95, 895));
    }
  }
};

TEST(TrimLines, CutsOffWhatShinesThrough) {
  Leaf leaf;
  write_down(leaf.page, 650, 100, 4, {185, 185, 185});
  write_down(leaf.page, 650, 420, 6, {30, 30, 30});
  leaf.lines.push_back(column_line(650, 95, 895));
  trim_lines(find_ink(leaf.page, kPitch), kPitch, leaf.lines);
  EXPECT_NEAR(leaf.lines.back().top(), 420, 20);
  EXPECT_NEAR(leaf.lines.back().bottom(), 895, 1);
  EXPECT_NEAR(leaf.lines.front().top(), 95, 1);
}

TEST(TrimLines, LineOfNothingElseIsDoubtful) {
  Leaf leaf;
  write_down(leaf.page, 650, 100, 10, {185, 185, 185});
  leaf.lines.push_back(column_line(650, 95, 895));
  trim_lines(find_ink(leaf.page, kPitch), kPitch, leaf.lines);
  EXPECT_LT(leaf.lines.back().confidence, kDoubtfulLine);
  EXPECT_TRUE(leaf.lines.back().faint);
  EXPECT_GT(leaf.lines.front().confidence, kDoubtfulLine);
  EXPECT_FALSE(leaf.lines.front().faint);
}

TEST(TrimLines, ManyPiecesOfTheOtherSideDoNotMakeThePageFaint) {
  Leaf leaf;
  for (int y = 100; y < 800; y += 120) {
    write_down(leaf.page, 650, y, 1, {185, 185, 185});
    leaf.lines.push_back(column_line(650, static_cast<float>(y) - 5, static_cast<float>(y) + 75));
  }
  trim_lines(find_ink(leaf.page, kPitch), kPitch, leaf.lines);
  EXPECT_LT(leaf.lines.back().confidence, kDoubtfulLine);
}

}  // namespace
}  // namespace wenlan
