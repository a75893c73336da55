// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/page/page.h"

namespace wenlan {
namespace {

bool overlap(TextSpan a, TextSpan b) {
  return a.begin < b.end() && b.begin < a.end();
}

}  // namespace

std::vector<Box<ScanSpace>> boxes_of(const Page& page, TextSpan span) {
  std::vector<Box<ScanSpace>> boxes(page.layout.lines.size());
  for (const Glyph& glyph : page.transcript.glyphs)
    if (overlap(glyph.span, span)) boxes[glyph.line] = united(boxes[glyph.line], glyph.box);
  for (std::size_t line = 0; line < page.transcript.lines.size(); ++line)
    if (boxes[line].empty() && overlap(page.transcript.lines[line].span, span))
      boxes[line] = bounding_box(page.layout.lines[line].outline);
  std::erase_if(boxes, [](const auto& box) { return box.empty(); });
  return boxes;
}

}  // namespace wenlan
