// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/scan_guard.h"

#include <gtest/gtest.h>

#include "engine/base/file.h"
#include "engine/base/sha256.h"
#include "tests/unit/pipelines/temporary_folder.h"

namespace wenlan {
namespace {

class ScanGuardTest : public testing::Test {
 protected:
  ScanGuardTest() { EXPECT_TRUE(write_file_atomically(scan_, "one")); }

  const TemporaryFolder folder_;
  const std::filesystem::path scan_ = folder_.path() / "a.png";
  ScanGuard guard_;
};

TEST_F(ScanGuardTest, ScanAsItWasAddedPasses) {
  const auto stamp = guard_.check(scan_, sha256_of("one"));
  ASSERT_TRUE(stamp);
  EXPECT_TRUE(guard_.check(scan_, sha256_of("one")));
  EXPECT_TRUE(ScanGuard::check_unchanged(scan_, *stamp));
}

TEST_F(ScanGuardTest, ScanThatWasSwappedIsRefused) {
  const auto stamp = guard_.check(scan_, sha256_of("one"));
  ASSERT_TRUE(stamp);
  ASSERT_TRUE(write_file_atomically(scan_, "two"));
  EXPECT_EQ(guard_.check(scan_, sha256_of("one")).error().code, ErrorCode::damaged_file);
  EXPECT_EQ(ScanGuard::check_unchanged(scan_, *stamp).error().code, ErrorCode::damaged_file);
}

TEST_F(ScanGuardTest, ScanThatIsGoneIsNotFound) {
  std::filesystem::remove(scan_);
  EXPECT_EQ(guard_.check(scan_, sha256_of("one")).error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace wenlan
