// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/visit_page.h"

#include <algorithm>
#include <map>

namespace wenlan {
namespace {

LineView view_of(const Page& page, std::size_t index) {
  const Transcript& transcript = page.transcript;
  LineView view{.line = &page.layout.lines[index], .index = index};
  if (index >= transcript.lines.size()) return view;
  const LineText& text = transcript.lines[index];
  view.has_text = true;
  view.span = text.span;
  view.confidence = text.confidence;
  if (text.span.begin <= transcript.text.size()) view.text = text_of(transcript.text, text.span);
  return view;
}

}  // namespace

std::vector<RegionView> regions_with_lines(const Page& page) {
  std::vector<RegionView> views;
  std::map<std::string_view, std::size_t> place_of;
  for (const Region& region : page.layout.regions) {
    place_of.emplace(region.id, views.size());
    views.push_back({.region = &region});
  }
  std::vector<std::vector<const Glyph*>> glyphs(page.layout.lines.size());
  for (const Glyph& glyph : page.transcript.glyphs)
    if (glyph.line < glyphs.size()) glyphs[glyph.line].push_back(&glyph);
  RegionView without_region;
  for (std::size_t i = 0; i < page.layout.lines.size(); ++i) {
    LineView line = view_of(page, i);
    line.glyphs = std::move(glyphs[i]);
    const auto found = place_of.find(line.line->region);
    (found == place_of.end() ? without_region : views[found->second])
        .lines.push_back(std::move(line));
  }
  if (!without_region.lines.empty()) views.push_back(std::move(without_region));
  return views;
}

TextSpan part_within(const LineView& line, TextSpan span) {
  const std::uint32_t begin = std::max(span.begin, line.span.begin);
  const std::uint32_t end = std::min(span.end(), line.span.end());
  if (begin >= end) return {};
  return {begin - line.span.begin, end - begin};
}

}  // namespace wenlan
