// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/newsprint_signs.h"

#include <gtest/gtest.h>

#include "tests/unit/engine/segment/sheet_lines.h"

namespace wenlan {
namespace {

TEST(NewsprintSigns, IsToldByManyShortLinesOfManySizes) {
  std::vector<DetectedLine> lines;
  for (int band = 0; band < 6; ++band) add_block(lines, 700, 260 * static_cast<float>(band), 20);
  EXPECT_FALSE(is_newsprint(lines));  // registers of one size
  lines.push_back(line_at(707, 0, 752, 460));
  EXPECT_TRUE(is_newsprint(lines));
  EXPECT_FALSE(is_newsprint({}));
}

TEST(NewsprintSigns, IsToldByAHeadlineAboveColumns) {
  std::vector<DetectedLine> lines;
  add_block(lines, 700, 100, 12);
  EXPECT_FALSE(is_newsprint(lines));
  lines.push_back(line_at(450, 50, 650, 85));
  EXPECT_TRUE(is_newsprint(lines));
  lines.back() = line_at(450, 65, 650, 85);  // as small as the text: the title of a page
  EXPECT_FALSE(is_newsprint(lines));
}

TEST(NewsprintSigns, IsToldByASmallHeadlineBetweenRegisters) {
  std::vector<DetectedLine> lines;
  add_block(lines, 700, 100, 12);
  add_block(lines, 700, 360, 12);
  EXPECT_FALSE(is_newsprint(lines));
  lines.push_back(line_at(450, 320, 650, 344));
  EXPECT_TRUE(is_newsprint(lines));
  lines.back() = line_at(450, 320, 520, 344);  // a label
  EXPECT_FALSE(is_newsprint(lines));
}

}  // namespace
}  // namespace wenlan
