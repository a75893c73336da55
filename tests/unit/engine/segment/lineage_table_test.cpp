// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/lineage_table.h"

#include <gmock/gmock.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

struct Table {
  cv::Mat pixels{1000, 800, CV_8UC3, cv::Scalar(230, 230, 230)};
  std::vector<DetectedLine> lines;

  void add(int center, int top, int length, bool joined) {
    const auto left = static_cast<float>(center - 20), right = left + 40;
    const auto from = static_cast<float>(top), to = static_cast<float>(top + length);
    lines.push_back({{{left, from}, {right, from}, {right, to}, {left, to}}, 1});
    cv::rectangle(pixels, {center - 14, top + 5}, {center + 14, top + length - 5}, {40, 40, 40}, 6);
    if (joined) cv::line(pixels, {center, top - 60}, {center, top - 8}, {40, 40, 40}, 3);
  }

  // Three generations, each named at the right.
  explicit Table(bool joined) {
    for (int row = 0; row < 3; ++row) {
      add(700, 60 + 300 * row, 120, false);
      for (int person = 0; person <= row; ++person)
        add(500 - 150 * person, 120 + 300 * row, 80 + 40 * (person % 2), joined);
    }
  }
};

Layout laid_out(const Table& table) {
  const Placement placement;
  LayoutBuilder builder(placement);
  lay_out_lineage_table(table.lines, table.pixels, builder);
  return builder.take(PageKind::table);
}

TEST(LineageTable, IsToldByTheStrokesThatJoinItsCells) {
  const Table joined(true), apart(false);
  EXPECT_TRUE(is_lineage_table(joined.lines, joined.pixels));
  EXPECT_FALSE(is_lineage_table(apart.lines, apart.pixels));
  EXPECT_FALSE(is_lineage_table({}, joined.pixels));
}

TEST(LineageTable, TextWithShortNotesIsNone) {
  Table page(false);
  page.lines.clear();
  for (int center = 100; center < 740; center += 50)
    for (int top = 60; top < 900; top += 150) page.add(center, top, 140, true);
  EXPECT_FALSE(is_lineage_table(page.lines, page.pixels));
}

TEST(LineageTable, GenerationsAreRowsReadFromTheRight) {
  const Table table(true);
  const Layout layout = laid_out(table);
  ASSERT_EQ(layout.regions.size(), 3U);
  EXPECT_EQ(layout.regions[0].kind, RegionKind::table);
  std::vector<float> centers;
  for (const auto& line : layout.lines) centers.push_back(bounding_box(line.outline).center().x);
  EXPECT_THAT(centers, testing::ElementsAre(700, 500, 700, 500, 350, 700, 500, 350, 200));
  EXPECT_NE(layout.lines[0].column, layout.lines[1].column);
}

TEST(LineageTable, PiecesOfANameStayTogether) {
  Table table(true);
  table.lines.push_back({{{482, 250}, {522, 250}, {522, 290}, {482, 290}}, 1});
  table.lines[1] = {{{480, 120}, {520, 120}, {520, 245}, {480, 245}}, 1};
  const Layout layout = laid_out(table);
  EXPECT_FLOAT_EQ(bounding_box(layout.lines[1].outline).y, 120);
  EXPECT_EQ(layout.lines[1].column, layout.lines[2].column);
}

// Four generations, each named at the right, and one son in each.
TEST(LineageTable, NamesOfGenerationsAreNoPersons) {
  Table table(false);
  table.lines.clear();
  table.pixels.setTo(cv::Scalar(230, 230, 230));
  for (int row = 0; row < 4; ++row) {
    table.add(700, 20 + 240 * row, 100, false);
    table.add(400, 60 + 240 * row, 100, row > 0);
  }
  EXPECT_TRUE(is_lineage_table(table.lines, table.pixels));
}

TEST(LineageTable, AStrokeFoundAsALineIsNoName) {
  Table table = Table(true);
  cv::line(table.pixels, {200, 400}, {200, 700}, {40, 40, 40}, 3);
  cv::line(table.pixels, {20, 520}, {790, 520}, {40, 40, 40}, 2);
  const std::size_t names = table.lines.size();
  table.lines.push_back({{{180, 500}, {220, 500}, {220, 550}, {180, 550}}, 1});
  EXPECT_EQ(laid_out(table).lines.size(), names);
}

// A father with two sons, of whom the elder has one; rules between the generations.
Table family() {
  Table table(false);
  table.lines.clear();
  table.pixels.setTo(cv::Scalar(230, 230, 230));
  const cv::Scalar ink(40, 40, 40);
  table.add(450, 100, 100, false);
  table.add(600, 400, 100, false);
  table.add(300, 400, 100, false);
  table.add(600, 700, 100, false);
  table.add(740, 100, 100, false);
  for (const int y : {320, 620}) cv::line(table.pixels, {20, y}, {790, y - 4}, ink, 2);
  cv::line(table.pixels, {450, 206}, {450, 350}, ink, 3);
  cv::line(table.pixels, {300, 350}, {600, 350}, ink, 3);
  cv::line(table.pixels, {300, 350}, {300, 392}, ink, 3);
  cv::line(table.pixels, {600, 350}, {600, 392}, ink, 3);
  cv::line(table.pixels, {600, 506}, {600, 692}, ink, 3);
  return table;
}

TEST(LineageTable, ChildrenAreLinkedToTheirFatherByTheStrokesAcrossRules) {
  const Table table = family();
  const Layout layout = laid_out(table);
  ASSERT_EQ(layout.lines.size(), 5U);  // the label, the father, elder and younger son, grandson
  EXPECT_THAT(layout.links,
              testing::UnorderedElementsAre(LineLink{LinkKind::child_of, "l3", "l2"},
                                            LineLink{LinkKind::child_of, "l4", "l2"},
                                            LineLink{LinkKind::child_of, "l5", "l3"}));
}

TEST(LineageTable, StrokesThatTwoFathersShareTellNothing) {
  Table table(false);
  table.lines.clear();
  table.pixels.setTo(cv::Scalar(230, 230, 230));
  const cv::Scalar ink(40, 40, 40);
  table.add(300, 100, 100, false);
  table.add(600, 100, 100, false);
  table.add(450, 400, 100, false);
  for (const int x : {300, 600}) cv::line(table.pixels, {x, 206}, {x, 300}, ink, 3);
  cv::line(table.pixels, {300, 300}, {600, 300}, ink, 3);
  cv::line(table.pixels, {450, 300}, {450, 392}, ink, 3);
  EXPECT_TRUE(laid_out(table).links.empty());
}

}  // namespace
}  // namespace wenlan
