// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/head_notes.h"

#include <algorithm>

namespace wenlan {
namespace {

constexpr double kFrameCoverage = .6;  // of the width of the text
constexpr double kLongLine = .5;       // of the longest: lines that show where the text begins
constexpr double kBeginThere = .6;     // share of those that begin at a worn frame
constexpr double kNearFrame = 1;       // widths of the line below it
constexpr double kMostAbove = .2;      // of the length of all lines
constexpr double kMostCrossing = .1;   // of the length of all lines
constexpr double kMayReachIn = .3;     // of its own width, past the rule

bool is_above(const UprightLine& line, double y) {
  return line.bottom <= y + kMayReachIn * line.width;
}
bool is_below(const UprightLine& line, double y) {
  return line.top >= y - kMayReachIn * line.width;
}

// Hardly a line crosses it, and nearly all the writing is below.
bool is_top_of_frame(std::span<const UprightLine> lines, double y) {
  double above = 0, below = 0, crossing = 0;
  for (const auto& line : lines)
    (is_above(line, y) ? above : is_below(line, y) ? below : crossing) += line.height();
  const double all = above + below + crossing;
  return above <= kMostAbove * all && crossing <= kMostCrossing * all;
}

// A worn frame is told by the columns that begin right below it.
bool columns_begin_at(std::span<const UprightLine> lines, double y) {
  double longest = 0;
  for (const auto& line : lines) longest = std::max(longest, line.height());
  std::size_t all = 0, there = 0;
  for (const auto& line : lines) {
    if (line.height() < kLongLine * longest) continue;
    ++all;
    if (is_below(line, y) && line.top < y + kNearFrame * line.width) ++there;
  }
  return static_cast<double>(there) >= kBeginThere * static_cast<double>(all);
}

}  // namespace

std::vector<bool> find_head_notes(std::span<const UprightLine> lines,
                                  std::span<const HorizontalRule> rules) {
  std::vector<bool> above(lines.size(), false);
  // The lowest that will do: the paper's own edge lies higher.
  for (const HorizontalRule& rule : rules) {
    if (rule.coverage < kFrameCoverage && !columns_begin_at(lines, rule.y)) continue;
    if (!is_top_of_frame(lines, rule.y)) continue;
    for (std::size_t i = 0; i < lines.size(); ++i) above[i] = is_above(lines[i], rule.y);
  }
  return above;
}

}  // namespace wenlan
