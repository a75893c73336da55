// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/join_lines.h"

#include <algorithm>
#include <cmath>

namespace wenlan {
namespace {

constexpr double kGap = .9;     // pitches between the ends
constexpr double kAside = .22;  // pitches between the centers
constexpr double kWidthRatio = 1.65;

bool same_row(const BlockLine& a, const BlockLine& b) {
  return a.column == b.column && a.note_segment == b.note_segment && a.half == b.half;
}

bool close_below(const UprightLine& above, const UprightLine& below, double pitch) {
  const double ratio = above.width / std::max(1., below.width);
  return below.top - above.bottom < kGap * pitch && below.middle() > above.middle() &&
         std::abs(above.center - below.center) < kAside * pitch && ratio < kWidthRatio &&
         ratio > 1 / kWidthRatio;
}

void append(FoundLine& line, const FoundLine& more) {
  const double length = line.height() + more.height();
  line.confidence = static_cast<float>(
      (line.confidence * line.height() + more.confidence * more.height()) / std::max(1., length));
  const double bottom = line.bottom();
  for (const auto& slice : more.slices)
    if (slice.y > bottom) line.slices.push_back(slice);
}

UprightLine joined(const UprightLine& a, const UprightLine& b) {
  const double share = a.height() / std::max(1., a.height() + b.height());
  return {std::min(a.top, b.top),
          std::max(a.bottom, b.bottom),
          a.center * share + b.center * (1 - share),
          a.width * share + b.width * (1 - share),
          a.doubtful && b.doubtful,
          a.kind == b.kind ? a.kind : std::nullopt};
}

}  // namespace

Block join_lines(const Block& block,
                 std::vector<FoundLine>& lines,
                 std::vector<UprightLine>& strips) {
  Block answer = block;
  answer.lines.clear();
  std::vector<FoundLine> new_lines;
  std::vector<UprightLine> new_strips;
  for (const auto& placed : block.lines) {
    const auto& strip = strips[placed.line];
    if (!answer.lines.empty() && same_row(answer.lines.back(), placed) &&
        close_below(new_strips.back(), strip, block.grid.pitch)) {
      append(new_lines.back(), lines[placed.line]);
      new_strips.back() = joined(new_strips.back(), strip);
      continue;
    }
    answer.lines.push_back(placed);
    answer.lines.back().line = new_lines.size();
    new_lines.push_back(lines[placed.line]);
    new_strips.push_back(strip);
  }
  for (auto& column : answer.columns) column.lines.clear();
  for (const auto& placed : answer.lines)
    answer.columns[placed.column].lines.push_back(placed.line);
  lines = std::move(new_lines);
  strips = std::move(new_strips);
  return answer;
}

}  // namespace wenlan
