// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/place_marks.h"

#include <gmock/gmock.h>

namespace wenlan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr double kPitch = 60;

Line column(const char* id, float x) {
  return {.id = id, .outline = outline_of(Box<ScanSpace>{x, 100, 40, 500})};
}

Layout two_columns() {
  Layout layout;
  layout.lines = {column("l1", 200), column("l2", 140)};
  return layout;
}

DraftMark circle_at(float x, float y, Ink ink = Ink::black) {
  return {{x - 5, y - 5, 10, 10}, MarkKind::circle, ink};
}

std::vector<std::string> lines_of(const Layout& layout) {
  std::vector<std::string> lines;
  for (const Mark& mark : layout.marks) lines.push_back(mark.id + " " + mark.line);
  return lines;
}

TEST(PlaceMarks, AMarkBelongsToTheColumnOnItsLeft) {
  Layout layout = two_columns();
  const std::vector marks{circle_at(190, 300), circle_at(248, 400)};
  place_marks(marks, {}, kPitch, layout);
  EXPECT_THAT(lines_of(layout), ElementsAre("m1 l1", "m2 l2"));
}

TEST(PlaceMarks, MarksStandFromLineToLineAlongTheLine) {
  Layout layout = two_columns();
  const std::vector marks{circle_at(190, 500), circle_at(190, 200), circle_at(248, 400)};
  place_marks(marks, {}, kPitch, layout);
  ASSERT_THAT(lines_of(layout), ElementsAre("m1 l1", "m2 l2", "m3 l2"));
  EXPECT_LT(layout.marks[1].box.y, layout.marks[2].box.y);
}

TEST(PlaceMarks, WhatStandsBesideNoLineIsNone) {
  Layout layout = two_columns();
  const std::vector marks{circle_at(400, 300), circle_at(190, 900)};
  place_marks(marks, {}, kPitch, layout);
  EXPECT_THAT(layout.marks, IsEmpty());
}

TEST(PlaceMarks, PaleRedSeenInBlackTooIsOneMark) {
  Layout layout = two_columns();
  const std::vector marks{circle_at(190, 300), circle_at(191, 301, Ink::red)};
  place_marks(marks, {}, kPitch, layout);
  ASSERT_EQ(layout.marks.size(), 1U);
  EXPECT_EQ(layout.marks[0].ink, Ink::red);
}

TEST(PlaceMarks, DotsWithinRedWritingAreItsStrokes) {
  Layout layout = two_columns();
  layout.lines.push_back(column("l3", 180));
  layout.lines.back().stream = Stream::side_note;
  layout.lines.back().ink = Ink::red;
  DraftMark dot = circle_at(190, 300, Ink::red);
  dot.kind = MarkKind::dot;
  place_marks(std::vector{dot}, {}, kPitch, layout);
  EXPECT_THAT(layout.marks, IsEmpty());
}

TEST(PlaceMarks, CirclesInARowThatLooksLikeRedWritingAreMarksALoneOneIsAStroke) {
  Layout layout = two_columns();
  layout.lines.push_back(column("l3", 180));
  layout.lines.back().stream = Stream::side_note;
  layout.lines.back().ink = Ink::red;
  place_marks(std::vector{circle_at(190, 300, Ink::red)}, {}, kPitch, layout);
  EXPECT_THAT(layout.marks, IsEmpty());
  const std::vector row{
      circle_at(190, 200, Ink::red), circle_at(190, 300, Ink::red), circle_at(190, 400, Ink::red)};
  place_marks(row, {}, kPitch, layout);
  EXPECT_EQ(layout.marks.size(), 3U);
}

}  // namespace
}  // namespace wenlan
