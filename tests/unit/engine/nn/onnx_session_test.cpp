// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/onnx_session.h"

#include <thread>

#include <gtest/gtest.h>

#include "engine/base/file.h"

namespace wenlan {
namespace {

constexpr int kClasses = 18'710;

class OnnxSessionOf : public testing::Test {
 protected:
  void SetUp() override {
    const auto store = ModelStore::open(WENLAN_SOURCE_DIR "/models");
    ASSERT_TRUE(store);
    const auto model = store->find("ppocrv6-small-recogniser");
    if (!model) GTEST_SKIP() << to_sentence(model.error());
    auto session = OnnxSession::load(*model);
    ASSERT_TRUE(session) << to_sentence(session.error());
    session_ = std::make_unique<OnnxSession>(std::move(*session));
  }

  static Tensor paper() { return {{1, 3, 48, 320}, std::vector<float>(3 * 48 * 320, 0.5F)}; }

  std::unique_ptr<OnnxSession> session_;
};

TEST_F(OnnxSessionOf, TheRecogniserGivesOneRowOfClassesForEachEightPixels) {
  const auto frames = session_->run(paper());
  ASSERT_TRUE(frames) << to_sentence(frames.error());
  EXPECT_EQ(frames->shape, (std::vector<std::int64_t>{1, 40, kClasses}));
  EXPECT_EQ(frames->values.size(), 40U * kClasses);
}

TEST_F(OnnxSessionOf, ItsCharactersStandInTheMetadata) {
  const auto characters = session_->metadata("character");
  ASSERT_TRUE(characters);
  EXPECT_NE(characters->find("蘭"), std::string::npos);
  EXPECT_FALSE(session_->metadata("no such entry"));
}

TEST_F(OnnxSessionOf, AShapeTheNetworkDoesNotTakeFailsWithoutThrowing) {
  Tensor wrong = paper();
  wrong.shape = {1, 1, 48, 960};
  const auto frames = session_->run(wrong);
  ASSERT_FALSE(frames);
  EXPECT_EQ(frames.error().code, ErrorCode::model_failed);
}

TEST_F(OnnxSessionOf, ThreadsShareASession) {
  const auto alone = session_->run(paper());
  ASSERT_TRUE(alone);
  std::vector<std::vector<float>> values(4);
  {
    std::vector<std::jthread> threads;
    for (auto& mine : values) threads.emplace_back([&] { mine = session_->run(paper())->values; });
  }
  for (const auto& mine : values) EXPECT_EQ(mine, alone->values);
}

TEST(OnnxSession, AFileThatIsNoNetworkFailsWithItsName) {
  const auto file = std::filesystem::temp_directory_path() / "wenlan-no-network.onnx";
  ASSERT_TRUE(write_file_atomically(file, "not a network"));
  const auto session = OnnxSession::load({"none", file, ""});
  std::filesystem::remove(file);
  ASSERT_FALSE(session);
  EXPECT_EQ(session.error().code, ErrorCode::model_failed);
  EXPECT_NE(session.error().subject.find("wenlan-no-network.onnx"), std::string::npos);
}

}  // namespace
}  // namespace wenlan
