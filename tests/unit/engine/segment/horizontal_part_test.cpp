// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/horizontal_part.h"

#include <gmock/gmock.h>

namespace wenlan {
namespace {

DetectedLine row(float x, float y, float width) {
  return {outline_of(Box<CleanSpace>{x, y, width, 20}), 1};
}

// The tops and lefts of the lines, in their order.
std::vector<std::pair<int, int>> order_of(const std::vector<DetectedLine>& lines) {
  const Placement placement;
  LayoutBuilder builder(placement);
  lay_out_horizontal(lines, builder);
  std::vector<std::pair<int, int>> order;
  for (const auto& line : builder.take(PageKind::text).lines) {
    EXPECT_EQ(line.mode, WritingMode::horizontal_ltr);
    const auto box = bounding_box(line.outline);
    order.emplace_back(static_cast<int>(box.y), static_cast<int>(box.x));
  }
  return order;
}

TEST(HorizontalPart, RowsRunDownAndPiecesOfARowToTheRight) {
  EXPECT_THAT(order_of({row(300, 2, 100), row(0, 40, 400), row(0, 0, 285)}),
              testing::ElementsAre(std::pair(0, 0), std::pair(2, 300), std::pair(40, 0)));
}

TEST(HorizontalPart, LeftColumnOfTextIsReadFirst) {
  std::vector<DetectedLine> lines;
  for (int i = 0; i < 4; ++i) {
    lines.push_back(row(500, 30.F * static_cast<float>(i), 400));
    lines.push_back(row(0, 30.F * static_cast<float>(i), 400));
  }
  const auto order = order_of(lines);
  ASSERT_EQ(order.size(), 8U);
  EXPECT_EQ(order[3], std::pair(90, 0));
  EXPECT_EQ(order[4], std::pair(0, 500));
}

TEST(HorizontalPart, NoLinesMakeNoRegions) {
  EXPECT_TRUE(order_of({}).empty());
}

}  // namespace
}  // namespace wenlan
