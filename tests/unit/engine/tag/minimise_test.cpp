// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/train/tagger/minimise.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "engine/base/file.h"
#include "engine/tag/name_tagger.h"
#include "models/train/tagger/chain_training.h"

namespace wenlan {
namespace {

TEST(Minimise, WeightsThatDoNotHelpAreNought) {
  const Loss bowl = [](std::span<const double> at, std::span<double> gradient) {
    gradient[0] = at[0] - 3;
    gradient[1] = 10 * (at[1] - 0.05);
    return 0.5 * (at[0] - 3) * (at[0] - 3) + 5 * (at[1] - 0.05) * (at[1] - 0.05);
  };
  MinimiseOptions options;
  options.l1 = 1;
  options.l2 = 0;
  const auto weights = minimised(bowl, 2, options, [](int, double, auto) {});
  EXPECT_NEAR(weights[0], 2, 1e-6);
  EXPECT_EQ(weights[1], 0);
}

std::vector<LabelledSentence> lesson() {
  const auto file = std::filesystem::path(testing::TempDir()) / "tag_lesson.txt";
  EXPECT_TRUE(write_file_atomically(
      file, "王\tB-PER\n安\tE-PER\n在\tO\n京\tS-LOC\n\n李\tB-PER\n白\tO\n，\tO\n去\tO\n"));
  return read_labelled(file).value();
}

TEST(LabelledText, BrokenLabelsAreMended) {
  const auto sentences = lesson();
  ASSERT_EQ(sentences.size(), 2U);
  EXPECT_EQ(sentences[1].labels[0], name_label(0, NamePart::single));
  EXPECT_EQ(without_punctuation(sentences)[1].text, U"李白去");
}

TEST(ChainTraining, TheGradientIsTheSlopeOfTheLoss) {
  const ChainTraining training(lesson(), CharacterClusters{}, 1);
  std::vector<double> weights(training.size(), 0.1), gradient(training.size()),
      other(training.size());
  training.loss(weights, gradient);
  for (std::size_t i = 0; i < weights.size(); i += 97) {
    constexpr double kStep = 1e-2;
    weights[i] += kStep;
    const double above = training.loss(weights, other);
    weights[i] -= 2 * kStep;
    const double below = training.loss(weights, other);
    weights[i] += kStep;
    EXPECT_NEAR(gradient[i], (above - below) / (2 * kStep), 1e-3) << i;
  }
}

}  // namespace
}  // namespace wenlan
