// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/glyph_extents.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

// '#' is ink, '.' paper.
std::vector<float> drawn(const std::string& picture) {
  std::vector<float> ink;
  for (const char pixel : picture) ink.push_back(pixel == '#' ? 0.5F : 0);
  return ink;
}

TEST(GlyphExtents, GapsBetweenCharactersBelongToNone) {
  const auto extents = glyph_extents(drawn("..########....########.."), {6, 18});
  ASSERT_EQ(extents.size(), 2U);
  EXPECT_EQ(extents[0], (Extent{2, 10}));
  EXPECT_EQ(extents[1], (Extent{14, 22}));
}

TEST(GlyphExtents, AGapInsideACharacterDoesNotCutIt) {
  const auto extents = glyph_extents(drawn("####..####.####..####."), {5, 16});
  EXPECT_EQ(extents[0], (Extent{0, 10}));
  EXPECT_EQ(extents[1], (Extent{11, 21}));
}

TEST(GlyphExtents, TouchingCharactersAreCutInTheMiddle) {
  const auto extents = glyph_extents(drawn("####################"), {5, 15});
  EXPECT_NEAR(extents[0].end, 10, 1);
  EXPECT_NEAR(extents[1].begin, 10, 1);
  EXPECT_LE(extents[0].end, extents[1].begin);
}

TEST(GlyphExtents, AFlatCharacterKeepsSomeRoom) {
  const auto extents =
      glyph_extents(drawn("..########........#.........########.."), {6, 18.5F, 32});
  EXPECT_GE(extents[1].end - extents[1].begin, 3);
}

TEST(GlyphExtents, NoPositionsGiveNoExtents) {
  EXPECT_TRUE(glyph_extents(drawn("##"), {}).empty());
}

TEST(InkAlong, RulingLinesBesideTheTextDoNotCount) {
  cv::Mat strip(48, 100, CV_8UC3, cv::Scalar::all(230));
  cv::line(strip, {0, 1}, {99, 1}, cv::Scalar::all(10), 2);
  cv::rectangle(strip, {40, 10, 20, 28}, cv::Scalar::all(10), cv::FILLED);
  const std::vector<float> ink = ink_along(strip);
  EXPECT_EQ(ink[10], 0);
  EXPECT_GT(ink[50], 0.6F);
}

}  // namespace
}  // namespace wenlan
