// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/sha256.h"

#include <fstream>

#include <gtest/gtest.h>

namespace wenlan {
namespace {

TEST(Sha256, KnownVectorsOfFips180) {
  EXPECT_EQ(sha256_of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, FileAndBytesAgree) {
  const auto file = std::filesystem::path(testing::TempDir()) / "three megabytes";
  const std::string bytes(3'000'001, 'x');
  std::ofstream(file, std::ios::binary) << bytes;
  EXPECT_EQ(sha256_of_file(file).value(), sha256_of(bytes));
}

TEST(Sha256, MissingFileSaysSo) {
  EXPECT_EQ(sha256_of_file("/nowhere/at all").error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace wenlan
