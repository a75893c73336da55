// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/head_notes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wenlan {
namespace {

using testing::Each;
using testing::ElementsAre;

const std::vector<HorizontalRule> kFrame{{.y = 100, .coverage = .9}, {.y = 900, .coverage = .9}};

UprightLine line(double top, double bottom) {
  return {.top = top, .bottom = bottom, .center = 50, .width = 40};
}

TEST(FindHeadNotes, ShortColumnsAboveTheFrame) {
  const std::vector<UprightLine> lines{line(20, 95), line(120, 880), line(20, 104), line(130, 860)};
  EXPECT_THAT(find_head_notes(lines, kFrame), ElementsAre(true, false, true, false));
}

TEST(FindHeadNotes, NoneWithoutAFrame) {
  const std::vector<UprightLine> lines{line(20, 95), line(220, 880)};
  EXPECT_THAT(find_head_notes(lines, {}), Each(false));
  EXPECT_THAT(find_head_notes(lines, std::vector<HorizontalRule>{{.y = 100, .coverage = .3}}),
              Each(false));
}

TEST(FindHeadNotes, AWornFrameIsToldByTheColumnsBelowIt) {
  const std::vector<HorizontalRule> worn{{.y = 100, .coverage = .35}};
  const std::vector<UprightLine> lines{
      line(20, 95), line(110, 880), line(120, 870), line(115, 860)};
  EXPECT_THAT(find_head_notes(lines, worn), ElementsAre(true, false, false, false));
  const std::vector<UprightLine> ragged{
      line(20, 95), line(300, 880), line(250, 870), line(115, 860)};
  EXPECT_THAT(find_head_notes(ragged, worn), Each(false));
}

UprightLine column(int number, double top, double bottom, double width = 40) {
  return {.top = top, .bottom = bottom, .center = 60. * number, .width = width};
}

TEST(FindHeadNotes, CharactersRaisedOverTheFrameAreText) {
  const std::vector lines{column(3, 110, 880),
                          column(2, 40, 95),
                          column(2, 105, 880),
                          column(1, 110, 880),
                          column(1, 20, 80, 20)};
  EXPECT_THAT(find_head_notes(lines, kFrame), ElementsAre(false, false, false, false, true));
}

std::vector<UprightLine> five_columns() {
  std::vector<UprightLine> lines;
  for (int number = 0; number < 5; ++number) lines.push_back(column(number, 200, 900));
  return lines;
}

TEST(FindHeadNotes, NarrowColumnsClearOfTheTextNeedNoFrame) {
  auto lines = five_columns();
  lines.push_back(column(2, 40, 140, 22));
  lines.push_back(column(3, 40, 70, 22));
  lines.push_back(column(3, 75, 120, 22));  // the other half of a remark is no column of text
  EXPECT_THAT(find_head_notes(lines, {}),
              ElementsAre(false, false, false, false, false, true, true, true));
}

// Outlines of small characters are wide; that two of them stand in a column's width tells them.
TEST(FindHeadNotes, TwoInTheWidthOfAColumnNeedNoFrame) {
  auto lines = five_columns();
  lines.push_back(column(2, 20, 150, 35));
  lines.push_back(column(3, 20, 120, 34));
  lines.back().center -= 25;
  EXPECT_THAT(find_head_notes(lines, {}),
              ElementsAre(false, false, false, false, false, true, true));
  lines[6].center += 25;  // columns of their own
  EXPECT_THAT(find_head_notes(lines, {}), Each(false));
  lines[6].center -= 25;
  lines[6].bottom = 195;  // and no white below them
  EXPECT_THAT(find_head_notes(lines, {}), Each(false));
}

TEST(FindHeadNotes, NarrowColumnsRightAboveAColumnAreItsHead) {
  auto lines = five_columns();
  lines[2].top = 100;  // raised, with a label over it
  lines.push_back(column(2, 40, 95, 18));
  lines.back().center -= 10;
  lines.push_back(column(2, 40, 95, 18));
  lines.back().center += 10;
  EXPECT_THAT(find_head_notes(lines, {}), Each(false));
}

TEST(FindHeadNotes, RaisedColumnsWithoutAFrameAreText) {
  auto lines = five_columns();
  lines[1].top = 140;
  lines[3].top = 80;
  EXPECT_THAT(find_head_notes(lines, {}), Each(false));
}

TEST(FindHeadNotes, UpperRegisterIsNone) {
  const std::vector<HorizontalRule> between{{.y = 400, .coverage = .9}};
  const std::vector<UprightLine> lines{
      line(20, 390), line(20, 380), line(410, 880), line(410, 880)};
  EXPECT_THAT(find_head_notes(lines, between), Each(false));
}

}  // namespace
}  // namespace wenlan
