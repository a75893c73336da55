// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/flow_order.h"

#include <gmock/gmock.h>

#include "tests/unit/engine/segment/newspaper_columns.h"

namespace wenlan {
namespace {

using testing::ElementsAre;

constexpr double kUnit = 20;

TEST(FlowOrder, RegistersFollowEachOther) {
  const Extent items[] = {column(0, 1), column(0, 0), column(1, 1), column(1, 0)};
  EXPECT_THAT(flow_order(items, {}, kUnit), ElementsAre(3, 1, 2, 0));
}

TEST(FlowOrder, ATallColumnBreaksTheFlow) {
  // Registers at the right of the headline are read before it, those at its left after it.
  const Extent items[] = {column(0, 0), column(0, 1), column(1, 0, 2), column(2, 0), column(2, 1)};
  EXPECT_THAT(flow_order(items, {}, kUnit), ElementsAre(3, 4, 2, 0, 1));
}

TEST(FlowOrder, TextFlowsOnBelowAHeadlineThatEnds) {
  // The third register runs on under the block of the first two.
  const Extent items[] = {
      column(0, 0), column(0, 1), column(1, 0, 2), column(0, 2), column(1, 2), column(2, 0, 3)};
  EXPECT_THAT(flow_order(items, {}, kUnit), ElementsAre(5, 2, 0, 1, 4, 3));
}

TEST(FlowOrder, ARuleBreaksTheFlowAsAColumnDoes) {
  const Extent items[] = {column(0, 0), column(0, 1), column(2, 0), column(2, 1)};
  EXPECT_THAT(flow_order(items, {}, kUnit), ElementsAre(2, 0, 3, 1));
  const PrintedRules rules{{{34, 0, 36, 420}}, {}};
  EXPECT_THAT(flow_order(items, rules, kUnit), ElementsAre(2, 3, 0, 1));
}

TEST(FlowOrder, AHeadlineAcrossComesBeforeTheColumnsBelowIt) {
  const Extent items[] = {column(0, 1), column(1, 1), {0, 150, 46, 200}, column(2, 0, 2)};
  EXPECT_THAT(flow_order(items, {}, kUnit), ElementsAre(3, 2, 1, 0));
}

TEST(FlowOrder, AnArticleIsReadToItsEndBeforeTheOneBesideItsHeadline) {
  // 0 a headline of two registers, 1 and 2 3 its text; 4 another headline at the left of 1, with 5,
  // above the columns 2 and 3.
  const Extent items[] = {{100, 220, 140, 640},
                          column(2, 1),
                          column(2, 2),
                          column(1, 2),
                          {14, 110, 44, 430},
                          {-16, 110, 4, 430}};
  EXPECT_THAT(flow_order(items, {}, kUnit), ElementsAre(0, 1, 2, 3, 4, 5));
}

TEST(FlowOrder, WhatRunsOnBesideAnAdvertIsReadBeforeIt) {
  // 0 a tall column, 1 2 a register; 3 4 an advert of large characters in a frame below it, and 5
  // 6 what runs on beside it.
  const Extent items[] = {column(12, 0, 4),
                          column(7, 0),
                          column(6, 0),
                          {150, 230, 210, 700},
                          {120, 230, 145, 700},
                          {60, 222, 80, 420},
                          {34, 222, 54, 420}};
  const PrintedRules rules{{{95, 215, 105, 710}, {235, 215, 240, 710}},
                           {{95, 212, 240, 214}, {95, 708, 240, 712}}};
  EXPECT_THAT(flow_order(items, rules, kUnit), ElementsAre(0, 1, 2, 5, 6, 3, 4));
}

TEST(FlowOrder, NothingIsLostWhereThingsLieOverEachOther) {
  const Extent items[] = {{0, 0, 50, 50}, {10, 10, 60, 60}, {5, 20, 55, 70}, {0, 0, 60, 70}};
  EXPECT_THAT(flow_order(items, {}, kUnit), testing::UnorderedElementsAre(0, 1, 2, 3));
  EXPECT_THAT(flow_order({}, {}, kUnit), testing::IsEmpty());
}

}  // namespace
}  // namespace wenlan
