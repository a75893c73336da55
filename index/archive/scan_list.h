// SPDX-License-Identifier: GPL-3.0-or-later
// Which scans a book has and which page each becomes, kept as scans.json in the order of the book.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace wenlan {

enum class ScanKind { image, text };

// One file of a book. It becomes the pages first_page, first_page + 1, … one for each frame.
struct ScanEntry {
  std::filesystem::path
      file;          // relative to the book's folder, or absolute where it was left in place
  std::string name;  // as the user named it, printable UTF-8
  std::string sha256;
  ScanKind kind = ScanKind::image;
  int first_page = 1;  // from 1
  int frames = 1;      // pictures in the file; form-feed pages of a text
  bool operator==(const ScanEntry&) const = default;
};

using ScanList = std::vector<ScanEntry>;

// Paths may be any bytes; they are kept percent-encoded where they are not UTF-8.
std::string to_json(const ScanList& scans);
// Fails with bad_document.
Result<ScanList> scan_list_from_json(std::string_view json);

// "0007" for 7: sorts in the order of the book up to 9,999 pages, and beyond with more digits.
std::string page_id_of(int number);

// One page to be made: which frame of which file.
struct PageSlot {
  std::string page;
  const ScanEntry* scan = nullptr;  // lives in the list
  int frame = 0;
};

// All pages of a book in its order.
std::vector<PageSlot> page_slots(const ScanList& scans);

}  // namespace wenlan
