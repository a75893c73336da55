// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/mixed_columns.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr int kPitch = 100, kColumns = 4, kRight = 600;
const cv::Scalar kInk{20, 20, 20};

void draw_character(cv::Mat& page, const cv::Rect& box) {
  cv::rectangle(page, box, kInk, 4);
  cv::line(page, {box.x + box.width / 2, box.y}, {box.x + box.width / 2, box.br().y}, kInk, 4);
}

// Columns found as one line each; after every third character stands a note of one character in
// each row, where `notes`.
struct Page {
  explicit Page(bool notes) : picture(1200, 700, CV_8UC3, cv::Scalar{230, 230, 230}) {
    for (int i = 0; i < kColumns; ++i) {
      const int x = kRight - (i + 1) * kPitch;
      int y = 100;
      for (int n = 1; y < 1000; ++n, y += 80) {
        draw_character(picture, {x + 15, y + 5, 70, 70});
        if (!notes || n % 3 != 0) continue;
        y += 80;
        draw_character(picture, {x + 10, y + 5, 34, 36});
        draw_character(picture, {x + 56, y + 5, 34, 36});
        y -= 35;
      }
      const double left = x + 10, right = x + 90, bottom = y;
      lines.push_back({{{100, left, right}, {bottom, left, right}}});
    }
    strips = upright(lines, Straightening{});
    ink = find_ink(picture, kPitch);
    block.grid.pitch = kPitch;
    block.pitches = {kPitch};
    for (int i = 0; i < kColumns; ++i) {
      block.lines.push_back({static_cast<std::size_t>(i), i, 0, {}, {}});
      const double right = kRight - i * kPitch;
      block.columns.push_back({right - kPitch, right, {static_cast<std::size_t>(i)}});
    }
  }

  auto parted() const { return part_mixed_columns(lines, strips, block, ink, Straightening{}); }

  cv::Mat picture;
  std::vector<FoundLine> lines;
  std::vector<UprightLine> strips;
  InkPicture ink;
  Block block;
};

TEST(MixedColumns, NotesOfACharacterAreCutOutOfTheirLines) {
  const Page page(true);
  const auto parted = page.parted();
  ASSERT_TRUE(parted.is_mixed());
  EXPECT_FALSE(parted.is_glosses());
  int notes = 0, text = 0;
  for (const auto& line : parted.lines) ++(line.kind == WritingKind::note ? notes : text);
  EXPECT_EQ(notes % (2 * kColumns), 0);
  EXPECT_GE(notes, 4 * kColumns);
  for (const auto& line : parted.lines) {
    const double width = median_width(line);
    EXPECT_NEAR(width, line.kind == WritingKind::note ? 44 : 82, 8);
  }
}

TEST(MixedColumns, ColumnsOfTextAloneStay) {
  EXPECT_FALSE(Page(false).parted().may_be_mixed());
}

}  // namespace
}  // namespace wenlan
