// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/registers.h"

#include <gmock/gmock.h>

namespace wenlan {
namespace {

constexpr double kPitch = 60;

// Two registers of six columns, 0..600 and 700..1300.
struct TwoRegisters {
  std::vector<UprightLine> lines;
  std::vector<Column> columns;

  TwoRegisters() {
    for (int i = 0; i < 6; ++i) {
      const double center = 90. + kPitch * i;
      columns.push_back({center - kPitch / 2, center + kPitch / 2, {lines.size()}});
      lines.push_back({0, 600, center, 48});
      columns.back().lines.push_back(lines.size());
      lines.push_back({700, 1300, center, 48});
    }
  }

  // In each column the same.
  void add_everywhere(double top, double bottom, double width, bool doubtful) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      add(i, {top, bottom, columns[i].center(), width, doubtful});
  }

  void add(std::size_t column, UprightLine line) {
    columns[column].lines.push_back(lines.size());
    lines.push_back(line);
  }

  std::optional<double> split() const {
    const auto found = find_register_split(lines, columns, kPitch, {});
    return found && found->cost < 0 ? std::optional(found->y) : std::nullopt;
  }
};

TEST(Registers, ArePartedWhereTheColumnsEndAndBeginAgain) {
  const auto split = TwoRegisters().split();
  ASSERT_TRUE(split);
  EXPECT_GT(*split, 590);
  EXPECT_LT(*split, 710);
}

TEST(Registers, SpecksBetweenThemHaveNoSay) {
  TwoRegisters page;
  page.add_everywhere(620, 690, 20, true);
  EXPECT_TRUE(page.split());
}

// Eight columns: three run from 0 to 600, the others end at 300; all begin again at 700.
TwoRegisters ragged(double bottom) {
  TwoRegisters page;
  page.lines.clear();
  page.columns.clear();
  for (int i = 0; i < 8; ++i) {
    const double center = 90. + kPitch * i;
    page.columns.push_back({center - kPitch / 2, center + kPitch / 2, {}});
    page.add(i, {0, i < 3 ? 600. : 300., center, 48});
    page.add(i, {700, bottom, center, 48});
  }
  return page;
}

TEST(Registers, MayEndRaggedWhereAllBeginAgain) {
  const auto split = ragged(1300).split();
  ASSERT_TRUE(split);
  EXPECT_GT(*split, 590);
  EXPECT_LT(*split, 700);
}

TEST(Registers, NamesAtTheFootOfAListAreNone) {
  // Four pitches long, as the names of those who made a book.
  EXPECT_FALSE(ragged(940).split());
}

TEST(Registers, OneColumnThatRunsThroughKeepsRaggedOnesTogether) {
  TwoRegisters page = ragged(1300);
  page.add(7, {200, 1200, page.columns[7].center(), 48});
  EXPECT_FALSE(page.split());
}

TEST(Registers, TheLastMayHoldAFewColumnsOnly) {
  TwoRegisters page;
  for (int i = 6; i < 24; ++i) {
    const double center = 90. + kPitch * i;
    page.columns.push_back({center - kPitch / 2, center + kPitch / 2, {}});
    page.add(i, {0, 600, center, 48});
  }
  EXPECT_TRUE(page.split());
  page.add(23, {100, 900, page.columns[23].center(), 48});  // one runs on: its neighbours do too
  EXPECT_FALSE(page.split());
}

TEST(Registers, ColumnsThatRunThroughMakeOne) {
  TwoRegisters page;
  page.add_everywhere(400, 900, 48, false);
  EXPECT_FALSE(page.split());
}

// Of ten columns.
ColumnEnds ten(int crossing, int beside, int begins, int ends) {
  return {10, crossing, beside, begins, ends, 1.5};
}

TEST(RegisterCost, FallsWithColumnsThatEndAndBeginAgain) {
  EXPECT_GT(register_cost(ten(0, 3, 0, 0), 0), 0);
  EXPECT_LT(register_cost(ten(0, 5, 0, 0), 0), 0);
}

TEST(RegisterCost, RisesWithTextCutThrough) {
  EXPECT_GT(register_cost(ten(1, 5, 0, 0), 0), 0);
}

TEST(RegisterCost, FallsWithColumnsThatBeginOrEndAtTheWhite) {
  EXPECT_LT(register_cost(ten(0, 2, 6, 0), 0), 0);
  EXPECT_LT(register_cost(ten(0, 2, 0, 7), 0), 0);
  ColumnEnds touching = ten(0, 2, 0, 7);
  touching.white = 0;
  EXPECT_GT(register_cost(touching, 0), 0);
}

TEST(RegisterCost, FallsWithARuleAcross) {
  EXPECT_GT(register_cost(ten(0, 3, 1, 0), .2), 0);
  EXPECT_LT(register_cost(ten(0, 3, 1, 0), .9), 0);
}

}  // namespace
}  // namespace wenlan
