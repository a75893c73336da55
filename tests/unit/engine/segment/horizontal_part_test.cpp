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

TEST(HorizontalPart, ColumnsAmongRowsAreABlockOfTheirOwn) {
  std::vector<DetectedLine> lines;
  for (int i = 0; i < 12; ++i)
    lines.push_back(row(0, 30.F * static_cast<float>(i), i < 5 ? 600 : 400));
  for (const float x : {450.F, 480.F, 510.F})  // beside the lower rows
    lines.push_back({outline_of(Box<CleanSpace>{x, 160, 20, 180}), 1});
  lines.push_back({outline_of(Box<CleanSpace>{420, 40, 8, 22}), 1});  // a 1
  const Placement placement;
  LayoutBuilder builder(placement);
  lay_out_horizontal(lines, builder);
  const Layout layout = builder.take(PageKind::text);
  ASSERT_EQ(layout.lines.size(), 16U);
  EXPECT_EQ(layout.regions.back().mode, WritingMode::vertical_rl);
  EXPECT_EQ(layout.lines[12].mode, WritingMode::horizontal_ltr);
  std::vector<int> lefts;
  for (std::size_t i = 13; i < 16; ++i) {
    EXPECT_EQ(layout.lines[i].mode, WritingMode::vertical_rl);
    lefts.push_back(static_cast<int>(bounding_box(layout.lines[i].outline).x));
  }
  EXPECT_THAT(lefts, testing::ElementsAre(510, 480, 450));
}

TEST(HorizontalPart, ColumnsBesideRowsAreReadBeforeTheRowsBelow) {
  std::vector<DetectedLine> lines;
  for (int i = 0; i < 12; ++i)
    lines.push_back(row(0, 30.F * static_cast<float>(i), i < 3 || i > 8 ? 600 : 400));
  for (const float x : {450.F, 480.F})
    lines.push_back({outline_of(Box<CleanSpace>{x, 92, 20, 165}), 1});
  const Placement placement;
  LayoutBuilder builder(placement);
  lay_out_horizontal(lines, builder);
  const Layout layout = builder.take(PageKind::text);
  ASSERT_EQ(layout.lines.size(), 14U);
  EXPECT_EQ(bounding_box(layout.lines[8].outline).y, 240);
  EXPECT_EQ(bounding_box(layout.lines[9].outline).x, 480);
  EXPECT_EQ(bounding_box(layout.lines[11].outline).y, 270);
}

TEST(HorizontalPart, AColumnOfOneCharacterStandsWithTheOthers) {
  std::vector<DetectedLine> lines{row(0, 0, 600), row(0, 300, 600)};
  for (const float x : {200.F, 230.F, 290.F, 320.F})
    lines.push_back({outline_of(Box<CleanSpace>{x, 60, 20, 165}), 1});
  lines.push_back({outline_of(Box<CleanSpace>{260, 62, 20, 20}), 1});
  const Placement placement;
  LayoutBuilder builder(placement);
  lay_out_horizontal(lines, builder);
  std::vector<int> lefts;
  for (const auto& line : builder.take(PageKind::text).lines)
    lefts.push_back(static_cast<int>(bounding_box(line.outline).x));
  EXPECT_THAT(lefts, testing::ElementsAre(0, 320, 290, 260, 230, 200, 0));
}

TEST(HorizontalPart, ColumnsAboveRowsAreReadFirst) {
  std::vector<DetectedLine> lines;
  for (int i = 0; i < 4; ++i) lines.push_back(row(0, 300 + 30.F * static_cast<float>(i), 600));
  lines.push_back({outline_of(Box<CleanSpace>{300, 40, 20, 180}), 1});
  const Placement placement;
  LayoutBuilder builder(placement);
  lay_out_horizontal(lines, builder);
  EXPECT_EQ(builder.take(PageKind::text).lines.front().mode, WritingMode::vertical_rl);
}

TEST(HorizontalPart, NoLinesMakeNoRegions) {
  EXPECT_TRUE(order_of({}).empty());
}

}  // namespace
}  // namespace wenlan
