// SPDX-License-Identifier: GPL-3.0-or-later
// The one text of a page, and the characters and lines that are spans of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/page/geometry.h"

namespace wenlan {

// Bytes of Transcript::text.
struct TextSpan {
  std::uint32_t begin{};
  std::uint32_t length{};
  std::uint32_t end() const { return begin + length; }
  bool operator==(const TextSpan&) const = default;
};

inline std::string_view text_of(std::string_view text, TextSpan span) {
  return text.substr(span.begin, span.length);
}

struct Alternative {
  std::string text;      // one character, UTF-8
  float confidence = 0;  // 0..1
  bool operator==(const Alternative&) const = default;
};

// One written character 字.
struct Glyph {
  TextSpan span;
  std::uint32_t line = 0;  // index into Layout::lines
  Box<ScanSpace> box;      // empty on text-only pages
  float confidence = 1;    // 0..1
  std::vector<Alternative>
      alternatives;  // other readings, best first; the reading itself is not one
  bool operator==(const Glyph&) const = default;
};

// The text of Layout::lines[i] is spans[i]; lines are joined by one '\n' in the same order.
struct LineText {
  TextSpan span;
  float confidence = 1;  // 0..1, mean over its glyphs
  bool operator==(const LineText&) const = default;
};

struct Transcript {
  std::string text;  // NFC UTF-8, reading order; an unreadable character is 〓
  std::vector<LineText> lines;
  std::vector<Glyph> glyphs;  // in the order of the text; may be empty on text-only pages
  bool operator==(const Transcript&) const = default;
};

}  // namespace wenlan
