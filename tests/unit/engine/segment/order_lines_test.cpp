// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/order_lines.h"

#include <cmath>
#include <random>

#include <gmock/gmock.h>

namespace wenlan {
namespace {

UnorderedLine box_line(std::string id, float x, float y, float width, float height) {
  return {std::move(id), outline_of(Box<ScanSpace>{x, y, width, height})};
}

TEST(OrderLines, ReadsColumnsRightToLeft) {
  std::vector<UnorderedLine> lines;
  for (int i = 0; i < 5; ++i)
    lines.push_back(box_line(std::to_string(i), 100.F * static_cast<float>(i), 0, 80, 1000));
  std::string order;
  for (const auto& line : order_lines(lines, {600, 1000}, {})) order += line.id;
  EXPECT_EQ(order, "43210");
}

TEST(OrderLines, TellsDoubleRowsFromMainText) {
  const std::vector<UnorderedLine> lines{box_line("main", 200, 0, 80, 1000),
                                         box_line("left", 100, 0, 38, 800),
                                         box_line("right", 142, 0, 38, 800),
                                         box_line("last", 0, 0, 80, 1000)};
  const std::vector<OrderedLine> expected{{"main", Stream::main},
                                          {"right", Stream::note},
                                          {"left", Stream::note},
                                          {"last", Stream::main}};
  EXPECT_EQ(order_lines(lines, {300, 1000}, {}), expected);
}

TEST(OrderLines, FindsTheTiltThatBoxesHide) {
  // Columns that lean by 25 in 1000, each given as the box around it.
  std::vector<UnorderedLine> lines;
  for (int i = 0; i < 6; ++i) {
    const float x = 70.F * static_cast<float>(i);
    lines.push_back(box_line("a" + std::to_string(i), x, 0, 68, 300));
    lines.push_back(box_line("b" + std::to_string(i), x + 12, 320, 77, 680));
  }
  std::string order;
  for (const auto& line : order_lines(lines, {500, 1000}, {})) order += line.id;
  EXPECT_EQ(order, "a5b5a4b4a3b3a2b2a1b1a0b0");
}

TEST(OrderLines, DoesNotLeanAPageWhoseLinesShowHowTheyStand) {
  // Nothing but double rows, four columns of them, beside two main lines: all lean by 20 in 1000.
  // Leaning further would make the rows narrow enough to be columns of their own.
  std::vector<UnorderedLine> lines;
  const auto add = [&](std::string id, float x, float width) {
    lines.push_back(
        {std::move(id), {{x, 0}, {x + width, 0}, {x + width + 20, 1000}, {x + 20, 1000}}});
  };
  for (int i = 0; i < 4; ++i) {
    const float x = 80.F * static_cast<float>(i);
    add("l" + std::to_string(i), x, 38);
    add("r" + std::to_string(i), x + 40, 38);
  }
  add("m4", 320, 76);
  add("m5", 400, 76);
  std::string order;
  int notes = 0;
  for (const auto& line : order_lines(lines, {500, 1000}, {})) {
    order += line.id;
    notes += line.stream == Stream::note;
  }
  EXPECT_EQ(order, "m5m4r3l3r2l2r1l1r0l0");
  EXPECT_EQ(notes, 8);
}

TEST(OrderLines, KeepsLinesWithoutOutlineForTheEnd) {
  const auto ordered = order_lines({{"x", {}}, box_line("y", 0, 0, 50, 500)}, {100, 500}, {});
  ASSERT_EQ(ordered.size(), 2U);
  EXPECT_EQ(ordered[0].id, "y");
  EXPECT_EQ(ordered[1], (OrderedLine{"x", Stream::other}));
  EXPECT_TRUE(order_lines({}, {100, 500}, {}).empty());
}

TEST(OrderLines, GivesEachLineOfAnyPageOnce) {
  std::mt19937 random(11);
  std::uniform_real_distribution<float> place(-50, 3000), size(0, 400);
  for (int page = 0; page < 8; ++page) {
    std::vector<UnorderedLine> lines;
    for (int i = 0; i < 4 * page; ++i)
      lines.push_back(
          box_line(std::to_string(i), place(random), place(random), size(random), size(random)));
    lines.push_back({"odd", {{std::nanf(""), 0}, {1, 1}, {2, 5}}});
    std::vector<std::string> ids, seen;
    for (const auto& line : lines) ids.push_back(line.id);
    for (const auto& line : order_lines(lines, {3000, 3000}, {})) seen.push_back(line.id);
    EXPECT_THAT(seen, testing::UnorderedElementsAreArray(ids));
  }
}

}  // namespace
}  // namespace wenlan
