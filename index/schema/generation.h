// SPDX-License-Identifier: GPL-3.0-or-later
// One built index 代: which files it is made of, and which generation of an archive is published.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "index/schema/stream_text.h"

namespace wenlan {

// The files of a generation. All but the manifest are read in place (memory-mapped).
//   manifest.json                 Manifest
//   xapian/                       documents: pages 1..P, then subjects, then books
//   pages.bin                     PageRecord for each page, and one that ends the last
//   {main,note,other}.folded      search text, UTF-16 units, pages one behind the other
//   {main,note,other}.printed     the same units as printed (low 16 bits of the code point)
//   page_texts.bin                to_bytes(PageText), one behind the other
//   page_subjects.bin             u32 numbers of subjects, of each page one behind the other
struct GenerationFiles {
  explicit GenerationFiles(std::filesystem::path in) : folder(std::move(in)) {}
  std::filesystem::path folder;
  std::filesystem::path manifest() const { return folder / "manifest.json"; }
  std::filesystem::path xapian() const { return folder / "xapian"; }
  std::filesystem::path pages() const { return folder / "pages.bin"; }
  std::filesystem::path page_texts() const { return folder / "page_texts.bin"; }
  std::filesystem::path page_subjects() const { return folder / "page_subjects.bin"; }
  std::filesystem::path folded(SearchStream stream) const;
  std::filesystem::path printed(SearchStream stream) const;
};

// Where a page's things begin in the files above; they end where the next record's begin.
struct PageRecord {
  std::uint64_t units[kSearchStreams];  // in the stream's text files, in units
  std::uint64_t page_text;              // in page_texts.bin, in bytes
  std::uint64_t subjects;               // in page_subjects.bin, in numbers
  std::uint32_t book;                   // place in Manifest::books
  float expected_cer;
  std::uint32_t after_gap;  // 1: the page before it in the book was not read
  std::uint32_t unused;
};
static_assert(sizeof(PageRecord) == 56);

struct ManifestBook {
  std::string id;
  std::string title;
  std::string creator;
  std::string dynasty;
  std::uint32_t first_page = 0;  // number of its first page in the index, from 0
  std::uint32_t pages = 0;
};

struct Manifest {
  std::vector<std::string> features;
  std::string variants;
  std::vector<ManifestBook> books;  // by id
  std::uint32_t pages = 0;
  std::uint32_t subjects = 0;
  std::uint64_t characters = 0;
};

Result<void> keep_manifest(const Manifest& manifest, const GenerationFiles& files);
// Fails with missing_index when there is none, index_too_new when it cannot be used, bad_document.
Result<Manifest> read_manifest(const GenerationFiles& files);

// The name in <index>/current. Fails with missing_index.
Result<std::string> published_generation(const std::filesystem::path& index_folder);
Result<void> publish_generation(const std::filesystem::path& index_folder, const std::string& name);
std::filesystem::path current_file(const std::filesystem::path& index_folder);

// Names of finished generations, published or not, oldest first.
std::vector<std::string> generations_in(const std::filesystem::path& index_folder);

}  // namespace wenlan
