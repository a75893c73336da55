// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"

#include <cerrno>

#include <gtest/gtest.h>

namespace wenlan {
namespace {

TEST(Error, SentenceNamesFileReasonAndWayOut) {
  const Error error{ErrorCode::empty_file, "a.png", {}};
  EXPECT_EQ(to_sentence(error),
            "a.png is empty (zero bytes); copy it again from where it was scanned.");
  EXPECT_EQ(to_sentence(error, Language::chinese),
            "a.png：是空檔案（零位元組）；請從原處重新複製。");
}

TEST(Error, EveryKindIsToldInBothLanguages) {
  for (int code = 0; code <= static_cast<int>(ErrorCode::internal); ++code) {
    const ErrorKind& kind = kind_of(static_cast<ErrorCode>(code));
    EXPECT_FALSE(kind.english.empty()) << kind.name;
    EXPECT_FALSE(kind.chinese.empty()) << kind.name;
    EXPECT_EQ(kind.way_out_english.empty(), kind.way_out_chinese.empty()) << kind.name;
  }
}

TEST(Error, FullDiskIsToldApartFromOtherFailures) {
  EXPECT_EQ(error_code_of_errno(ENOSPC), ErrorCode::disk_full);
  EXPECT_EQ(error_code_of_errno(EIO), ErrorCode::io_failed);
}

}  // namespace
}  // namespace wenlan
