// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/ctc.h"

#include <cmath>

#include <gmock/gmock.h>

#include "tests/unit/engine/recognise/scores_of.h"

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
  const std::vector<float> frames = scores_of({.1F, .9F, 0, 0, .2F, .8F, 0,   0,  //
                                               .9F, .1F, 0, 0, .1F, .9F, 0,   0,  //
                                               0,   0,   1, 0, .7F, 0,   .3F, 0});
  const auto peaks = read_peaks(CtcFrames(frames, kClasses), kAll, 2);
  EXPECT_THAT(classes_of(peaks), ElementsAre(1, 1, 2));
  EXPECT_FLOAT_EQ(peaks[0].probability, .9F);
  EXPECT_NEAR(peaks[0].position, (.9F * .5F + .8F * 1.5F) / 1.7F, 1e-5F);
  EXPECT_FLOAT_EQ(peaks[1].position, 3.5F);
}

TEST(Ctc, AClassThatIsNotAllowedIsReadAsTheNextBest) {
  const std::vector<float> frames = scores_of({.1F, .6F, .3F, 0});
  const std::vector<std::uint8_t> allowed{1, 0, 1, 1};
  const auto peaks = read_peaks(CtcFrames(frames, kClasses), allowed, 2);
  ASSERT_THAT(classes_of(peaks), ElementsAre(2));
  EXPECT_TRUE(peaks[0].alternatives.empty());
}

TEST(Ctc, AlternativesAreTheNextBestOfTheSurestFrame) {
  const std::vector<float> frames = scores_of({0, .5F, .2F, .3F, 0, .7F, .25F, .05F});
  const auto peaks = read_peaks(CtcFrames(frames, kClasses), kAll, 1);
  ASSERT_EQ(peaks.size(), 1U);
  ASSERT_EQ(peaks[0].alternatives.size(), 1U);
  EXPECT_EQ(peaks[0].alternatives[0].class_index, 2);
  EXPECT_FLOAT_EQ(peaks[0].alternatives[0].probability, .25F);
}

TEST(Ctc, BlanksAloneAreNothing) {
  const std::vector<float> frames = scores_of({1, 0, 0, 0, 1, 0, 0, 0});
  EXPECT_TRUE(read_peaks(CtcFrames(frames, kClasses), kAll, 2).empty());
  EXPECT_TRUE(read_peaks(CtcFrames({}, kClasses), kAll, 2).empty());
}

// As many classes as a network has, most of them far below the best.
TEST(Ctc, ManyClassesAreWeighedAsASoftmaxWeighsThem) {
  constexpr int kMany = 18'710;
  std::vector<float> scores(2 * kMany);
  for (std::size_t i = 0; i < scores.size(); ++i)
    scores[i] = 3 * std::sin(static_cast<float>(i * i % 9973)) - 2;
  scores[kMany - 1] = 15;
  scores[300] = 13;
  scores[40] = 14;
  scores[kMany + 7] = 12;
  const CtcFrames frames(scores, kMany);
  const std::vector<std::uint8_t> all(kMany, 1);
  std::vector<std::uint8_t> allowed = all;
  allowed[kMany - 1] = allowed[40] = 0;
  EXPECT_EQ(frames.best(0, all), kMany - 1);
  EXPECT_EQ(frames.best(0, allowed), 300);
  EXPECT_EQ(frames.best(1, allowed), 7);
  EXPECT_THAT(frames.from(0, 13), ElementsAre(40, 300, kMany - 1));
  for (const int frame : {0, 1}) {
    double sum = 0;
    for (const float score : frames.at(frame)) sum += std::exp(double{score});
    EXPECT_NEAR(frames.log_sum(frame), std::log(sum), 3e-4);
  }
}

}  // namespace
}  // namespace wenlan
