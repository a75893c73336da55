// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/page_kind.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

cv::Mat paper() {
  return {1200, 800, CV_8UC3, cv::Scalar(230, 230, 230)};
}

DetectedLine line_at(float left, float top, float right, float bottom) {
  return {{{left, top}, {right, top}, {right, bottom}, {left, bottom}}, 1};
}

// A line with something like characters in it.
DetectedLine written(cv::Mat& pixels, float left, float top, float width, int characters) {
  for (int i = 0; i < characters; ++i) {
    const cv::Point2f corner(left + .15F * width, top + (static_cast<float>(i) + .15F) * width);
    const float side = .7F * width;
    for (const float at : {.1F, .5F, .9F}) {
      cv::line(pixels,
               corner + cv::Point2f(0, at * side),
               corner + cv::Point2f(side, at * side),
               {40, 40, 40},
               3);
      cv::line(pixels,
               corner + cv::Point2f(at * side, 0),
               corner + cv::Point2f(at * side, side),
               {40, 40, 40},
               3);
    }
  }
  return line_at(left, top, left + width, top + static_cast<float>(characters) * width);
}

void draw_hills(cv::Mat& pixels) {
  for (int hill = 0; hill < 12; ++hill)
    for (int stroke = 0; stroke < 12; ++stroke) {
      const cv::Point peak(80 + 200 * (hill % 4), 150 + 330 * (hill / 4));
      cv::line(pixels, peak, {peak.x - 70 + 12 * stroke, peak.y + 140}, {40, 40, 40}, 3);
    }
}

TEST(PageKind, APageFullOfColumnsIsText) {
  cv::Mat pixels = paper();
  std::vector<DetectedLine> lines;
  for (int i = 0; i < 10; ++i)
    lines.push_back(written(pixels, 100 + 60 * static_cast<float>(i), 100, 40, 20));
  EXPECT_EQ(kind_of_page(lines, pixels, true), PageKind::text);
}

TEST(PageKind, AFewColumnsOfUsualSizeAreText) {
  cv::Mat pixels = paper();
  const std::vector<DetectedLine> lines{written(pixels, 600, 100, 45, 15),
                                        written(pixels, 500, 100, 45, 4)};
  EXPECT_EQ(kind_of_page(lines, pixels, true), PageKind::text);
}

TEST(PageKind, AFewLargeCharactersAreACover) {
  cv::Mat pixels = paper();
  const std::vector<DetectedLine> lines{written(pixels, 350, 150, 130, 6),
                                        written(pixels, 600, 150, 60, 5)};
  EXPECT_EQ(kind_of_page(lines, pixels, true), PageKind::cover);
}

TEST(PageKind, AMapInThinStrokesIsAPicture) {
  cv::Mat pixels = paper();
  for (int hill = 0; hill < 8; ++hill) {
    const cv::Point peak(130 + 180 * (hill % 4), 200 + 300 * (hill / 4));
    cv::line(pixels, peak, {peak.x - 70, peak.y + 140}, {40, 40, 40}, 2);
    cv::line(pixels, peak, {peak.x + 70, peak.y + 140}, {40, 40, 40}, 2);
  }
  const std::vector<DetectedLine> lines{written(pixels, 60, 900, 40, 6),
                                        written(pixels, 400, 850, 40, 6),
                                        written(pixels, 600, 900, 40, 6)};
  EXPECT_EQ(kind_of_page(lines, pixels, true), PageKind::picture);
}

TEST(PageKind, AWornFrameIsNoDrawing) {
  cv::Mat pixels = paper();
  for (int piece = 0; piece < 10; ++piece) {
    cv::line(pixels, {60 + 70 * piece, 60}, {110 + 70 * piece, 62}, {40, 40, 40}, 3);
    cv::line(pixels, {60, 60 + 100 * piece}, {62, 130 + 100 * piece}, {40, 40, 40}, 3);
  }
  const std::vector<DetectedLine> lines{written(pixels, 600, 100, 45, 6)};
  EXPECT_EQ(kind_of_page(lines, pixels, true), PageKind::text);
}

TEST(PageKind, ADrawingWithLabelsIsAPicture) {
  cv::Mat pixels = paper();
  draw_hills(pixels);
  const std::vector<DetectedLine> lines{written(pixels, 100, 300, 36, 3),
                                        written(pixels, 500, 320, 36, 2),
                                        written(pixels, 300, 640, 36, 3)};
  EXPECT_EQ(kind_of_page(lines, pixels, true), PageKind::picture);
  EXPECT_EQ(kind_of_page({}, pixels, true), PageKind::picture);
}

TEST(PageKind, TextBesideADrawingStaysText) {
  cv::Mat pixels = paper();
  std::vector<DetectedLine> lines;
  for (int i = 0; i < 12; ++i)
    lines.push_back(written(pixels, 60 + 56 * static_cast<float>(i), 60, 40, 22));
  for (int stroke = 0; stroke < 40; ++stroke)
    cv::line(pixels, {400, 980}, {100 + 15 * stroke, 1180}, {40, 40, 40}, 2);
  EXPECT_EQ(kind_of_page(lines, pixels, true), PageKind::text);
}

TEST(PageKind, LabelsStandInOneIllustration) {
  Layout layout;
  const auto box = [](float x) {
    return Polygon<ScanSpace>{{x, 0}, {x + 10, 0}, {x + 10, 30}, {x, 30}};
  };
  layout.regions = {{"r1", RegionKind::text, box(100), WritingMode::vertical_rl, 1},
                    {"r2", RegionKind::text, box(50), WritingMode::vertical_rl, 1},
                    {"r3", RegionKind::fold_strip, box(0), WritingMode::vertical_rl, 1}};
  for (const auto& region : layout.regions) {
    Line line;
    line.id = "l" + region.id;
    line.region = region.id;
    line.stream = region.kind == RegionKind::text ? Stream::main : Stream::running_title;
    layout.lines.push_back(line);
  }
  make_labels(layout);
  EXPECT_EQ(layout.kind, PageKind::picture);
  ASSERT_EQ(layout.regions.size(), 2U);
  EXPECT_EQ(layout.regions[0].kind, RegionKind::illustration);
  EXPECT_FLOAT_EQ(bounding_box(layout.regions[0].outline).width, 60);
  EXPECT_EQ(layout.lines[1].region, "r1");
  EXPECT_EQ(layout.lines[1].stream, Stream::other);
  EXPECT_EQ(layout.lines[2].stream, Stream::running_title);
}

}  // namespace
}  // namespace wenlan
