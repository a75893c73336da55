// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag/label_chain.h"

#include <cmath>
#include <random>

#include <gtest/gtest.h>

namespace wenlan {
namespace {

struct Chain {
  std::vector<LabelScores> scores;
  TransitionScores transitions;
};

Chain random_chain(std::size_t length) {
  std::mt19937 random(7);
  std::uniform_real_distribution<float> score(-2, 2);
  Chain chain{std::vector<LabelScores>(length), {}};
  for (LabelScores& row : chain.scores)
    for (float& value : row) value = score(random);
  for (LabelScores& row : chain.transitions)
    for (float& value : row) value = score(random);
  return chain;
}

// Calls `visit(labels, score)` for every allowed sequence.
void for_each_sequence(const Chain& chain,
                       std::vector<NameLabel>& labels,
                       float score,
                       auto&& visit) {
  const std::size_t place = labels.size();
  if (place == chain.scores.size()) {
    if (may_end(labels.back())) visit(labels, score);
    return;
  }
  for (NameLabel label = 0; label < kNameLabels; ++label) {
    if (place == 0 ? !may_begin(label) : !may_follow(labels.back(), label)) continue;
    const float step = place == 0 ? 0 : chain.transitions[labels.back()][label];
    labels.push_back(label);
    for_each_sequence(chain, labels, score + step + chain.scores[place][label], visit);
    labels.pop_back();
  }
}

TEST(LabelChain, TheBestSequenceIsTheOneFoundByTryingAll) {
  const Chain chain = random_chain(4);
  std::vector<NameLabel> labels, best;
  float top = -1e9F;
  for_each_sequence(chain, labels, 0, [&](const auto& sequence, float score) {
    if (score > top) top = score, best = sequence;
  });
  EXPECT_EQ(best_labels(chain.scores, chain.transitions), best);
}

TEST(LabelChain, ProbabilitiesAreThoseOfAllSequences) {
  const Chain chain = random_chain(4);
  std::vector<NameLabel> labels;
  const std::vector<NameLabel> name{name_label(1, NamePart::begin), name_label(1, NamePart::end)};
  double total = 0, with_label = 0, with_step = 0, with_name = 0;
  for_each_sequence(chain, labels, 0, [&](const auto& sequence, float score) {
    const double weight = std::exp(static_cast<double>(score));
    total += weight;
    if (sequence[2] == name[1]) with_label += weight;
    if (sequence[1] == kOutside && sequence[2] == kOutside) with_step += weight;
    if (sequence[1] == name[0] && sequence[2] == name[1]) with_name += weight;
  });
  const LabelMarginals marginals(chain.scores, chain.transitions);
  EXPECT_NEAR(marginals.log_total(), std::log(total), 1e-4);
  EXPECT_NEAR(marginals.of(2, name[1]), with_label / total, 1e-5);
  EXPECT_NEAR(marginals.of(2, kOutside, kOutside), with_step / total, 1e-5);
  EXPECT_NEAR(marginals.of(1, name), with_name / total, 1e-5);
}

TEST(LabelChain, EveryNameIsClosedWhateverTheScoresSay) {
  std::vector<LabelScores> scores(3, LabelScores{});
  for (LabelScores& row : scores) row[name_label(0, NamePart::inside)] = 50;
  const auto labels = best_labels(scores, TransitionScores{});
  EXPECT_TRUE(may_begin(labels.front()));
  EXPECT_TRUE(may_end(labels.back()));
}

TEST(LabelChain, NothingHasNoLabels) {
  EXPECT_TRUE(best_labels({}, TransitionScores{}).empty());
}

}  // namespace
}  // namespace wenlan
