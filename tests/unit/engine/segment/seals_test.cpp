// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/seals.h"

#include <gmock/gmock.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr double kPitch = 40;
constexpr int kInk = 120;

cv::Mat1b bare_page() {
  return cv::Mat1b(900, 700, uchar{0});
}

// Strokes as in two columns of seal script.
void draw_script(cv::Mat1b& page, const cv::Rect& box) {
  for (int i = 1; i < 8; ++i) {
    const int y = box.y + i * box.height / 8;
    cv::line(page, {box.x + 8, y}, {box.x + box.width / 2 - 6, y}, kInk, 3);
    const int x = box.x + box.width / 2 + i * box.width / 18;
    cv::line(page, {x, box.y + 8}, {x, box.y + box.height - 8}, kInk, 3);
  }
}

void draw_seal(cv::Mat1b& page, const cv::Rect& box) {
  cv::rectangle(page, box, kInk, 4);
  draw_script(page, box);
}

double overlap(const FoundSeal& seal, const cv::Rect& box) {
  const auto found = bounding_box(seal.outline);
  const cv::Rect2d a(found.x, found.y, found.width, found.height), b(box);
  return (a & b).area() / (a | b).area();
}

TEST(Seals, AFramedImpressionIsASealWhereItLies) {
  cv::Mat1b page = bare_page();
  const cv::Rect box(300, 500, 110, 120);
  draw_seal(page, box);
  const auto seals = find_seals(page, kPitch);
  ASSERT_EQ(seals.size(), 1U);
  EXPECT_GT(overlap(seals[0], box), .85);
  EXPECT_GT(seals[0].confidence, .9F);
}

TEST(Seals, ASealMayBeRound) {
  cv::Mat1b page = bare_page();
  cv::ellipse(page, {350, 400}, {60, 80}, 0, 0, 360, kInk, 4);
  draw_script(page, {315, 350, 70, 100});
  const auto seals = find_seals(page, kPitch);
  ASSERT_EQ(seals.size(), 1U);
  EXPECT_GT(overlap(seals[0], {290, 320, 120, 160}), .85);
  EXPECT_GT(seals[0].outline.size(), 4U);
}

TEST(Seals, WhiteScriptInRedGroundIsASeal) {
  cv::Mat1b page = bare_page();
  const cv::Rect box(100, 100, 90, 90);
  cv::Mat1b script = bare_page();
  draw_script(script, box);
  cv::rectangle(page, box, kInk, cv::FILLED);
  page.setTo(0, script);
  EXPECT_EQ(find_seals(page, kPitch).size(), 1U);
}

TEST(Seals, PrintOverTheSealAndBareSpecksDoNotHideIt) {
  cv::Mat1b page = bare_page();
  const cv::Rect box(300, 500, 110, 110);
  draw_seal(page, box);
  cv::rectangle(page, {340, 440, 8, 200}, 0, cv::FILLED);
  cv::rectangle(page, {270, 550, 60, 8}, 0, cv::FILLED);
  for (int i = 0; i < 60; ++i) page(500 + i * 37 % 110, 300 + i * 53 % 110) = 0;
  EXPECT_EQ(find_seals(page, kPitch).size(), 1U);
}

TEST(Seals, TwoThatNearlyTouchAreTwo) {
  cv::Mat1b page = bare_page();
  draw_seal(page, {300, 300, 100, 100});
  draw_seal(page, {300, 412, 100, 100});
  const auto seals = find_seals(page, kPitch);
  ASSERT_EQ(seals.size(), 2U);
  EXPECT_GT(overlap(seals[0], {300, 300, 100, 100}), .85);
  EXPECT_GT(overlap(seals[1], {300, 412, 100, 100}), .85);
}

TEST(Seals, RedWritingHasNoFrame) {
  cv::Mat1b page = bare_page();
  for (int column = 0; column < 3; ++column)
    for (int row = 0; row < 12; ++row) {
      const cv::Point at(200 + 34 * column + row % 3, 100 + 36 * row);
      cv::line(page, at + cv::Point(2, 8), at + cv::Point(26, 6), kInk, 3);
      cv::line(page, at + cv::Point(14, 0), at + cv::Point(12, 30), kInk, 3);
      cv::line(page, at + cv::Point(4, 20 + row % 4), at + cv::Point(24, 24), kInk, 3);
    }
  EXPECT_TRUE(find_seals(page, kPitch).empty());
}

TEST(Seals, RingsBoxesRulesAndFlatPatchesAreNone) {
  cv::Mat1b page = bare_page();
  cv::circle(page, {100, 100}, 40, kInk, 3);
  cv::rectangle(page, {300, 60, 90, 90}, kInk, 3);
  cv::rectangle(page, {60, 250, 600, 600}, kInk, 4);
  for (int x = 160; x < 600; x += 100) cv::line(page, {x, 250}, {x, 850}, kInk, 2);
  cv::rectangle(page, {500, 60, 60, 50}, kInk, cv::FILLED);
  cv::rectangle(page, {560, 60, 60, 50}, kInk / 2, cv::FILLED);
  EXPECT_TRUE(find_seals(page, kPitch).empty());
}

TEST(Seals, CirclesBesideCharactersAreTooSmall) {
  cv::Mat1b page = bare_page();
  for (int y = 100; y < 800; y += 40) cv::circle(page, {300, y}, 8, kInk, 2);
  EXPECT_TRUE(find_seals(page, kPitch).empty());
}

TEST(Seals, NoRedInkNoSeals) {
  EXPECT_TRUE(find_seals({}, kPitch).empty());
  EXPECT_TRUE(find_seals(bare_page(), kPitch).empty());
}

}  // namespace
}  // namespace wenlan
