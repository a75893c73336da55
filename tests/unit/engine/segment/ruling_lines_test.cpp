// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/ruling_lines.h"

#include <gmock/gmock.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr double kPitch = 100;
const Box<CleanSpace> kText{100, 100, 700, 1000};

cv::Mat paper() {
  return {1200, 900, CV_8UC3, cv::Scalar(225, 230, 235)};
}

void draw_upright(cv::Mat& page, int x, cv::Scalar ink = {30, 30, 30}) {
  cv::line(page, {x, 80}, {x, 1120}, ink, 3);
}

TEST(RulingLines, AreFoundWhereTheyStand) {
  cv::Mat page = paper();
  for (int x = 100; x <= 800; x += 100) draw_upright(page, x);
  const auto rules = find_rules(find_ink(page, kPitch), {}, kText, kPitch);
  ASSERT_EQ(rules.size(), 8U);
  for (std::size_t i = 0; i < rules.size(); ++i) {
    EXPECT_NEAR(rules[i].u, 100. + 100. * static_cast<double>(i), 4);
    EXPECT_GT(rules[i].coverage, .9);
  }
}

TEST(RulingLines, ThoseOfTheOtherSideAreNone) {
  cv::Mat page = paper();
  for (int x = 100; x <= 800; x += 100) draw_upright(page, x);
  for (int x = 145; x <= 800; x += 100) draw_upright(page, x, {180, 185, 190});
  EXPECT_EQ(find_rules(find_ink(page, kPitch), {}, kText, kPitch).size(), 8U);
}

TEST(RulingLines, SeenOverAFifthOfThePageAreBelievedWhereTheyStandEvenly) {
  cv::Mat even = paper(), uneven = paper();
  for (int i = 0; i < 8; ++i) {
    const int y = 200 + 70 * i;  // each its own stretch
    cv::line(even, {100 + 100 * i, y}, {100 + 100 * i, y + 220}, {30, 30, 30}, 3);
    const int x = 100 + 100 * i + (i % 3) * 30;
    cv::line(uneven, {x, y}, {x, y + 220}, {30, 30, 30}, 3);
  }
  auto rules = find_rules(find_ink(even, kPitch), {}, kText, kPitch);
  const auto pitch = find_rule_pitch(rules, kPitch);
  ASSERT_TRUE(pitch);
  EXPECT_NEAR(*pitch, 100, 1);
  EXPECT_EQ(rules.size(), 8U);
  auto strewn = find_rules(find_ink(uneven, kPitch), {}, kText, kPitch);
  EXPECT_FALSE(find_rule_pitch(strewn, kPitch));
  EXPECT_TRUE(strewn.empty());
}

TEST(RulingLines, CharactersInLineAreNone) {
  cv::Mat page = paper();
  for (int x = 150; x < 800; x += 100)  // 十 upon 十, nearly touching
    for (int y = 110; y < 1080; y += 82) {
      cv::line(page, {x, y}, {x, y + 78}, {30, 30, 30}, 6);
      cv::line(page, {x - 38, y + 30}, {x + 38, y + 30}, {30, 30, 30}, 6);
    }
  EXPECT_TRUE(find_rules(find_ink(page, kPitch), {}, kText, kPitch).empty());
}

TEST(RulingLines, AcrossThePageAreFound) {
  cv::Mat page = paper();
  cv::line(page, {90, 600}, {810, 600}, {30, 30, 30}, 3);
  const auto rules = find_horizontal_rules(find_ink(page, kPitch), kText, kPitch);
  ASSERT_EQ(rules.size(), 1U);
  EXPECT_NEAR(rules[0].y, 600, 4);
}

TEST(RulingLines, AFishTailIsSolidAndAStrokeIsNot) {
  cv::Mat page = paper();
  draw_upright(page, 300);
  cv::rectangle(page, {520, 400, 50, 60}, {20, 20, 20}, cv::FILLED);
  const auto solid = find_solid_ink(find_ink(page, kPitch), kPitch);
  ASSERT_FALSE(solid.empty());
  for (const auto& spot : solid) {
    EXPECT_NEAR(spot.at.x, 545, 25);
    EXPECT_NEAR(spot.at.y, 430, 30);
    EXPECT_FALSE(spot.of_edge);
  }
}

TEST(RulingLines, BothWingsOfAFishTailAreSeenHoweverThin) {
  cv::Mat page = paper();
  const std::vector<cv::Point> tail{{500, 400}, {620, 400}, {620, 430}, {560, 408}, {500, 430}};
  cv::fillPoly(page, std::vector<std::vector<cv::Point>>{tail}, {20, 20, 20});
  const auto solid = find_solid_ink(find_ink(page, kPitch), kPitch);
  const auto is_at = [](double from, double to) {
    return testing::Contains(testing::Field(
        &SolidSpot::at,
        testing::Field(&Point<CleanSpace>::x, testing::AllOf(testing::Gt(from), testing::Lt(to)))));
  };
  EXPECT_THAT(solid, is_at(500, 540));
  EXPECT_THAT(solid, is_at(580, 620));
}

TEST(FrameAbove, IsWhereMostRulesBegin) {
  cv::Mat page = paper();
  for (int i = 0; i < 8; ++i) {
    const int top = i == 3 ? 500 : 200 + i;  // one is worn, and the page leans
    cv::line(page, {100 + 100 * i, top}, {100 + 100 * i, 1100}, {30, 30, 30}, 3);
  }
  const auto frame = frame_above(find_rules(find_ink(page, kPitch), {}, kText, kPitch), kPitch);
  ASSERT_TRUE(frame);
  EXPECT_NEAR(frame->y, 203, 6);
}

TEST(FrameAbove, IsUnknownForRulesThatBeginHereAndThere) {
  std::vector<Rule> rules;
  for (int i = 0; i < 6; ++i) rules.push_back({100. * i, .6, 90. * i});
  EXPECT_FALSE(frame_above(rules, kPitch));
}

}  // namespace
}  // namespace wenlan
