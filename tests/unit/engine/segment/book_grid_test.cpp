// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/book_grid.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace wenlan {
namespace {

TEST(BookGrid, IsWhatMostRegistersKeep) {
  const std::vector<PagePitches> pages{{100}, {101}, {99.5F, 50}, {100.5F}, {62}};
  const auto grid = learn_book_grid(pages);
  ASSERT_TRUE(grid);
  EXPECT_NEAR(grid->pitch, 100, 1);
}

TEST(BookGrid, DoesNotDependOnTheOrderOfPages) {
  std::vector<PagePitches> pages{{100}, {101}, {99.5F, 50}, {100.5F}, {62}, {}};
  const auto grid = learn_book_grid(pages);
  std::sort(pages.begin(), pages.end());
  do {
    EXPECT_EQ(learn_book_grid(pages), grid);
  } while (std::next_permutation(pages.begin(), pages.end()));
}

TEST(BookGrid, ManuscriptsThatKeepNoneHaveNone) {
  EXPECT_FALSE(learn_book_grid(std::vector<PagePitches>{{199}, {206}, {216}, {225}, {232}, {250}}));
}

TEST(BookGrid, FewPagesTellNothing) {
  EXPECT_FALSE(learn_book_grid(std::vector<PagePitches>{{100}, {100}, {100}}));
  EXPECT_FALSE(learn_book_grid({}));
}

TEST(BookGrid, PageStraysByAnyOfItsRegisters) {
  const BookGrid grid{100};
  EXPECT_FALSE(strays_from(grid, {101, 98.5F}));
  EXPECT_TRUE(strays_from(grid, {101, 50}));
  EXPECT_TRUE(strays_from(grid, {104}));
  EXPECT_FALSE(strays_from(grid, {}));
}

TEST(BookGrid, TakesThePitchOfRegionsThatHaveOne) {
  Layout layout;
  layout.regions.resize(3);
  layout.regions[1].pitch = 52;
  EXPECT_EQ(pitches_of(layout), PagePitches{52});
}

}  // namespace
}  // namespace wenlan
