// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/cut_lines.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr double kPitch = 100;
const cv::Scalar kInk{20, 20, 20};

// Columns of characters, white from `from` to `to`; the line of each, and its ink.
struct Page {
  Page(int columns, int white_columns, int from, int to, int rule = 0) {
    cv::Mat picture(1500, 1000, CV_8UC3, cv::Scalar{230, 230, 230});
    for (int i = 0; i < columns; ++i) {
      const int x = 100 + i * static_cast<int>(kPitch);
      for (int y = 100; y < 1400; y += 80) {
        if (i < white_columns && y + 60 > from && y < to) continue;
        cv::rectangle(picture, {x, y, 70, 60}, kInk, 5);
        cv::line(picture, {x, y + 30}, {x + 70, y + 30}, kInk, 5);
      }
      const double left = x - 5, right = x + 75;
      lines.push_back({{{90, left, right}, {700, left, right}, {1400, left, right}}, .8F});
    }
    if (rule > 0) cv::line(picture, {0, rule}, {1000, rule}, kInk, 5);
    ink = find_ink(picture, kPitch);
  }

  std::vector<FoundLine> cut(const std::vector<HorizontalRule>& rules = {}) const {
    return cut_at_white(lines, ink, rules, kPitch);
  }

  std::vector<FoundLine> lines;
  InkPicture ink;
};

TEST(CutAtWhite, LinesAcrossTheWhiteBetweenRegistersAreTwo) {
  const auto parts = Page(6, 6, 600, 800).cut();
  ASSERT_EQ(parts.size(), 12U);
  EXPECT_LT(parts[0].bottom(), 620);
  EXPECT_GT(parts[1].top(), 780);
  EXPECT_EQ(parts[1].confidence, .8F);
}

TEST(CutAtWhite, ARuleInTheWhiteIsNoWriting) {
  const Page page(6, 6, 600, 800, 700);
  for (const auto& part : page.cut({{700, .9}})) EXPECT_LT(part.height(), 700);
  EXPECT_EQ(page.cut({{700, .9}}).size(), 12U);
}

TEST(CutAtWhite, AColumnWithABlankInItStays) {
  EXPECT_EQ(Page(6, 1, 600, 800).cut().size(), 6U);
}

}  // namespace
}  // namespace wenlan
