// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the pages of a book as files others can read.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>

#include "engine/base/result.h"
#include "engine/formats/format.h"
#include "index/archive/archive.h"

namespace wenlan {

struct ExportRequest {
  std::string book;
  Format format = Format::page;
  NoteStyle notes = NoteStyle::inlined;
  std::filesystem::path out;  // made when missing; <page><ending of the format> in it
};

// How many pages were written. Files that are there are replaced. Fails with not_found (no such
// book, or none of its pages was read yet) and as writing does.
Result<int> export_book(const Archive& archive, const ExportRequest& request, std::stop_token stop);

}  // namespace wenlan
