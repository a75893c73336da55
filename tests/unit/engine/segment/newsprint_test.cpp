// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/newsprint.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "tests/unit/engine/segment/sheet_lines.h"

namespace wenlan {
namespace {

Layout laid_out(const std::vector<DetectedLine>& lines, const cv::Mat& pixels) {
  const Placement placement;
  LayoutBuilder builder(placement);
  lay_out_newsprint(lines, pixels, builder);
  return builder.take(PageKind::text);
}

TEST(Newsprint, AHeadlineIsARegionBeforeItsColumns) {
  std::vector<DetectedLine> lines;
  add_block(lines, 700, 200, 12);
  lines.push_back(line_at(400, 100, 580, 140));
  const Layout layout = laid_out(lines, paper());
  ASSERT_EQ(layout.lines.size(), 13U);
  EXPECT_EQ(layout.lines.front().mode, WritingMode::horizontal_rtl);
  EXPECT_EQ(layout.regions.front().kind, RegionKind::headline);
  EXPECT_EQ(layout.regions.size(), 2U);
}

TEST(Newsprint, AColumnOutsideTheFrameComesLastAndIsNoText) {
  std::vector<DetectedLine> lines;
  add_block(lines, 700, 100, 12);
  add_block(lines, 700, 320, 12);
  lines.push_back(line_at(760, 100, 780, 500));
  cv::Mat pixels = paper();
  cv::line(pixels, {740, 90}, {740, 530}, {0, 0, 0}, 3);
  const Layout layout = laid_out(lines, pixels);
  ASSERT_EQ(layout.lines.size(), 25U);
  EXPECT_EQ(layout.lines.back().stream, Stream::other);
  EXPECT_EQ(layout.lines.front().stream, Stream::main);
}

}  // namespace
}  // namespace wenlan
