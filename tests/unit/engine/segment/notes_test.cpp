// SPDX-License-Identifier: GPL-3.0-or-later
// Columns are 60 wide around 100: main lines 50 wide at 100, rows of notes 26 wide at 115 and 85.
#include "engine/segment/notes.h"

#include <numeric>

#include <gmock/gmock.h>

namespace wenlan {
namespace {

using testing::ElementsAre;

const Grid kGrid{60, 38};

UprightLine main_line(double top, double bottom) {
  return {top, bottom, 100, 50};
}
UprightLine right_row(double top, double bottom) {
  return {top, bottom, 115, 26};
}
UprightLine left_row(double top, double bottom) {
  return {top, bottom, 85, 26};
}

// The lines of one column, given by height; 'm' and the number of each main line, 'n' for notes.
std::vector<std::string> read(const std::vector<UprightLine>& lines) {
  Column column{70, 130, std::vector<std::size_t>(lines.size())};
  std::iota(column.lines.begin(), column.lines.end(), std::size_t{0});
  std::vector<std::string> order;
  for (const auto& placed : read_column(lines, column, kGrid, true))
    order.push_back((placed.note_segment ? "n" : "m") + std::to_string(placed.line));
  return order;
}

TEST(ReadColumn, ReadsTheRightRowOfANoteFirst) {
  EXPECT_THAT(read({main_line(0, 200), left_row(210, 400), right_row(212, 420)}),
              ElementsAre("m0", "n2", "n1"));
}

TEST(ReadColumn, ReadsRowsThatWereFoundInPiecesAsOneNote) {
  // Both rows are broken at 300.
  EXPECT_THAT(read({right_row(0, 290), left_row(0, 295), right_row(310, 600), left_row(312, 600)}),
              ElementsAre("n0", "n2", "n1", "n3"));
}

TEST(ReadColumn, ANarrowLineBetweenTwoDoubleRowsIsMainTextAndPartsThem) {
  const UprightLine narrow{310, 360, 107, 28};
  EXPECT_THAT(
      read({right_row(0, 300), left_row(0, 300), narrow, right_row(370, 600), left_row(370, 600)}),
      ElementsAre("n0", "n1", "m2", "n3", "n4"));
}

TEST(ReadColumn, ALastCharacterMoreInTheRightRowBelongsToIt) {
  EXPECT_THAT(read({right_row(0, 300), left_row(0, 300), right_row(305, 335)}),
              ElementsAre("n0", "n2", "n1"));
}

TEST(ReadColumn, WhatFollowsANoteInItsRightRowButIsLongIsReadAfterIt) {
  EXPECT_THAT(read({right_row(0, 300), left_row(0, 300), right_row(305, 600)}),
              ElementsAre("n0", "n1", "n2"));
}

TEST(ReadColumn, AShortLineAsideOfTheMainLineAboveIsANote) {
  const UprightLine aside{405, 500, 112, 44};
  EXPECT_THAT(read({main_line(0, 400), aside}), ElementsAre("m0", "n1"));
}

TEST(ReadColumn, AShortLineInLineWithTheMainLineAboveIsMainText) {
  const UprightLine below{405, 500, 104, 44};
  EXPECT_THAT(read({main_line(0, 400), below}), ElementsAre("m0", "m1"));
}

TEST(ReadColumn, ALongLineAsideIsMainText) {
  // Longer than four pitches: the column bends.
  const UprightLine aside{405, 700, 112, 50};
  EXPECT_THAT(read({main_line(0, 400), aside}), ElementsAre("m0", "m1"));
}

TEST(HasDoubleRows, WantsTwoNarrowLinesSideBySide) {
  const std::vector<UprightLine> pair{right_row(0, 300), left_row(0, 300)};
  const std::vector<UprightLine> apart{right_row(0, 300), left_row(310, 600)};
  const std::vector<Column> column{{70, 130, {0, 1}}};
  EXPECT_TRUE(has_double_rows(pair, column, kGrid));
  EXPECT_FALSE(has_double_rows(apart, column, kGrid));
}

TEST(ReadColumn, ASpeckBesideTheMiddleOfTheColumnMakesNoNoteOfALineAsWideAsTheBorder) {
  const UprightLine line{0, 900, 100, 36}, speck{100, 200, 128, 6, true};
  EXPECT_THAT(read({line, speck}).front(), "m0");
}

TEST(ReadColumn, ASingleCharacterAtTheSideOfItsColumnIsTheRestOfANote) {
  EXPECT_THAT(read({{0, 45, 113, 40}}), ElementsAre("n0"));
  EXPECT_THAT(read({{0, 45, 103, 40}}), ElementsAre("m0"));
}

}  // namespace
}  // namespace wenlan
