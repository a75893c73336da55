// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/newsprint.h"

#include <gmock/gmock.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

DetectedLine line_at(float left, float top, float right, float bottom) {
  return {{{left, top}, {right, top}, {right, bottom}, {left, bottom}}, 1};
}

// Columns 20 wide, 26 apart, from the right edge to the left.
void add_block(std::vector<DetectedLine>& lines, float right, float top, int columns) {
  for (int i = 0; i < columns; ++i) {
    const float edge = right - 26 * static_cast<float>(i);
    lines.push_back(line_at(edge - 20, top, edge, top + 200));
  }
}

Layout laid_out(const std::vector<DetectedLine>& lines, const cv::Mat& pixels) {
  const Placement placement;
  LayoutBuilder builder(placement);
  lay_out_newsprint(lines, pixels, builder);
  return builder.take(PageKind::text);
}

cv::Mat paper() {
  return {1000, 1000, CV_8UC3, cv::Scalar(230, 230, 230)};
}

TEST(Newsprint, IsToldByManyShortLinesOfManySizes) {
  std::vector<DetectedLine> lines;
  for (int band = 0; band < 6; ++band) add_block(lines, 700, 260 * static_cast<float>(band), 20);
  EXPECT_FALSE(is_newsprint(lines));  // registers of one size
  lines.push_back(line_at(707, 0, 752, 460));
  EXPECT_TRUE(is_newsprint(lines));
  EXPECT_FALSE(is_newsprint({}));
}

TEST(Newsprint, IsToldByAHeadlineAboveColumns) {
  std::vector<DetectedLine> lines;
  add_block(lines, 700, 100, 12);
  EXPECT_FALSE(is_newsprint(lines));
  lines.push_back(line_at(450, 50, 650, 85));
  EXPECT_TRUE(is_newsprint(lines));
  lines.back() = line_at(450, 65, 650, 85);  // as small as the text: the title of a page
  EXPECT_FALSE(is_newsprint(lines));
}

TEST(Newsprint, ALineOverARuleIsTwo) {
  std::vector<DetectedLine> lines;
  add_block(lines, 400, 100, 3);
  add_block(lines, 400, 320, 3);
  lines.push_back(line_at(302, 100, 322, 520));
  cv::Mat pixels = paper();
  cv::line(pixels, {290, 310}, {500, 310}, {0, 0, 0}, 2);
  const Layout layout = laid_out(lines, pixels);
  ASSERT_EQ(layout.lines.size(), 8U);
  EXPECT_LT(bounding_box(layout.lines[3].outline).bottom(), 312);
  EXPECT_GT(bounding_box(layout.lines[7].outline).y, 308);
}

TEST(Newsprint, ALineThroughTheGapOfItsNeighboursIsTwo) {
  std::vector<DetectedLine> lines;
  add_block(lines, 400, 100, 2);
  add_block(lines, 400, 312, 2);
  lines.push_back(line_at(328, 100, 348, 512));
  add_block(lines, 322, 100, 2);
  add_block(lines, 322, 312, 2);
  EXPECT_EQ(laid_out(lines, paper()).lines.size(), 10U);
}

TEST(Newsprint, CharactersSetWideApartMakeOneRow) {
  std::vector<DetectedLine> lines;
  add_block(lines, 700, 200, 12);
  for (const float left : {400.F, 470.F, 540.F})
    lines.push_back(line_at(left, 100, left + 40, 140));
  const Layout layout = laid_out(lines, paper());
  ASSERT_EQ(layout.lines.size(), 13U);
  EXPECT_EQ(layout.lines.front().mode, WritingMode::horizontal_rtl);
  EXPECT_EQ(layout.regions.front().kind, RegionKind::headline);
  EXPECT_FLOAT_EQ(bounding_box(layout.lines.front().outline).width, 180);
}

TEST(Newsprint, AColumnOutsideTheFrameIsNoArticle) {
  std::vector<DetectedLine> lines;
  add_block(lines, 700, 100, 12);
  add_block(lines, 700, 320, 12);
  lines.push_back(line_at(760, 100, 780, 500));
  cv::Mat pixels = paper();
  cv::line(pixels, {740, 90}, {740, 530}, {0, 0, 0}, 3);
  const Layout layout = laid_out(lines, pixels);
  ASSERT_EQ(layout.lines.size(), 25U);
  EXPECT_EQ(layout.lines.back().stream, Stream::other);
  EXPECT_GT(bounding_box(layout.lines.back().outline).x, 740);
  EXPECT_EQ(layout.lines.front().stream, Stream::main);
}

TEST(Newsprint, PiecesOfAColumnAreJoinedWhereItsNeighboursRunOn) {
  std::vector<DetectedLine> lines;
  add_block(lines, 400, 100, 2);
  lines.push_back(line_at(328, 100, 348, 190));
  lines.push_back(line_at(328, 196, 348, 300));
  add_block(lines, 322, 100, 2);
  EXPECT_EQ(laid_out(lines, paper()).lines.size(), 5U);
}

}  // namespace
}  // namespace wenlan
