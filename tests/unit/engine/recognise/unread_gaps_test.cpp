// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/unread_gaps.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/unit/engine/recognise/scores_of.h"

namespace wenlan {
namespace {

constexpr int kClasses = 4;
constexpr int kStep = 8;
const std::vector<std::uint8_t> kAll(kClasses, 1);

// Characters of class 1 in the middle of every fourth frame from 2, but none at `unread`, where
// the blank wins over class 2 with a trace of class 3.
std::vector<float> frames_of(int characters, int unread) {
  std::vector<float> values;
  for (int frame = 0; frame < 4 * characters; ++frame) {
    const bool here = frame % 4 == 2;
    if (here && frame / 4 == unread)
      values.insert(values.end(), {.96F, 0, .03F, .01F});
    else if (here)
      values.insert(values.end(), {0, 1, 0, 0});
    else
      values.insert(values.end(), {1, 0, 0, 0});
  }
  return values;
}

std::vector<CtcPeak> filled(const std::vector<float>& values, const std::vector<float>& ink) {
  const std::vector<float> scores = scores_of(values);
  const CtcFrames frames(scores, kClasses);
  return fill_unread_gaps(read_peaks(frames, kAll, 2), frames, kAll, ink, kStep);
}

std::vector<float> ink_everywhere(int characters) {
  return std::vector<float>(static_cast<std::size_t>(4 * kStep) * characters, 0.3F);
}

TEST(UnreadGaps, AnInkedGapGetsTheNetworksBestGuess) {
  const auto peaks = filled(frames_of(8, 3), ink_everywhere(8));
  ASSERT_EQ(peaks.size(), 8U);
  EXPECT_EQ(peaks[3].class_index, 2);
  EXPECT_NEAR(peaks[3].position, 14.5F, 0.6F);
  EXPECT_NEAR(peaks[3].probability, 0.375F, 0.01F);
  ASSERT_FALSE(peaks[3].alternatives.empty());
  EXPECT_EQ(peaks[3].alternatives[0].class_index, 3);
}

TEST(UnreadGaps, ALineThatBeginsOrEndsInInkNotReadIsFilledThere) {
  const auto first = filled(frames_of(8, 0), ink_everywhere(8));
  ASSERT_EQ(first.size(), 8U);
  EXPECT_EQ(first.front().class_index, 2);
  const auto last = filled(frames_of(8, 7), ink_everywhere(9));  // room behind it
  ASSERT_EQ(last.size(), 8U);
  EXPECT_EQ(last.back().class_index, 2);
  EXPECT_LT(last[6].position, last[7].position);
}

TEST(UnreadGaps, AnEndOfWhichTheNetworkThinksNothingStaysAsItIs) {
  constexpr int kMany = 40;  // every class as likely as any other
  const std::vector<std::uint8_t> all(kMany, 1);
  std::vector<float> values;
  for (int frame = 0; frame < 32; ++frame) {
    std::vector<float> row(kMany, frame < 4 ? 0.001F : 0);
    row[frame % 4 == 2 && frame > 4 ? 1 : 0] = 0.96F;
    values.insert(values.end(), row.begin(), row.end());
  }
  const std::vector<float> scores = scores_of(values);
  const CtcFrames frames(scores, kMany);
  EXPECT_EQ(
      fill_unread_gaps(read_peaks(frames, all, 2), frames, all, ink_everywhere(8), kStep).size(),
      7U);
}

TEST(UnreadGaps, AGapOfPaperStaysAGap) {
  std::vector<float> ink = ink_everywhere(8);
  std::fill(ink.begin() + 3 * 4 * kStep, ink.begin() + 4 * 4 * kStep, 0.0F);
  EXPECT_EQ(filled(frames_of(8, 3), ink).size(), 7U);
}

TEST(UnreadGaps, ALineReadWholeOrTooShortStaysAsItIs) {
  EXPECT_EQ(filled(frames_of(8, -1), ink_everywhere(8)).size(), 8U);
  EXPECT_EQ(filled(frames_of(4, 1), ink_everywhere(4)).size(), 3U);
}

}  // namespace
}  // namespace wenlan
