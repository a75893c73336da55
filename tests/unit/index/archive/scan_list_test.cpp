// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/archive/scan_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wenlan {
namespace {

TEST(ScanList, KeepsFileNamesOfAnyBytes) {
  const ScanList scans{{.file = "scans/冊 一\n\xff%41.tif",
                        .name = "冊 一",
                        .sha256 = "00",
                        .first_page = 3,
                        .frames = 2}};
  EXPECT_EQ(scan_list_from_json(to_json(scans)).value(), scans);
}

TEST(ScanList, DamagedListIsAnError) {
  for (const char* bad : {"", "[", "[{}]", "[{\"file\": 1}]"})
    EXPECT_EQ(scan_list_from_json(bad).error().code, ErrorCode::bad_document) << bad;
}

TEST(PageSlots, OneForEachFrame) {
  const ScanList scans{{.file = "a", .frames = 2}, {.file = "b", .first_page = 3}};
  std::vector<std::string> pages;
  for (const PageSlot& slot : page_slots(scans))
    pages.push_back(slot.page + slot.scan->file.string());
  EXPECT_THAT(pages, testing::ElementsAre("0001a", "0002a", "0003b"));
}

}  // namespace
}  // namespace wenlan
