// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/ctc.h"

#include <gmock/gmock.h>

namespace wenlan {
namespace {

using testing::ElementsAre;

constexpr int kClasses = 4;
const std::vector<std::uint8_t> kAll(kClasses, 1);

std::vector<int> classes_of(const std::vector<CtcPeak>& peaks) {
  std::vector<int> classes;
  for (const CtcPeak& peak : peaks) classes.push_back(peak.class_index);
  return classes;
}

TEST(Ctc, RunsAreOneCharacterAndABlankParts) {
  const std::vector<float> frames{.1F, .9F, 0, 0, .2F, .8F, 0,   0,  //
                                  .9F, .1F, 0, 0, .1F, .9F, 0,   0,  //
                                  0,   0,   1, 0, .7F, 0,   .3F, 0};
  const auto peaks = read_peaks({frames, kClasses}, kAll, 2);
  EXPECT_THAT(classes_of(peaks), ElementsAre(1, 1, 2));
  EXPECT_FLOAT_EQ(peaks[0].probability, .9F);
  EXPECT_NEAR(peaks[0].position, (.9F * .5F + .8F * 1.5F) / 1.7F, 1e-5F);
  EXPECT_FLOAT_EQ(peaks[1].position, 3.5F);
}

TEST(Ctc, AClassThatIsNotAllowedIsReadAsTheNextBest) {
  const std::vector<float> frames{.1F, .6F, .3F, 0};
  const std::vector<std::uint8_t> allowed{1, 0, 1, 1};
  const auto peaks = read_peaks({frames, kClasses}, allowed, 2);
  ASSERT_THAT(classes_of(peaks), ElementsAre(2));
  EXPECT_TRUE(peaks[0].alternatives.empty());
}

TEST(Ctc, AlternativesAreTheNextBestOfTheSurestFrame) {
  const std::vector<float> frames{0, .5F, .2F, .3F, 0, .7F, .25F, .05F};
  const auto peaks = read_peaks({frames, kClasses}, kAll, 1);
  ASSERT_EQ(peaks.size(), 1U);
  ASSERT_EQ(peaks[0].alternatives.size(), 1U);
  EXPECT_EQ(peaks[0].alternatives[0].class_index, 2);
  EXPECT_FLOAT_EQ(peaks[0].alternatives[0].probability, .25F);
}

TEST(Ctc, BlanksAloneAreNothing) {
  const std::vector<float> frames{1, 0, 0, 0, 1, 0, 0, 0};
  EXPECT_TRUE(read_peaks({frames, kClasses}, kAll, 2).empty());
  EXPECT_TRUE(read_peaks({{}, kClasses}, kAll, 2).empty());
}

}  // namespace
}  // namespace wenlan
