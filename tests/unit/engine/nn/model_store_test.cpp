// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/model_store.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "engine/base/file.h"
#include "engine/base/sha256.h"

namespace wenlan {
namespace {

class ModelStoreOf : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::temp_directory_path() / ("wenlan-models-" + std::to_string(getpid()));
    write("manifest.json",
          R"({"models": [{"name": "small", "file": "fetched/small.onnx", "sha256": ")" +
              sha256_of("weights") + R"("}]})");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& name, std::string_view bytes) {
    ASSERT_TRUE(write_file_atomically(folder_ / name, bytes));
  }

  std::filesystem::path folder_;
};

TEST_F(ModelStoreOf, PinnedBytesAreFound) {
  write("fetched/small.onnx", "weights");
  const auto store = ModelStore::open(folder_);
  ASSERT_TRUE(store);
  const auto model = store->find("small");
  ASSERT_TRUE(model);
  EXPECT_EQ(model->path, folder_ / "fetched/small.onnx");
  EXPECT_EQ(store->names(), std::vector<std::string>{"small"});
}

TEST_F(ModelStoreOf, AnotherFileThanThePinnedOneIsAWrongModel) {
  write("fetched/small.onnx", "other weights");
  const auto model = ModelStore::open(folder_)->find("small");
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().code, ErrorCode::wrong_model);
  EXPECT_NE(model.error().subject.find("small.onnx"), std::string::npos);
}

TEST_F(ModelStoreOf, AFileNotFetchedIsMissingAndNamed) {
  const auto model = ModelStore::open(folder_)->find("small");
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().code, ErrorCode::missing_model);
  EXPECT_NE(model.error().subject.find("small.onnx"), std::string::npos);
}

TEST_F(ModelStoreOf, ANameTheManifestDoesNotListIsMissing) {
  const auto model = ModelStore::open(folder_)->find("huge");
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().code, ErrorCode::missing_model);
  EXPECT_EQ(model.error().subject, "huge");
}

TEST_F(ModelStoreOf, ABrokenManifestIsABadDocument) {
  write("manifest.json", R"({"models": [{"name": 7}]})");
  EXPECT_EQ(ModelStore::open(folder_).error().code, ErrorCode::bad_document);
}

TEST_F(ModelStoreOf, AFolderWithoutAManifestHasNoModels) {
  EXPECT_EQ(ModelStore::open(folder_ / "elsewhere").error().code, ErrorCode::missing_model);
}

}  // namespace
}  // namespace wenlan
