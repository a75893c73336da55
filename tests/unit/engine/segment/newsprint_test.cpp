// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/newsprint.h"

#include <gmock/gmock.h>

namespace wenlan {
namespace {

// Columns 20 wide, 26 apart, from the right edge to the left.
void add_block(std::vector<UprightLine>& lines, double right, double top, int columns) {
  for (int i = 0; i < columns; ++i) lines.push_back({top, top + 200, right - 10 - 26. * i, 20});
}

// The lines in the order they are read.
std::vector<std::size_t> order_of(const Block& block) {
  std::vector<std::size_t> order;
  for (const auto& line : block.lines) order.push_back(line.line);
  return order;
}

TEST(Newsprint, BlocksAreReadFromTheRightAndTheTop) {
  std::vector<UprightLine> lines;
  add_block(lines, 400, 0, 2);    // 0 1
  add_block(lines, 200, 0, 2);    // 2 3
  add_block(lines, 400, 260, 2);  // 4 5
  const Block block = lay_out_newsprint(lines);
  EXPECT_THAT(order_of(block), testing::ElementsAre(0, 1, 4, 5, 2, 3));
  EXPECT_EQ(block.lines.back().band, 2);
}

TEST(Newsprint, AHeadlineAlongTwoBlocksComesBeforeThem) {
  std::vector<UprightLine> lines;
  add_block(lines, 200, 0, 3);         // 0 1 2
  add_block(lines, 200, 260, 3);       // 3 4 5
  lines.push_back({0, 460, 225, 40});  // 6
  EXPECT_THAT(order_of(lay_out_newsprint(lines)), testing::ElementsAre(6, 0, 1, 2, 3, 4, 5));
}

TEST(Newsprint, IsToldByManyShortLinesOfManySizes) {
  std::vector<UprightLine> lines;
  for (int band = 0; band < 6; ++band) add_block(lines, 700, 260. * band, 20);
  EXPECT_FALSE(is_newsprint(lines));  // registers of one size
  lines.push_back({0, 460, 730, 45});
  lines.push_back({600, 900, 730, 45});
  EXPECT_TRUE(is_newsprint(lines));
  EXPECT_FALSE(is_newsprint({}));
}

}  // namespace
}  // namespace wenlan
