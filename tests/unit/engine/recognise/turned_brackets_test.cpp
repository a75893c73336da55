// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/turned_brackets.h"

#include <gtest/gtest.h>

#include "tests/unit/engine/recognise/scores_of.h"

namespace wenlan {
namespace {

// Classes: blank, 一, 】, 天, space.
const Charset kCharset = Charset::parse("一\n】\n天\n");

std::vector<CtcPeak> settled(const std::vector<float>& values) {
  const std::vector<float> scores = scores_of(values);
  const CtcFrames frames(scores, kCharset.size());
  auto peaks = read_peaks(frames, kCharset.of_columns(), 2);
  TurnedBrackets(kCharset).settle(peaks, frames);
  return peaks;
}

TEST(TurnedBrackets, ABarThatMayBeABracketIsOne) {
  const auto peaks = settled({0, .9F, .02F, .08F, 0});
  ASSERT_EQ(peaks.size(), 1U);
  EXPECT_EQ(kCharset.text(peaks[0].class_index), "】");
  ASSERT_EQ(peaks[0].alternatives.size(), 2U);
  EXPECT_EQ(kCharset.text(peaks[0].alternatives[0].class_index), "一");
  EXPECT_EQ(kCharset.text(peaks[0].alternatives[1].class_index), "天");
}

TEST(TurnedBrackets, ItIsNoSurerThanWhatTellsItFromOtherBrackets) {
  const Charset charset = Charset::parse("一\n】\n【\n");
  const std::vector<float> scores = scores_of({0, .8F, .15F, .05F, 0});
  const CtcFrames frames(scores, charset.size());
  auto peaks = read_peaks(frames, charset.of_columns(), 2);
  TurnedBrackets(charset).settle(peaks, frames);
  EXPECT_EQ(charset.text(peaks[0].class_index), "】");
  EXPECT_NEAR(peaks[0].probability, .8F * .75F, .01F);
}

TEST(TurnedBrackets, ABarAndOtherCharactersStayWhatTheyAre) {
  EXPECT_EQ(settled({0, .9F, .001F, .099F, 0})[0].class_index, 1);
  EXPECT_EQ(settled({0, .1F, .3F, .6F, 0})[0].class_index, 3);
}

TEST(TurnedBrackets, ANetworkWithoutTheBarIsLeftAlone) {
  const Charset charset = Charset::parse("】\n天\n");
  const std::vector<float> scores = scores_of({0, .1F, .9F, 0});
  const CtcFrames frames(scores, charset.size());
  auto peaks = read_peaks(frames, charset.of_columns(), 2);
  TurnedBrackets(charset).settle(peaks, frames);
  EXPECT_EQ(peaks[0].class_index, 2);
}

}  // namespace
}  // namespace wenlan
