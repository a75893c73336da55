// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "tests/drawn/segment/drawn_page.h"

namespace wenlan {
namespace {

TEST(DoubleRows, RightHalfIsReadFirst) {
  EXPECT_EQ(read_drawn(R"(
EEDDCCAA
EEDDCCAA
EEDDCCAA
EEDDCCgf
EEDDCCgf
EEDDCCgf)"),
            "A(f/g) C D E");
}

TEST(DoubleRows, StandBetweenMainTextInOneColumn) {
  EXPECT_EQ(read_drawn(R"(
EEDDCCAA
EEDDCCAA
EEDDCCgf
EEDDCCgf
EEDDCCBB
EEDDCCBB
EEDDCCih
EEDDCCih)"),
            "A(f/g)B(h/i) C D E");
}

TEST(DoubleRows, LeftHalfMayBeShorter) {
  EXPECT_EQ(read_drawn(R"(
EEDDCCAA
EEDDCCAA
EEDDCCgf
EEDDCCgf
EEDDCC.f
EEDDCCBB
EEDDCCBB)"),
            "A(f/g)B C D E");
}

TEST(DoubleRows, PiecesOfOneHalfAreReadTogether) {
  EXPECT_EQ(read_drawn(R"(
EEDDCCAA
EEDDCCAA
EEDDCCgf
EEDDCCgf
EEDDCCgh
EEDDCCgh
EEDDCCBB)"),
            "A(fh/g)B C D E");
}

TEST(DoubleRows, FillWholeColumnsBesideMainOnes) {
  EXPECT_EQ(read_drawn(R"(
EEihCCgfAA
EEihCCgfAA
EEihCCgfAA
EEihCCgfAA
EEihCCgfAA)"),
            "A (f/g) C (h/i) E");
}

TEST(DoubleRows, AreNotSeenWhereAllLinesAreWide) {
  EXPECT_EQ(read_drawn(R"(
HHGGFFEEDDCCBBAA
HHGGFFEEDDCCBBAA
HHGGFFEEDDCCBBAA
HHGGFFEEDDCCBBAA)"),
            "A B C D E F G H");
}

}  // namespace
}  // namespace wenlan
