// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/side_notes.h"

#include <gmock/gmock.h>

namespace wenlan {
namespace {

using testing::Each;
using testing::ElementsAre;

constexpr double kPitch = 100, kTop = 100, kBottom = 1500;

UprightLine text(int column) {
  return {kTop, kBottom, column * kPitch, .64 * kPitch};
}

UprightLine small(double center, double top = 400, double bottom = 700) {
  return {top, bottom, center * kPitch, .3 * kPitch};
}

TEST(SideNotes, StandBetweenTwoColumns) {
  const std::vector lines{text(3), small(1.5), text(2), text(1), text(0)};
  EXPECT_THAT(find_side_notes(lines), ElementsAre(false, true, false, false, false));
}

TEST(SideNotes, AreNotHalvesOfSmallNotesWhereTheTextPauses) {
  std::vector lines{text(3), text(2), text(0)};
  lines.push_back({kTop, 380, kPitch, .64 * kPitch});
  lines.push_back({720, kBottom, kPitch, .64 * kPitch});
  lines.push_back(small(1.24));
  lines.push_back(small(.76));
  EXPECT_THAT(find_side_notes(lines), Each(false));
}

TEST(SideNotes, AreNotColumnsOfSmallCharactersInAPlaceOfTheirOwn) {
  std::vector<UprightLine> lines;
  for (int column = 0; column < 8; ++column)
    lines.push_back(column % 2 == 0 ? text(column) : small(column, kTop, kBottom));
  EXPECT_THAT(find_side_notes(lines), Each(false));
}

TEST(SideNotes, AreNotSmallColumnsAtTheEdge) {
  EXPECT_THAT(find_side_notes(std::vector{text(2), text(1), text(0), small(-.5)}), Each(false));
}

TEST(SideNotes, ThereAreNoneAmongNothing) {
  EXPECT_TRUE(find_side_notes({}).empty());
}

}  // namespace
}  // namespace wenlan
