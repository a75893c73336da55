// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/page_selection.h"

#include <limits>

#include <gtest/gtest.h>

#include "engine/base/file.h"
#include "tests/unit/pipelines/temporary_folder.h"

namespace wenlan {
namespace {

using namespace std::chrono_literals;

TEST(PageSelection, RangesAreReadAsPeopleWriteThem) {
  EXPECT_EQ(page_range_from("12").value(), (PageRange{12, 12}));
  EXPECT_EQ(page_range_from("0012-0020").value(), (PageRange{12, 20}));
  EXPECT_EQ(page_range_from("7-").value(), (PageRange{7, std::numeric_limits<int>::max()}));
  for (const char* wrong : {"", "-", "-3", "a", "3-2", "1-2-3", "1,2", "99999999999"})
    EXPECT_EQ(page_range_from(wrong).error().code, ErrorCode::usage) << wrong;
}

TEST(PageSelection, MomentsAreDatesOrHowLongAgo) {
  const FileTime now = std::chrono::system_clock::now();
  EXPECT_EQ(moment_from("90m", now).value(), now - 90min);
  EXPECT_EQ(moment_from("12h", now).value(), now - 12h);
  EXPECT_EQ(moment_from("3d", now).value(), now - 72h);
  EXPECT_EQ(moment_from("2026-11-21T18:30", now).value() - moment_from("2026-11-21", now).value(),
            18h + 30min);
  for (const char* wrong : {"", "h", "12", "2026-13-01", "yesterday", "2026-11-21x"})
    EXPECT_EQ(moment_from(wrong, now).error().code, ErrorCode::usage) << wrong;
}

TEST(PageSelection, SinceGoesByTheScanAndAMissingScanIsToBeToldOf) {
  const TemporaryFolder folder;
  const auto scan = folder.path() / "a.png";
  ASSERT_TRUE(write_file_atomically(scan, "x"));
  const FileTime now = std::chrono::system_clock::now();
  EXPECT_TRUE((PageSelection{{}, now - 1h}).has("0001", scan));
  EXPECT_FALSE((PageSelection{{}, now + 1h}).has("0001", scan));
  EXPECT_TRUE((PageSelection{{}, now + 1h}).has("0001", folder.path() / "gone.png"));
}

TEST(PageSelection, PagesAreMeantByNumber) {
  const PageSelection selection{{{2, 3}, {12'000, 12'000}}, {}};
  EXPECT_TRUE(selection.has("0003", ""));
  EXPECT_TRUE(selection.has("12000", ""));
  EXPECT_FALSE(selection.has("0004", ""));
  EXPECT_TRUE(PageSelection{}.has("0004", ""));
}

}  // namespace
}  // namespace wenlan
