// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/clean_scan.h"

#include <cmath>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "drawn_page.h"
#include "engine/clean/reduced_copy.h"

namespace wenlan {
namespace {

const cv::Scalar kPaper(190, 215, 228);
const cv::Scalar kScannerBlack = cv::Scalar::all(12);

ScanImage as_scan(const cv::Mat& pixels) {
  return {pixels, {pixels.cols, pixels.rows}, 1};
}

// As if the loader had reduced a larger scan to these pixels.
ScanImage as_reduced_scan(const cv::Mat& pixels, double scale) {
  return {pixels,
          {static_cast<int>(std::lround(pixels.cols / scale)),
           static_cast<int>(std::lround(pixels.rows / scale))},
          scale};
}

CleanPage cleaned(const ScanImage& scan, const CleanOptions& options = {}) {
  auto page = clean_scan(scan, options);
  EXPECT_TRUE(page.has_value());
  return page ? *std::move(page) : CleanPage{};
}

TEST(CleanScan, ScanToCleanToScanIsTheIdentityToHalfAPixel) {
  for (const double turn : {-3.0, 0.0, 1.7})
    for (const double scale : {1.0, 0.37}) {
      const cv::Mat turned = turned_clockwise(drawn_page({900, 1200}), turn, kPaper);
      const ScanImage scan = as_reduced_scan(framed(turned, 60, kScannerBlack), scale);
      const CleanPage page = cleaned(scan);
      for (float y = 0; y <= 1; y += 0.125F)
        for (float x = 0; x <= 1; x += 0.125F) {
          const Point<ScanSpace> point{x * float(scan.size.width), y * float(scan.size.height)};
          const Point<ScanSpace> back = page.placement.to_scan(page.placement.to_clean(point));
          EXPECT_LT(std::hypot(back.x - point.x, back.y - point.y), 0.5) << turn << " " << scale;
        }
    }
}

TEST(CleanScan, AMarkOnTheScanIsFoundWhereThePlacementSays) {
  for (const double turn : {-2.5, 0.0, 2.0})
    for (const double scale : {1.0, 0.5}) {
      cv::Mat picture =
          framed(turned_clockwise(drawn_page({900, 1200}), turn, kPaper), 40, kScannerBlack);
      const cv::Rect mark(300, 700, 24, 24);
      picture(mark).setTo(cv::Scalar(255, 0, 255));
      const CleanPage page = cleaned(as_reduced_scan(picture, scale));
      const Point<ScanSpace> middle{float((mark.x + 12) / scale), float((mark.y + 12) / scale)};
      cv::Mat magenta;
      cv::inRange(page.pixels, cv::Scalar(200, 0, 200), cv::Scalar(255, 90, 255), magenta);
      const cv::Moments moments = cv::moments(magenta, true);
      ASSERT_GT(moments.m00, 300) << turn << " " << scale;
      const Point<CleanSpace> expected = page.placement.to_clean(middle);
      // Moments count from the middle of a pixel, placements from its corner.
      EXPECT_NEAR(moments.m10 / moments.m00 + 0.5, expected.x, 0.6) << turn << " " << scale;
      EXPECT_NEAR(moments.m01 / moments.m00 + 0.5, expected.y, 0.6) << turn << " " << scale;
    }
}

TEST(CleanScan, TurnsATiltedPageUpright) {
  for (const double turn : {-3.0, -1.0, 1.0, 3.0}) {
    const cv::Mat page = turned_clockwise(drawn_page({1000, 1400}), turn, kPaper);
    EXPECT_NEAR(cleaned(as_scan(page)).report.tilt_deg, -turn, 0.15);
  }
}

TEST(CleanScan, LeavesAnUprightEvenPageAsItIs) {
  const ScanImage scan = as_scan(drawn_page({1000, 1400}));
  const CleanPage page = cleaned(scan);
  EXPECT_EQ(page.report.tilt_deg, 0);
  EXPECT_FALSE(page.report.evened);
  EXPECT_FALSE(page.report.blank);
  EXPECT_FALSE(page.report.gutter_x.has_value());
  EXPECT_EQ(page.placement, Placement());
  EXPECT_EQ(page.pixels.data, scan.pixels.data) << "no copy where nothing changes";
  EXPECT_EQ(page.without_red.data, page.pixels.data);
}

TEST(CleanScan, CutsOffTheSliverOfAPageBeyondAGutter) {
  const cv::Mat leaf = drawn_page({900, 1200});
  const int sliver = 110;
  cv::Mat both;
  cv::hconcat(leaf, leaf(cv::Rect(300, 0, sliver, 1200)), both);
  EXPECT_EQ(cleaned(as_scan(both)).pixels.cols, both.cols) << "no shadow, no other page";
  for (int x = 0; x < both.cols; ++x)
    both.col(x) *= 1 - .5 * std::exp(-std::abs(x - leaf.cols) / 12.);
  EXPECT_NEAR(cleaned(as_scan(both)).report.border.right(), leaf.cols, 6);
  cv::Mat mirrored;
  cv::flip(both, mirrored, 1);
  EXPECT_NEAR(cleaned(as_scan(mirrored)).report.border.x, sliver, 6);
}

TEST(CleanScan, KeepsWhatIsBesideAThickLineOfTheFrame) {
  cv::Mat page = drawn_page({900, 1200});
  cv::line(page, {60, 100}, {60, 1100}, cv::Scalar::all(40), 14);
  EXPECT_EQ(cleaned(as_scan(page)).pixels.cols, page.cols);
}

TEST(CleanScan, TurnsANegativeIntoInkOnPaper) {
  cv::Mat grey, leaf, negative;
  cv::cvtColor(drawn_page({900, 1200}), grey, cv::COLOR_BGR2GRAY);
  cv::cvtColor(grey, leaf, cv::COLOR_GRAY2BGR);
  cv::bitwise_not(framed(leaf, 100, kScannerBlack), negative);
  const CleanPage page = cleaned(as_scan(negative));
  EXPECT_TRUE(page.report.negative);
  EXPECT_NEAR(page.report.border.x, 100, 3);
  EXPECT_GT(cv::mean(page.pixels)[0], 150);
  EXPECT_FALSE(cleaned(as_scan(leaf)).report.negative);
}

TEST(CleanScan, ADarkCoverWithATitleSlipIsNoNegative) {
  cv::Mat cover(1400, 1000, CV_8UC3, cv::Scalar::all(50));
  const cv::Rect slip(250, 250, 220, 800);
  cover(slip) = cv::Scalar(205, 215, 220);
  drawn_page(slip.size(), false).copyTo(cover(slip));
  EXPECT_FALSE(cleaned(as_scan(cover)).report.negative);
  cv::Mat blue(1400, 1000, CV_8UC3, cv::Scalar(120, 60, 40));
  cv::putText(blue, "10", {300, 700}, cv::FONT_HERSHEY_SIMPLEX, 8, cv::Scalar::all(220), 14);
  EXPECT_FALSE(cleaned(as_scan(blue)).report.negative);
}

TEST(CleanScan, CutsTheScannerAwayAndKeepsTheLeaf) {
  const cv::Mat leaf = drawn_page({900, 1200});
  const CleanPage page = cleaned(as_scan(framed(leaf, 100, kScannerBlack)));
  EXPECT_NEAR(page.report.border.x, 100, 3);
  EXPECT_NEAR(page.report.border.y, 100, 3);
  EXPECT_NEAR(page.report.border.right(), 1000, 3);
  EXPECT_NEAR(page.report.border.bottom(), 1300, 3);
  EXPECT_LT(page.pixels.cols, 910);
}

TEST(CleanScan, FindsTheFoldOfASpreadByItsShadowOrItsGap) {
  cv::Mat spread;
  cv::hconcat(drawn_page({900, 1200}), drawn_page({900, 1200}), spread);
  const CleanPage by_gap = cleaned(as_scan(spread));
  ASSERT_TRUE(by_gap.report.gutter_x.has_value());
  EXPECT_NEAR(*by_gap.report.gutter_x, 900, 60);
  for (int x = 840; x < 960; ++x) spread.col(x) *= 0.55 + 0.45 * std::abs(x - 905) / 60.0;
  const CleanPage by_shadow = cleaned(as_scan(spread));
  ASSERT_TRUE(by_shadow.report.gutter_x.has_value());
  EXPECT_NEAR(*by_shadow.report.gutter_x, 905, 12);
}

TEST(CleanScan, OnePageHasNoFold) {
  EXPECT_FALSE(cleaned(as_scan(drawn_page({1800, 1200}))).report.gutter_x.has_value());
}

TEST(CleanScan, BlankLeavesAreToldFromPagesWithOneCharacter) {
  const cv::Mat white(1400, 1000, CV_8UC3, cv::Scalar::all(255));
  const cv::Mat black(1400, 1000, CV_8UC3, cv::Scalar::all(0));
  EXPECT_TRUE(cleaned(as_scan(white)).report.blank);
  EXPECT_TRUE(cleaned(as_scan(black)).report.blank);
  cv::Mat from_behind;  // mirrored writing at a tenth of its strength
  cv::flip(drawn_page({1000, 1400}), from_behind, 1);
  from_behind = from_behind * 0.1 + cv::Scalar(190, 215, 228) * 0.9;
  EXPECT_TRUE(cleaned(as_scan(from_behind)).report.blank);
  cv::Mat one_character(1400, 1000, CV_8UC3, kPaper);
  cv::rectangle(one_character, cv::Rect(500, 700, 30, 30), cv::Scalar::all(50), 3);
  EXPECT_FALSE(cleaned(as_scan(one_character)).report.blank);
}

TEST(CleanScan, PaintsASealOverWithPaperAndLeavesTheInk) {
  cv::Mat picture = drawn_page({1000, 1400});
  const cv::Rect seal(60, 100, 110, 110);
  cv::rectangle(picture, seal, cv::Scalar(40, 40, 200), 16);
  const CleanPage page = cleaned(as_scan(picture));
  EXPECT_GT(page.report.red_share, 0.003);
  ASSERT_NE(page.without_red.data, page.pixels.data);
  const cv::Vec3b on_seal = page.without_red.at<cv::Vec3b>(seal.y + 2, seal.x + 50);
  for (int channel = 0; channel < 3; ++channel) EXPECT_NEAR(on_seal[channel], kPaper[channel], 25);
  cv::Mat ink_before, ink_after;
  cv::inRange(page.pixels, cv::Scalar::all(0), cv::Scalar::all(80), ink_before);
  cv::inRange(page.without_red, cv::Scalar::all(0), cv::Scalar::all(80), ink_after);
  EXPECT_NEAR(cv::countNonZero(ink_after), cv::countNonZero(ink_before), 400);
}

TEST(CleanScan, KeepsTheRedInkApartFromTheBlack) {
  cv::Mat picture = drawn_page({1000, 1400});
  const cv::Rect stroke(60, 100, 12, 110);
  picture(stroke) = cv::Scalar(150, 160, 220);  // pale
  const CleanPage page = cleaned(as_scan(picture));
  ASSERT_FALSE(page.red_ink.empty());
  EXPECT_GT(page.red_ink.at<std::uint8_t>(stroke.y + 50, stroke.x + 6), 30);
  const cv::Mat red = only_red(page);
  EXPECT_LT(red.at<cv::Vec3b>(stroke.y + 50, stroke.x + 6)[0], 100);
  cv::Mat dark;
  cv::inRange(red, cv::Scalar::all(0), cv::Scalar::all(200), dark);
  EXPECT_NEAR(cv::countNonZero(dark), stroke.area(), 0.2 * stroke.area());
}

TEST(CleanScan, APageInBlackHasNoRedInk) {
  const CleanPage page = cleaned(as_scan(drawn_page({1000, 1400})));
  EXPECT_TRUE(page.red_ink.empty());
  EXPECT_TRUE(only_red(page).empty());
}

TEST(CleanScan, EvensASteepShadowOut) {
  cv::Mat picture = drawn_page({1000, 1400});
  for (int x = 0; x < picture.cols; ++x) picture.col(x) *= 0.45 + 0.55 * std::min(1.0, x / 600.0);
  const CleanPage page = cleaned(as_scan(picture));
  EXPECT_TRUE(page.report.evened);
  const double left = cv::mean(page.pixels(cv::Rect(20, 20, 40, 80)))[1];
  const double right = cv::mean(page.pixels(cv::Rect(940, 20, 40, 80)))[1];
  EXPECT_GT(left, 0.75 * right);
}

TEST(CleanScan, OptionsTurnEachPartOff) {
  CleanOptions off;
  off.trim_border = off.deskew = off.straighten = off.even_light = off.remove_red = false;
  const cv::Mat picture =
      framed(turned_clockwise(drawn_page({900, 1200}), 2, kPaper), 60, kScannerBlack);
  const CleanPage page = cleaned(as_scan(picture), off);
  EXPECT_EQ(page.placement, Placement());
  EXPECT_EQ(page.pixels.data, picture.data);
}

TEST(CleanScan, OddShapesAreNoFailure) {
  for (const cv::Size size : {cv::Size(30000, 200), cv::Size(16, 16), cv::Size(17, 3000)})
    for (const int level : {0, 128, 255}) {
      const ScanImage scan = as_scan(cv::Mat(size, CV_8UC3, cv::Scalar::all(level)));
      EXPECT_TRUE(cleaned(scan).report.blank) << size;
    }
  EXPECT_EQ(clean_scan({}, {}).error().code, ErrorCode::image_too_small);
}

TEST(Binarised, InkIsBlackAndPaperWhiteUnderAShadow) {
  cv::Mat picture = drawn_page({600, 800});
  cv::Mat plain;
  cv::inRange(picture, cv::Scalar::all(0), cv::Scalar::all(120), plain);
  for (int x = 0; x < picture.cols; ++x) picture.col(x) *= 0.5 + 0.5 * x / 600.0;
  const cv::Mat two_tone = binarised(picture);
  EXPECT_EQ(two_tone.size(), picture.size());
  cv::Mat differing = (two_tone == 0) != plain;
  EXPECT_LT(cv::countNonZero(differing), 0.02 * double(picture.total()));
}

}  // namespace
}  // namespace wenlan
