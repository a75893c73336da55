// SPDX-License-Identifier: GPL-3.0-or-later
// What of a page is compared: its characters, all together and by stream.
#pragma once

#include <string>
#include <string_view>

#include "engine/page/page.h"

namespace wenlan {

// Characters in reading order; white space is gone. Other streams than these two do not count.
struct ScoredText {
  std::u32string all;   // main text with the notes in their places
  std::u32string main;  // 正文
  std::u32string note;  // 雙行小注
  bool operator==(const ScoredText&) const = default;
};

// One column a line, notes as {{right half/left half}}.
ScoredText scored_text_of_plain(std::string_view utf8);

ScoredText scored_text_of(const Page& page);

// Han and 〓 alone.
ScoredText han_of(const ScoredText& text);

}  // namespace wenlan
