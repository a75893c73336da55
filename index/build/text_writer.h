// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the files of a generation that are read in place: search texts, page texts, page records.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/base/result.h"
#include "index/build/append_file.h"
#include "index/schema/generation.h"
#include "index/schema/page_text.h"

namespace wenlan {

// What the index keeps of a page beside its text.
struct PageFacts {
  std::uint32_t book = 0;
  float expected_cer = 0;
  bool after_gap = false;
  std::vector<std::uint32_t> subjects;
};

class TextWriter {
 public:
  static Result<TextWriter> create(const GenerationFiles& files);

  Result<void> add(const PageText& page, const PageFacts& facts);
  std::uint32_t pages() const { return pages_; }
  // Search text of all streams so far.
  std::uint64_t characters() const { return characters_; }
  // Everything on disk. Nothing may be added afterwards.
  Result<void> close();

 private:
  explicit TextWriter(std::vector<AppendFile> files) : files_(std::move(files)) {}
  AppendFile& folded(SearchStream stream);
  AppendFile& printed(SearchStream stream);
  PageRecord record_here();

  std::vector<AppendFile> files_;  // in the order of the enum in the .cpp
  std::uint32_t pages_ = 0;
  std::uint64_t characters_ = 0;
};

}  // namespace wenlan
