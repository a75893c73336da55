// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/row_over_columns.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "tests/unit/engine/segment/sheet_lines.h"

namespace wenlan {
namespace {

// Six columns of ten characters 20 wide, 50 apart, below a character `head` wide at y = 100; each
// found as one line with it.
struct Page {
  explicit Page(int head) : pixels(paper()) {
    for (int column = 0; column < 6; ++column) {
      const int center = 400 + 50 * column, top = 100 + head + 16;
      write(center, 100, head);
      for (int i = 0; i < 10; ++i) write(center, top + 22 * i, 20);
      const auto x = static_cast<float>(center), wide = static_cast<float>(head) / 2;
      const auto neck = static_cast<float>(100 + head), bottom = static_cast<float>(top + 220);
      lines.push_back({{{x - wide, 100},
                        {x + wide, 100},
                        {x + wide, neck},
                        {x + 10, neck + 8},
                        {x + 10, bottom},
                        {x - 10, bottom},
                        {x - 10, neck + 8},
                        {x - wide, neck}},
                       1});
    }
  }

  void write(int center, int top, int size) {
    cv::rectangle(pixels, cv::Rect(center - size / 2, top, size, size), cv::Scalar(30, 30, 30), 3);
  }

  cv::Mat pixels;
  std::vector<DetectedLine> lines;
};

TEST(RowOverColumns, LargeFirstCharactersAreARow) {
  const Page page(36);
  const auto lines = free_row_over_columns(page.lines, page.pixels);
  ASSERT_EQ(lines.size(), 7U);
  const auto row = bounding_box(lines.back().outline);
  EXPECT_NEAR(row.y, 100, 4);
  EXPECT_NEAR(row.bottom(), 136, 4);
  EXPECT_GT(bounding_box(lines.front().outline).y, 130);
}

TEST(RowOverColumns, FirstCharactersOfTheTextStay) {
  const Page page(20);
  EXPECT_EQ(free_row_over_columns(page.lines, page.pixels).size(), 6U);
}

TEST(RowOverColumns, AFewColumnsAreNoHeadline) {
  Page page(36);
  page.lines.resize(3);
  EXPECT_EQ(free_row_over_columns(page.lines, page.pixels).size(), 3U);
  EXPECT_TRUE(free_row_over_columns({}, page.pixels).empty());
}

}  // namespace
}  // namespace wenlan
