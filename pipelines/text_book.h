// SPDX-License-Identifier: GPL-3.0-or-later
// Books whose text exists already: UTF-8, a form feed ends a page, a line end ends a line.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/page/page.h"

namespace wenlan {

// At least one. Fails as reading does, and with empty_file.
Result<int> count_text_pages(const std::filesystem::path& file);

// A whole text in memory, cut into pages once; const calls from many threads.
class TextBook {
 public:
  // Fails with empty_file and as reading does.
  static Result<std::unique_ptr<const TextBook>> open(const std::filesystem::path& file);
  TextBook(const TextBook&) = delete;  // the pages are views of the text
  TextBook& operator=(const TextBook&) = delete;

  // Page `frame` (from 0) as a Page without places: each line that is not empty is a main line of
  // its own. Brought to NFC; a byte-order mark and control characters are left out. Fails with
  // damaged_file for bytes that are not UTF-8, naming the line of the page, and with not_found.
  Result<Page> page(int frame) const;

 private:
  TextBook(std::string name, std::string text);
  std::string name_;
  std::string text_;
  std::vector<std::string_view> pages_;
};

// The pages of a text; a form feed at the very end does not begin another.
std::vector<std::string_view> cut_into_pages(std::string_view text);

}  // namespace wenlan
