// SPDX-License-Identifier: GPL-3.0-or-later
// What the index keeps of a page so that a hit can be shown: its text and where each character is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/page/geometry.h"
#include "engine/page/layout.h"
#include "engine/page/page.h"
#include "engine/page/transcript.h"

namespace wenlan {

struct PageTextLine {
  TextSpan span;
  Stream stream = Stream::main;
  std::uint16_t region = 0;  // lines of one region share it
  Box<ScanSpace> box;        // whole pixels; all zero on text-only pages
  bool operator==(const PageTextLine&) const = default;
};

struct PageTextGlyph {
  TextSpan span;
  Box<ScanSpace> box;
  bool operator==(const PageTextGlyph&) const = default;
};

struct PageText {
  std::string id;
  std::string leaf;  // 卷一 葉三; may be empty
  std::string text;
  std::vector<PageTextLine> lines;    // in the order of the text
  std::vector<PageTextGlyph> glyphs;  // in the order of the text; may be empty
  bool operator==(const PageText&) const = default;
};

PageText page_text_of(const Page& page);

// Compact bytes; coordinates above 65,535 pixels lose their lowest bits.
std::string to_bytes(const PageText& text);
// Fails with bad_document.
Result<PageText> page_text_from_bytes(std::string_view bytes);

}  // namespace wenlan
