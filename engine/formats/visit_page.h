// SPDX-License-Identifier: GPL-3.0-or-later
// The one walk over a page that every format is written from.
#pragma once

#include <string_view>
#include <vector>

#include "engine/page/page.h"

namespace wenlan {

// A line with its text. Points into the page: valid as long as that is.
struct LineView {
  const Line* line = nullptr;
  std::size_t index = 0;  // place in reading order: Layout::lines
  std::string_view text;
  TextSpan span;
  float confidence = 1;              // of the text
  bool has_text = false;             // false: the page has not been recognised
  std::vector<const Glyph*> glyphs;  // in the order of the text
};

// A region with its lines; `region` is null for the lines that name no region of the page.
struct RegionView {
  const Region* region = nullptr;
  std::vector<LineView> lines;
};

// Every region once, in order, also those without lines; lines without a region come last.
std::vector<RegionView> regions_with_lines(const Page& page);

// The span cut down to the text of one line, counted from the line's begin; empty when they do not
// meet.
TextSpan part_within(const LineView& line, TextSpan span);

// Calls, for each region in order: begin_region(region), then for each of its lines
// begin_line(line), glyph(line, glyph)…, end_line(line), and at last end_region(region).
template <class Visitor>
void visit_page(const Page& page, Visitor& visitor) {
  for (const RegionView& region : regions_with_lines(page)) {
    visitor.begin_region(region);
    for (const LineView& line : region.lines) {
      visitor.begin_line(line);
      for (const Glyph* glyph : line.glyphs) visitor.glyph(line, *glyph);
      visitor.end_line(line);
    }
    visitor.end_region(region);
  }
}

}  // namespace wenlan
