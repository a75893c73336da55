// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/block_order.h"

#include <gmock/gmock.h>

namespace wenlan {
namespace {

using testing::ElementsAre;

constexpr double kUnit = 20;

// Columns 20 wide, 26 apart, from the right edge to the left.
void add_block(std::vector<Extent>& items, double right, double top, int columns) {
  for (int i = 0; i < columns; ++i)
    items.push_back({right - 20 - 26. * i, top, right - 26. * i, top + 200});
}

TEST(BlockOrder, BlocksAreReadFromTheRightAndTheTop) {
  std::vector<Extent> items;
  add_block(items, 400, 0, 2);    // 0 1
  add_block(items, 200, 0, 2);    // 2 3
  add_block(items, 400, 260, 2);  // 4 5
  EXPECT_THAT(order_blocks(items, {}, kUnit), ElementsAre(0, 1, 4, 5, 2, 3));
}

TEST(BlockOrder, ARuleAcrossIsNotReadOver) {
  std::vector<Extent> items;
  add_block(items, 400, 0, 2);    // 0 1
  add_block(items, 200, 0, 2);    // 2 3
  add_block(items, 400, 210, 2);  // 4 5
  add_block(items, 200, 210, 2);  // 6 7
  PrintedRules rules;
  rules.across.push_back({100, 204, 400, 206});
  EXPECT_THAT(order_blocks(items, rules, kUnit), ElementsAre(0, 1, 2, 3, 4, 5, 6, 7));
}

TEST(BlockOrder, AnUprightRulePartsBlocksThatStandClose) {
  std::vector<Extent> items;
  add_block(items, 98, 30, 2);         // 0 1
  items.push_back({50, -10, 98, 20});  // 2: the headline of the block
  add_block(items, 44, 30, 2);         // 3 4
  items.push_back({0, -10, 44, 20});   // 5
  PrintedRules rules;
  rules.upright.push_back({46, -10, 48, 230});
  EXPECT_THAT(order_blocks(items, rules, kUnit), ElementsAre(2, 0, 1, 5, 3, 4));
}

TEST(BlockOrder, ThePageWithTheMastheadComesFirst) {
  std::vector<Extent> items;
  add_block(items, 400, 0, 2);         // 0 1
  add_block(items, 400, 206, 2);       // 2 3
  add_block(items, 200, 120, 2);       // 4 5
  items.push_back({20, 0, 220, 105});  // 6: very large, at the head of the left page
  EXPECT_THAT(order_blocks(items, {}, kUnit), ElementsAre(6, 4, 5, 0, 1, 2, 3));
  items.back().bottom = 80;
  EXPECT_THAT(order_blocks(items, {}, kUnit).front(), 0);
}

TEST(BlockOrder, TheHeadOfTheFrontPageIsReadBeforeWhatStandsBesideIt) {
  std::vector<Extent> items;
  add_block(items, 400, 200, 3);          // 0 1 2
  items.push_back({100, 0, 270, 110});    // 3: the masthead
  items.push_back({0, 150, 400, 180});    // 4: the date line
  items.push_back({300, 10, 390, 40});    // 5: beside it, at the right
  items.push_back({10, 10, 100, 40});     // 6: at the left
  items.push_back({140, 120, 240, 140});  // 7: below the masthead
  const auto order = order_blocks(items, {}, kUnit);
  EXPECT_THAT(order, ElementsAre(3, 7, 4, 5, 6, 0, 1, 2));
}

TEST(BlockOrder, WhatRunsOnBesideAnAdvertIsReadBeforeIt) {
  std::vector<Extent> items;
  items.push_back({300, 0, 390, 600});     // 0: an advert
  add_block(items, 250, 0, 4);             // 1 2 3 4
  add_block(items, 250, 230, 4);           // 5 6 7 8
  items.push_back({140, -100, 390, -60});  // 9: a row above both
  PrintedRules rules;
  rules.upright.push_back({270, 0, 274, 600});
  EXPECT_THAT(order_blocks(items, rules, kUnit), ElementsAre(9, 1, 2, 3, 4, 0, 5, 6, 7, 8));
  items[1].right += 10;  // a headline: another article
  EXPECT_EQ(order_blocks(items, rules, kUnit)[1], 0);
}

}  // namespace
}  // namespace wenlan
