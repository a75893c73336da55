// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/head_notes.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "engine/segment/pitch.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr double kFrameCoverage = .6;  // of the width of the text
constexpr double kLongLine = .5;       // of the longest: lines that show where the text begins
constexpr double kBeginThere = .6;     // share of those that begin at a worn frame
constexpr double kNearFrame = 1;       // widths of the line below it
constexpr double kMostAbove = .2;      // of the length of all lines
constexpr double kMostCrossing = .1;   // of the length of all lines
constexpr double kMayReachIn = .3;     // of its own width, past the rule

// Without a rule; in widths of the text but for the shares.
constexpr double kNarrow = .75;
constexpr double kClearOfText = .5;    // from the foot of a note to where the columns begin
constexpr double kClearOfColumn = .7;  // of its own width, to what stands below it
constexpr double kRaised = .35;        // the same, of a character raised over the frame
constexpr double kBelow = .6;          // aside: what stands below it
constexpr double kFrameMargin = 3;     // from the frame to where most columns begin
constexpr std::size_t kFewestNotes = 2, kFewestColumns = 4;
constexpr double kLeastWriting = 4;  // widths of a note, all notes together

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

// Where most of the long columns begin; empty when there are too few to tell.
std::optional<double> top_of_text(std::span<const UprightLine> lines, double width) {
  double longest = 0;
  for (const auto& line : lines) longest = std::max(longest, line.height());
  std::vector<double> tops;
  for (const auto& line : lines)
    if (line.width >= kNarrow * width && line.height() >= kLongLine * longest)
      tops.push_back(line.top);
  if (tops.size() < kFewestColumns) return std::nullopt;
  return median(std::move(tops));
}

// A line follows below, nearer than `clear` of its own width.
bool heads_a_column(const UprightLine& line,
                    std::span<const UprightLine> lines,
                    double width,
                    double clear) {
  return std::any_of(lines.begin(), lines.end(), [&](const UprightLine& below) {
    return below.middle() > line.bottom && std::abs(below.center - line.center) < kBelow * width &&
           below.top < line.bottom + clear * line.width;
  });
}

// The first characters of a column 抬頭, cut off from it by the frame that they stand above.
bool is_raised(const UprightLine& line, std::span<const UprightLine> lines, double width) {
  return line.width >= kNarrow * width && heads_a_column(line, lines, width, kRaised);
}

// Several narrow lines that stand clear of the columns.
std::vector<bool> find_without_rule(std::span<const UprightLine> lines) {
  const std::vector<bool> none(lines.size(), false);
  const double width = main_width(lines);
  const auto top = top_of_text(lines, width);
  if (!top) return none;
  std::vector<bool> above = none;
  std::vector<double> widths;
  std::vector<UprightLine> text;
  double length = 0, all = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& line = lines[i];
    all += line.height();
    if (line.bottom > *top - kClearOfText * width) {
      text.push_back(line);
      continue;
    }
    if (line.width > kNarrow * width) return none;  // text stands there too
    above[i] = true;
    widths.push_back(line.width);
    length += line.height();
  }
  const bool are_notes = widths.size() >= kFewestNotes && length <= kMostAbove * all &&
                         length >= kLeastWriting * median(std::move(widths));
  if (!are_notes) return none;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (above[i] && heads_a_column(lines[i], text, width, kClearOfColumn)) return none;
  return above;
}

// A rule far above the columns is the edge of the paper.
bool begins_near(std::span<const UprightLine> lines, double y, double width) {
  const auto top = top_of_text(lines, width);
  return !top || *top < y + kFrameMargin * width;
}

}  // namespace

std::vector<bool> find_head_notes(std::span<const UprightLine> lines,
                                  std::span<const HorizontalRule> rules) {
  std::vector<bool> above(lines.size(), false);
  const double width = main_width(lines);
  bool has_frame = false;
  // The lowest that will do: the paper's own edge lies higher.
  for (const HorizontalRule& rule : rules) {
    if (rule.coverage < kFrameCoverage && !columns_begin_at(lines, rule.y)) continue;
    if (!is_top_of_frame(lines, rule.y)) continue;
    has_frame = has_frame || begins_near(lines, rule.y, width);
    for (std::size_t i = 0; i < lines.size(); ++i)
      above[i] = is_above(lines[i], rule.y) && !is_raised(lines[i], lines, width);
  }
  const bool any_above = std::find(above.begin(), above.end(), true) != above.end();
  return has_frame || any_above ? above : find_without_rule(lines);
}

}  // namespace wenlan
