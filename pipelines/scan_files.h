// SPDX-License-Identifier: GPL-3.0-or-later
// Which files under the paths a user names are scans or texts, and how they group into books.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/base/result.h"

namespace wenlan {

// Files that belong to one book, in order.
struct BookFiles {
  std::string name;              // what the book is called after: folder or file name
  std::filesystem::path record;  // a book.toml beside the scans; empty if there is none
  std::vector<std::filesystem::path> files;
};

struct FoundFiles {
  std::vector<BookFiles> books;
  std::vector<Error> failures;  // paths that do not exist or hold nothing to read
};

// Told by the ending alone (case does not matter): what is inside is seen when it is read.
bool has_image_ending(const std::filesystem::path& file);
bool has_text_ending(const std::filesystem::path& file);

// "2" before "10", otherwise by bytes.
bool natural_less(const std::string& a, const std::string& b);

// Follows the rules of add_scans.h. A file named outright is taken whatever its ending.
FoundFiles find_scan_files(const std::vector<std::filesystem::path>& paths);

}  // namespace wenlan
