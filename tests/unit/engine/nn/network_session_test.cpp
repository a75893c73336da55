// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/network_session.h"

#include <algorithm>
#include <cmath>
#include <thread>

#include <gtest/gtest.h>

#include "engine/base/file.h"

namespace wenlan {
namespace {

constexpr int kClasses = 18'710;

class NetworkSessionOf : public testing::Test {
 protected:
  void SetUp() override {
    const auto store = ModelStore::open(WENLAN_SOURCE_DIR "/models");
    ASSERT_TRUE(store);
    const auto model = store->find("ppocrv6-small-recogniser");
    if (!model) GTEST_SKIP() << to_sentence(model.error());
    auto session = NetworkSession::load(*model);
    ASSERT_TRUE(session) << to_sentence(session.error());
    session_ = std::make_unique<NetworkSession>(std::move(*session));
  }

  static Tensor paper() { return {{1, 3, 48, 320}, std::vector<float>(3 * 48 * 320, 0.5F)}; }

  // Strokes of a kind: something to reckon with.
  static Tensor line_of(int width) {
    Tensor line{{1, 3, 48, width}, std::vector<float>(std::size_t{3} * 48 * width)};
    for (std::size_t i = 0; i < line.values.size(); ++i)
      line.values[i] = i % 7 < 3 && i / 48 % 5 < 2 ? -1.F : 0.8F;
    return line;
  }

  static std::vector<float> values_of(const NetworkSession& session, const Tensor& input) {
    const auto answer = session.run(input);
    if (!answer) return {};
    return {answer->values().begin(), answer->values().end()};
  }

  std::unique_ptr<NetworkSession> session_;
};

TEST_F(NetworkSessionOf, TheRecogniserGivesOneRowOfClassesForEachEightPixels) {
  const auto frames = session_->run(paper());
  ASSERT_TRUE(frames) << to_sentence(frames.error());
  EXPECT_EQ(frames->shape(), (std::vector<std::int64_t>{1, 40, kClasses}));
  EXPECT_EQ(frames->values().size(), 40U * kClasses);
}

TEST_F(NetworkSessionOf, ItsCharactersStandInTheMetadata) {
  const auto characters = session_->metadata("character");
  ASSERT_TRUE(characters);
  EXPECT_NE(characters->find("蘭"), std::string::npos);
  EXPECT_FALSE(session_->metadata("no such entry"));
}

TEST_F(NetworkSessionOf, AShapeTheNetworkDoesNotTakeFailsWithoutThrowing) {
  Tensor wrong = paper();
  wrong.shape = {1, 1, 48, 960};
  const auto frames = session_->run(wrong);
  ASSERT_FALSE(frames);
  EXPECT_EQ(frames.error().code, ErrorCode::model_failed);
}

TEST_F(NetworkSessionOf, EqualInputsGiveEqualBytesOnEveryThread) {
  const auto alone = values_of(*session_, line_of(320));
  ASSERT_FALSE(alone.empty());
  std::vector<std::vector<float>> values(8);
  {
    std::vector<std::jthread> threads;
    for (auto& mine : values)
      threads.emplace_back([&] {
        EXPECT_TRUE(session_->run(line_of(480)));  // shapes come mixed
        mine = values_of(*session_, line_of(320));
      });
  }
  for (const auto& mine : values) EXPECT_EQ(mine, alone);
}

TEST_F(NetworkSessionOf, HowManyCallsRunAtOnceChangesNoByte) {
  const auto alone = NetworkSession::load(session_->model(), {.at_once = 1});
  ASSERT_TRUE(alone);
  EXPECT_EQ(values_of(*alone, line_of(640)), values_of(*session_, line_of(640)));
}

TEST_F(NetworkSessionOf, AnAnswerStaysWhileOthersAreGiven) {
  const auto first = session_->run(line_of(320));
  ASSERT_TRUE(first);
  const std::vector<float> before(first->values().begin(), first->values().end());
  ASSERT_TRUE(session_->run(paper()));
  EXPECT_TRUE(std::equal(before.begin(), before.end(), first->values().begin()));
}

TEST_F(NetworkSessionOf, ScoresAreWhatTheSoftmaxWeighs) {
  const NetworkOptions exactly{.precision = "f32"};
  const auto scoring = NetworkSession::load(session_->model(), exactly, NetworkOutput::scores);
  const auto weighing = NetworkSession::load(session_->model(), exactly);
  ASSERT_TRUE(scoring);
  ASSERT_TRUE(weighing);
  const auto scores = values_of(*scoring, line_of(320));
  const auto whole = values_of(*weighing, line_of(320));
  ASSERT_EQ(scores.size(), whole.size());
  for (std::size_t frame = 0; frame < scores.size(); frame += kClasses) {
    double sum = 0;
    for (int c = 0; c < kClasses; ++c) sum += std::exp(double{scores[frame + c]});
    for (int c = 0; c < kClasses; c += 37)
      ASSERT_NEAR(std::exp(scores[frame + c]) / sum, whole[frame + c], 1e-4);
  }
}

TEST_F(NetworkSessionOf, PrecisionIsToldAndChangesLittle) {
  const auto exact = NetworkSession::load(session_->model(), {.precision = "f32"});
  const auto rounded = NetworkSession::load(session_->model(), {.precision = "bf16"});
  ASSERT_TRUE(exact);
  ASSERT_TRUE(rounded);
  EXPECT_TRUE(exact->provenance().ends_with(" f32"));
  EXPECT_TRUE(rounded->provenance().ends_with(" bf16"));
  EXPECT_TRUE(session_->provenance().ends_with(' ' + native_precision()));
  const auto a = values_of(*exact, line_of(640));
  const auto b = values_of(*rounded, line_of(640));
  ASSERT_EQ(a.size(), b.size());
  float worst = 0;
  for (std::size_t i = 0; i < a.size(); ++i) worst = std::max(worst, std::abs(a[i] - b[i]));
  EXPECT_LT(worst, 0.1F);
}

TEST_F(NetworkSessionOf, APrecisionThatIsNoneIsNotUnderstood) {
  const auto session = NetworkSession::load(session_->model(), {.precision = "f8"});
  ASSERT_FALSE(session);
  EXPECT_EQ(session.error().code, ErrorCode::usage);
}

TEST(NetworkSession, AFileThatIsNoNetworkFailsWithItsName) {
  const auto file = std::filesystem::temp_directory_path() / "wenlan-no-network.onnx";
  ASSERT_TRUE(write_file_atomically(file, "not a network"));
  const auto session = NetworkSession::load({"none", file, ""});
  std::filesystem::remove(file);
  ASSERT_FALSE(session);
  EXPECT_EQ(session.error().code, ErrorCode::model_failed);
  EXPECT_NE(session.error().subject.find("wenlan-no-network.onnx"), std::string::npos);
  EXPECT_EQ(session.error().detail.find('\n'), std::string::npos);
}

}  // namespace
}  // namespace wenlan
