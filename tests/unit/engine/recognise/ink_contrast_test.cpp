// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/ink_contrast.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

ReadGlyph glyph(const std::string& text, float begin, float end) {
  return {text, begin, end, 0.9F, {}, false};
}

// Three characters below each other, the last one pale.
LineImage column() {
  LineImage image{cv::Mat(300, 100, CV_8UC3, cv::Scalar::all(220)), true};
  cv::rectangle(image.pixels, {30, 20, 40, 60}, cv::Scalar::all(20), cv::FILLED);
  cv::rectangle(image.pixels, {20, 148, 60, 8}, cv::Scalar::all(20), cv::FILLED);
  cv::rectangle(image.pixels, {30, 220, 40, 60}, cv::Scalar::all(180), cv::FILLED);
  cv::line(image.pixels, {2, 0}, {2, 299}, cv::Scalar::all(0), 2);
  return image;
}

ReadLine three() {
  return {{glyph("天", 0, 0.33F), glyph("一", 0.4F, 0.6F), glyph("地", 0.67F, 1)}};
}

TEST(InkContrast, PaleCharactersShowBesideARulingLine) {
  const auto contrasts = ink_contrasts(column(), three());
  ASSERT_EQ(contrasts.size(), 3U);
  EXPECT_NEAR(contrasts[0], 200 / 255.0, 0.02);
  EXPECT_NEAR(contrasts[1], 200 / 255.0, 0.02);
  EXPECT_NEAR(contrasts[2], 40 / 255.0, 0.02);
}

TEST(InkContrast, WhatIsPalerThanTheRestIsDropped) {
  ReadLine line = three();
  drop_pale({&line}, {ink_contrasts(column(), line)}, 0.45F);
  ASSERT_EQ(line.glyphs.size(), 2U);
  EXPECT_EQ(line.glyphs[1].text, "一");
}

TEST(InkContrast, ThinStrokesBetweenDarkCharactersStay) {
  ReadLine line = three();
  drop_pale({&line}, {{0.6F, 0.2F, 0.6F}}, 0.45F);
  EXPECT_EQ(line.glyphs.size(), 3U);
  drop_pale({&line}, {{0.6F, 0.1F, 0.6F}}, 0.45F);
  EXPECT_EQ(line.glyphs.size(), 2U);  // too pale for that
}

TEST(InkContrast, ThinStrokesBesidePaleCharactersShineThrough) {
  ReadLine line = three(), dark = three();
  drop_pale({&line, &dark}, {{0.6F, 0.2F, 0.2F}, {0.6F, 0.6F, 0.6F}}, 0.45F);
  ASSERT_EQ(line.glyphs.size(), 1U);
  EXPECT_EQ(line.glyphs[0].text, "天");
}

TEST(InkContrast, AnEvenlyPalePageKeepsEverything) {
  ReadLine line = three();
  drop_pale({&line}, {{0.1F, 0.11F, 0.09F}}, 0.45F);
  EXPECT_EQ(line.glyphs.size(), 3U);
  drop_pale({}, {}, 0.45F);
}

}  // namespace
}  // namespace wenlan
