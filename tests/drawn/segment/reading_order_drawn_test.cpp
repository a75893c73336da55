// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "tests/drawn/segment/drawn_page.h"

namespace wenlan {
namespace {

TEST(ReadingOrder, ColumnsRunRightToLeft) {
  EXPECT_EQ(read_drawn(R"(
DDCCBBAA
DDCCBBAA
DDCCBBAA
DDCCBBAA)"),
            "A B C D");
}

TEST(ReadingOrder, PiecesOfOneColumnRunDown) {
  EXPECT_EQ(read_drawn(R"(
DDCCBBAA
DDCCBBAA
DDCC..AA
DDCCEEAA
DDCCEEAA
DDCCEEAA)"),
            "A BE C D");
}

TEST(ReadingOrder, IndentedColumnsKeepTheirPlace) {
  EXPECT_EQ(read_drawn(R"(
DD....AA
DD..BBAA
DDCCBBAA
DDCCBBAA
DDCCBBAA)"),
            "A B C D");
}

TEST(ReadingOrder, AnEmptyColumnIsNoTrouble) {
  EXPECT_EQ(read_drawn(R"(
DDCC..BBAA
DDCC..BBAA
DDCC..BBAA
DDCC..BBAA)"),
            "A B C D");
}

TEST(ReadingOrder, RegistersRunFromTheTop) {
  EXPECT_EQ(read_drawn(R"(
EEDDCCBBAA
EEDDCCBBAA
EEDDCCBBAA
EEDDCCBBAA
EEDDCCBBAA
EEDDCCBBAA
EEDDCCBBAA
EEDDCCBBAA
EEDDCCBBAA
..........
JJIIHHGGFF
JJIIHHGGFF
JJIIHHGGFF
JJIIHHGGFF
JJIIHHGGFF
JJIIHHGGFF
JJIIHHGGFF
JJIIHHGGFF
JJIIHHGGFF)"),
            "A B C D E | F G H I J");
}

TEST(ReadingOrder, AWideMarginPartsRegistersToo) {
  EXPECT_EQ(read_drawn(R"(
DDCCBBAA
DDCCBBAA
DDCCBBAA
DDCCBBAA
DDCCBBAA
DDCCBBAA
DDCCBBAA
DDCCBBAA
........
........
........
........
........
........
HHGGFFEE
HHGGFFEE
HHGGFFEE
HHGGFFEE
HHGGFFEE
HHGGFFEE
HHGGFFEE
HHGGFFEE)"),
            "A B C D | E F G H");
}

TEST(ReadingOrder, ShortTiersAreOneRegister) {
  EXPECT_EQ(read_drawn(R"(
EEDDCCBBAA
EEDDCCBBAA
EEDDCCBBAA
..........
JJIIHHGGFF
JJIIHHGGFF
JJIIHHGGFF)"),
            "AF BG CH DI EJ");
}

TEST(ReadingOrder, RulesDecideWhereLinesLeaveItOpen) {
  // Lines of one width at even distances: either columns, or half columns of a page of notes.
  constexpr std::string_view picture = R"(
HGFEDCBA
HGFEDCBA
HGFEDCBA
HGFEDCBA
HGFEDCBA
HGFEDCBA)";
  BlockEvidence ruled;
  for (const double u : {0., 60., 120., 180., 240.}) ruled.rules.push_back({u, 1});
  ruled.rule_pitch = 60;
  EXPECT_EQ(read_drawn(picture, ruled), "(A/B) (C/D) (E/F) (G/H)");
  EXPECT_EQ(read_drawn(picture), "A B C D E F G H");
}

}  // namespace
}  // namespace wenlan
