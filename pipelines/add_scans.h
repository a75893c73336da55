// SPDX-License-Identifier: GPL-3.0-or-later
// Takes files into an archive: which book each belongs to, in what order, and which pages they
// make.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "index/archive/archive.h"

namespace wenlan {

struct AddRequest {
  std::vector<std::filesystem::path> paths;  // image files, PDF, text files, folders of them
  std::string book;                          // book id; empty: from the name of each folder or file
  std::string title;                         // of a new book; empty: from its book.toml or its name
  bool in_place = false;  // leave the scans where they are; keep only their place
};

struct AddedBook {
  std::string id;
  int scans = 0;  // files taken in now
  int pages = 0;  // pages they make
};

struct AddReport {
  std::vector<AddedBook> books;
  int unchanged = 0;            // files the archive had already, by content
  std::vector<Error> failures;  // files and folders that could not be taken in; the rest was
  std::vector<Error> warnings;  // taken in, but `run` will not be able to read them
};

// A folder is one book: its image files in natural order (2 before 10), or its text files when it
// has no images; a folder that holds only folders is one book for each. A book.toml in it becomes
// the record. A PDF, a text and a multi-page TIFF are each a book of their own unless `book` says
// otherwise; other loose files make one book, named after their folder. Files whose content the
// book has already are not taken twice. Damaged images are taken in: the report names them later.
// Fails only when nothing can go on (archive not writable, stopped).
Result<AddReport> add_scans(const Archive& archive,
                            const AddRequest& request,
                            std::stop_token stop);

}  // namespace wenlan
