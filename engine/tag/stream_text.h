// SPDX-License-Identifier: GPL-3.0-or-later
// The running texts of a page: what a reader of one stream reads on end.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/page/layout.h"
#include "engine/page/transcript.h"

namespace wenlan {

// Characters without white space, and where each stands in Transcript::text.
struct StreamText {
  std::u32string characters;
  std::vector<TextSpan> places;
};

// Main text runs on from line to line, skipping what stands between; a headline region stands
// alone. A note segment is one text, and so is each line of any other stream. Texts follow each
// other in the order they begin; empty ones are left out.
std::vector<StreamText> stream_texts(const Transcript& transcript, const Layout& layout);

// The bytes of the characters [begin, end) when nothing but white space stands between them, else
// of the longest run of them of which that is true (the first of equal ones). begin < end.
TextSpan unbroken_span(const StreamText& stream,
                       std::string_view page_text,
                       std::size_t begin,
                       std::size_t end);

}  // namespace wenlan
