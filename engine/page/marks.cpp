// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/page/marks.h"

#include <algorithm>
#include <cmath>

namespace wenlan {
namespace {

// Where along a character its mark is expected, share of its length: beside its middle, or at its
// end where the mark parts it from the next.
constexpr float kExpectedAt = .65F;

float distance_along(const Box<ScanSpace>& mark, const Box<ScanSpace>& glyph, WritingMode mode) {
  const auto at = mark.center();
  switch (mode) {
    case WritingMode::horizontal_ltr:
      return std::abs(at.x - (glyph.x + kExpectedAt * glyph.width));
    case WritingMode::horizontal_rtl:
      return std::abs(at.x - (glyph.right() - kExpectedAt * glyph.width));
    default:
      return std::abs(at.y - (glyph.y + kExpectedAt * glyph.height));
  }
}

}  // namespace

std::optional<std::size_t> glyph_beside(const Page& page, const Mark& mark) {
  const auto& lines = page.layout.lines;
  const auto line = std::find_if(
      lines.begin(), lines.end(), [&](const Line& known) { return known.id == mark.line; });
  if (mark.line.empty() || line == lines.end()) return std::nullopt;
  const auto number = static_cast<std::size_t>(line - lines.begin());
  std::optional<std::size_t> nearest;
  float least = 0;
  for (std::size_t i = 0; i < page.transcript.glyphs.size(); ++i) {
    const Glyph& glyph = page.transcript.glyphs[i];
    if (glyph.line != number) continue;
    const float distance = distance_along(mark.box, glyph.box, line->mode);
    if (nearest && distance >= least) continue;
    nearest = i;
    least = distance;
  }
  return nearest;
}

}  // namespace wenlan
