// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/file_format.h"

#include <string>

#include <gtest/gtest.h>

namespace wenlan {
namespace {

using namespace std::string_literals;

TEST(FileFormat, IsToldByTheFirstBytes) {
  EXPECT_EQ(sniff_format("\xFF\xD8\xFF\xE0"s), FileFormat::jpeg);
  EXPECT_EQ(sniff_format("II*\0\x08\0\0\0"s), FileFormat::tiff);
  EXPECT_EQ(sniff_format("MM\0+\0\x08\0\0"s), FileFormat::tiff);
  EXPECT_EQ(sniff_format("RIFF\x10\0\0\0WEBPVP8 "s), FileFormat::webp);
  EXPECT_EQ(sniff_format("\0\0\0\x0CjP  \r\n\x87\n"s), FileFormat::jpeg2000);
  EXPECT_EQ(sniff_format("%PDF-1.7\n"s), FileFormat::pdf);
}

TEST(FileFormat, TextIsNoPictureWhateverItsFirstLettersAre) {
  EXPECT_EQ(sniff_format("BM is how this sentence, long enough to be a header, begins."s),
            std::nullopt);
  EXPECT_EQ(sniff_format("MM. et Mmes"s), std::nullopt);
  EXPECT_EQ(sniff_format(""s), std::nullopt);
  EXPECT_EQ(sniff_format("\xFF"s), std::nullopt);
}

TEST(FileFormat, APdfMayHaveLinesBeforeIt) {
  EXPECT_EQ(sniff_format("Content-Type: application/pdf\n\n%PDF-1.4\n"s), FileFormat::pdf);
}

}  // namespace
}  // namespace wenlan
