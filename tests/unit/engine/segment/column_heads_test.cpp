// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/column_heads.h"

#include <gmock/gmock.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr int kWidth = 60;

// Columns of characters, each a grid of strokes; the one in the middle begins higher.
struct Leaf {
  cv::Mat page{900, 700, CV_8UC3, cv::Scalar::all(235)};
  std::vector<FoundLine> lines;
  std::vector<DetectedLine> rows;

  void character(int x, int y, int width, int height) {
    for (int i = 0; i <= 3; ++i) {
      const int at = y + i * height / 3;
      cv::line(page, {x, at}, {x + width, at}, cv::Scalar::all(30), 4);
    }
    cv::line(page, {x + width / 2, y}, {x + width / 2, y + height}, cv::Scalar::all(30), 4);
  }

  // `above` more of the page belongs to the line than its characters fill.
  void column(int left, int top, int above = 0) {
    for (int y = top; y + 60 <= 860; y += 60) character(left + 5, y + 5, 46, 46);
    FoundLine line{{}, .9F};
    for (int y = top - above; y <= 860; y += 20)
      line.slices.push_back({1. * y, 1. * left, 1. * left + kWidth - 4});
    lines.push_back(line);
  }

  void columns(int middle_top, int above = 0) {
    for (const int left : {520, 440}) column(left, 300);
    column(360, middle_top, above);
    for (const int left : {280, 200}) column(left, 300);
  }

  std::vector<FoundLine> taken() {
    return take_column_heads(find_ink(page, kWidth), kWidth, lines, rows);
  }
};

TEST(ColumnHeads, ARowOverARaisedColumnIsTakenFromRowsAndLines) {
  for (const int above : {0, 40}) {
    Leaf leaf;
    leaf.columns(180, above);
    for (const int x : {340, 374, 408}) leaf.character(x, 140, 26, 30);
    leaf.rows.push_back({outline_of(Box<CleanSpace>{335, 135, 105, 40}), .9F});
    const auto heads = leaf.taken();
    ASSERT_EQ(heads.size(), 1U) << above;
    const auto box = bounding_box(outline_of(heads[0]));
    EXPECT_NEAR(box.x, 337, 8);
    EXPECT_NEAR(box.right(), 437, 8);
    EXPECT_TRUE(leaf.rows.empty());
    EXPECT_EQ(leaf.lines.size(), 5U);
    EXPECT_GE(leaf.lines[2].top(), 168);
  }
}

TEST(ColumnHeads, TheFirstCharacterOfARaisedColumnIsNone) {
  Leaf leaf;
  leaf.columns(180);
  EXPECT_TRUE(leaf.taken().empty());
  EXPECT_EQ(leaf.lines.size(), 5U);
}

TEST(ColumnHeads, WhatStandsOverColumnsOfOneHeightIsNone) {
  Leaf leaf;
  leaf.columns(300);
  for (const int x : {340, 374, 408}) leaf.character(x, 260, 26, 30);
  EXPECT_TRUE(leaf.taken().empty());
}

TEST(ColumnHeads, StandRightOverTheFirstLineOfTheirColumn) {
  const std::vector<UprightLine> heads{{100, 140, 500, 90}, {100, 140, 300, 90}};
  EXPECT_THAT(heads_over({150, 800, 310, 60}, heads, 60), testing::ElementsAre(1));
  EXPECT_TRUE(heads_over({400, 800, 310, 60}, heads, 60).empty());
}

}  // namespace
}  // namespace wenlan
