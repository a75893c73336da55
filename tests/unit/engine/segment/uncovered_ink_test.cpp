// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/uncovered_ink.h"

#include <gmock/gmock.h>
#include <opencv2/imgproc.hpp>

#include "engine/page/layout.h"

namespace wenlan {
namespace {

constexpr double kPitch = 100;

// Columns from x = 100 on, 100 apart, each with a line from 100 to 700.
struct Leaf {
  cv::Mat page{1000, 700, CV_8UC3, cv::Scalar::all(232)};
  std::vector<FoundLine> lines;
  Block block;

  Leaf() {
    block.grid = {kPitch, 54, 0};
    for (int i = 0; i < 4; ++i) add_line({100. + 100 * i, 700}, i);
  }

  void add_line(cv::Point2d left_bottom, int column) {
    const auto x = static_cast<int>(left_bottom.x);
    for (int y = 100; y < left_bottom.y; y += 80) {
      for (int k = 0; k < 4; ++k) {
        cv::line(page, {x + 15, y + 8 + 18 * k}, {x + 85, y + 8 + 18 * k}, cv::Scalar::all(30), 5);
        cv::line(page, {x + 15 + 22 * k, y + 8}, {x + 15 + 22 * k, y + 64}, cv::Scalar::all(30), 5);
      }
    }
    FoundLine line{{}, .9F};
    for (int i = 0; i <= 10; ++i)
      line.slices.push_back(
          {95 + (left_bottom.y - 95) * i / 10, left_bottom.x + 10, left_bottom.x + 90});
    block.columns.push_back({left_bottom.x, left_bottom.x + 100, {lines.size()}});
    block.lines.push_back({lines.size(), column, 0, {}, {}});
    lines.push_back(std::move(line));
  }

  void bar(int x0, int x1, int y) {
    cv::rectangle(page, {x0, y, x1 - x0, 8}, cv::Scalar::all(30), cv::FILLED);
  }

  std::vector<FoundLine> cover(std::span<const HorizontalRule> rules = {}) {
    return find_uncovered_ink(find_ink(page, kPitch), {}, rules, lines, block);
  }
};

TEST(UncoveredInk, AFlatStrokeAtTheEndOfAColumnMakesItsLineLonger) {
  Leaf leaf;
  for (int i = 0; i < 3; ++i) leaf.lines[0].slices.pop_back();  // 95..518
  cv::rectangle(leaf.page, {105, 520, 90, 220}, cv::Scalar::all(232), cv::FILLED);
  leaf.bar(120, 180, 560);
  EXPECT_TRUE(leaf.cover().empty());
  EXPECT_NEAR(leaf.lines[0].bottom(), 570, 8);
}

TEST(UncoveredInk, AStrokeOfHalfAColumnIsALineOfItsOwn) {
  Leaf leaf;
  cv::rectangle(leaf.page, {205, 240, 90, 500}, cv::Scalar::all(232), cv::FILLED);
  leaf.lines[1].slices.resize(3);  // 95..216
  leaf.bar(256, 290, 330);
  leaf.bar(252, 292, 352);
  const auto more = leaf.cover();
  ASSERT_EQ(more.size(), 1U);
  EXPECT_LT(more[0].confidence, kDoubtfulLine);
  EXPECT_NEAR(more[0].top(), 330, 10);
  EXPECT_NEAR(more[0].bottom(), 360, 10);
}

TEST(UncoveredInk, PiecesOfTheFrameAreNoWriting) {
  Leaf leaf;
  leaf.bar(120, 180, 700);
  const std::vector<HorizontalRule> frame{{705, .9}};
  EXPECT_TRUE(leaf.cover(frame).empty());
  EXPECT_NEAR(leaf.lines[0].bottom(), 700, 1);
}

TEST(UncoveredInk, PiecesOfARuleBetweenTwoColumnsAreNoWriting) {
  Leaf leaf;
  cv::rectangle(leaf.page, {205, 240, 90, 500}, cv::Scalar::all(232), cv::FILLED);
  leaf.lines[1].slices.resize(3);  // 95..216
  for (const int x : {203, 291}) cv::rectangle(leaf.page, {x, 330, 6, 70}, cv::Scalar::all(30), -1);
  EXPECT_TRUE(leaf.cover().empty());
}

TEST(UncoveredInk, TheOtherHalfOfANoteIsTrusted) {
  std::vector<FoundLine> lines{{{{100, 150, 190}, {200, 150, 190}}, .9F},
                               {{{110, 105, 145}, {190, 105, 145}}, .4F},
                               {{{300, 105, 145}, {390, 105, 145}}, .4F}};
  Block block;
  block.lines = {
      {0, 0, 0, 0, NoteHalf::right}, {1, 0, 0, 0, NoteHalf::left}, {2, 0, 0, 1, NoteHalf::left}};
  trust_beside_notes(block, lines);
  EXPECT_GE(lines[1].confidence, kDoubtfulLine);
  EXPECT_LT(lines[2].confidence, kDoubtfulLine);
}

}  // namespace
}  // namespace wenlan
