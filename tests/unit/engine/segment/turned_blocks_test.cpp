// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/turned_blocks.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "tests/unit/engine/segment/sheet_lines.h"

namespace wenlan {
namespace {

constexpr int kSize = 24;

DetectedLine line_of(int left, int top, int right, int bottom) {
  const auto at = [](int pixels) { return static_cast<float>(pixels); };
  return line_at(at(left), at(top), at(right), at(bottom));
}

// Rows of a page with room at the lower right for a block of five columns of ten characters, which
// was seen as pieces of rows.
class TurnedBlocks : public testing::Test {
 protected:
  TurnedBlocks() : pixels_(paper()) {
    for (int row = 0; row < 12; ++row) {
      const int right = row < 4 ? 940 : 580, top = 60 + row * 46;
      write(60, top, right, top + kSize, 26, 100);
      lines_.push_back(line_of(60, top, right, top + kSize));
    }
    write(kLeft, kTop, kLeft + 4 * kPitch + kSize, kTop + 9 * kStep + kSize, kPitch, kStep);
    for (int row = 0; row < 10; ++row) {
      const int top = kTop + row * kStep;
      lines_.push_back(line_of(kLeft, top, kLeft + 2 * kPitch + kSize, top + kSize));
      lines_.push_back(line_of(kLeft + 3 * kPitch, top, kLeft + 4 * kPitch + kSize, top + kSize));
    }
  }

  void write(int left, int top, int right, int bottom, int across, int down) {
    for (int y = top; y + kSize <= bottom; y += down)
      for (int x = left; x + kSize <= right; x += across) {
        const cv::Rect box(x, y, kSize, kSize);
        cv::rectangle(pixels_, box, cv::Scalar(30, 30, 30), 3);
        cv::line(
            pixels_, {x, y + kSize / 2}, {x + kSize, y + kSize / 2}, cv::Scalar(30, 30, 30), 3);
      }
  }

  static std::vector<DetectedLine> transposed(std::vector<DetectedLine> lines) {
    for (auto& line : lines)
      for (auto& point : line.outline) std::swap(point.x, point.y);
    return lines;
  }

  static constexpr int kLeft = 660, kTop = 290, kPitch = 44, kStep = 26;
  cv::Mat pixels_;
  std::vector<DetectedLine> lines_;
};

TEST_F(TurnedBlocks, ColumnsAmongRows) {
  const auto lines = turn_blocks(lines_, pixels_, false);
  ASSERT_EQ(lines.size(), 12U + 5U);
  for (std::size_t i = 12; i < lines.size(); ++i) {
    const auto box = bounding_box(lines[i].outline);
    EXPECT_NEAR(box.width, kSize, 6);
    EXPECT_NEAR(box.height, 9 * kStep + kSize, 6);
  }
}

TEST_F(TurnedBlocks, RowsAmongColumns) {
  const cv::Mat pixels = pixels_.t();
  const auto lines = turn_blocks(transposed(lines_), pixels, true);
  ASSERT_EQ(lines.size(), 12U + 5U);
  const auto box = bounding_box(lines.back().outline);
  EXPECT_NEAR(box.height, kSize, 6);
  EXPECT_NEAR(box.width, 9 * kStep + kSize, 6);
}

TEST_F(TurnedBlocks, PiecesOfLinesOfThePageStay) {
  lines_.clear();
  pixels_ = paper();
  write(60, 60, 300, 400, 26, 46);
  for (int row = 0; row < 7; ++row) {
    const int top = 60 + row * 46;
    lines_.push_back(line_of(60, top, 160, top + kSize));
    lines_.push_back(line_of(168, top, 290, top + kSize));
  }
  EXPECT_EQ(turn_blocks(lines_, pixels_, false).size(), lines_.size());
}

TEST_F(TurnedBlocks, NothingIsDoneWithoutPieces) {
  EXPECT_TRUE(turn_blocks({}, pixels_, true).empty());
  lines_.resize(12);
  EXPECT_EQ(turn_blocks(lines_, pixels_, false).size(), 12U);
}

}  // namespace
}  // namespace wenlan
