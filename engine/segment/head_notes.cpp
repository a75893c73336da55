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
// Of notes nearly as wide as the text.
constexpr double kHardlyNarrow = .92;    // most of them
constexpr double kWhiteBelow = .6;       // from all of them to all of the text
constexpr double kNearTop = .5;          // columns that begin together
constexpr double kTwoInAColumn = .7;     // of the step from column to column
constexpr double kBesideEachOther = .5;  // of the height

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

// What stands above the columns of a text without a frame, and these.
struct UpperMargin {
  std::vector<bool> above;
  std::vector<UprightLine> notes, text;
};

UpperMargin part_at(std::span<const UprightLine> lines, double foot) {
  UpperMargin margin;
  for (const auto& line : lines) {
    margin.above.push_back(line.bottom <= foot);
    (margin.above.back() ? margin.notes : margin.text).push_back(line);
  }
  return margin;
}

// Much narrower than the text, all of them.
bool are_narrow(std::span<const UprightLine> notes, double width) {
  return std::none_of(notes.begin(), notes.end(), [&](const UprightLine& note) {
    return note.width > kNarrow * width;
  });
}

// Nearer to each other than the columns of the text, side by side.
bool two_in_a_column(std::span<const UprightLine> notes, double pitch) {
  for (std::size_t i = 0; i < notes.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (std::abs(notes[i].center - notes[j].center) < kTwoInAColumn * pitch &&
          overlap_along(notes[i], notes[j]) > kBesideEachOther * notes[i].height())
        return true;
  return false;
}

// The usual step from one long column to the next, those between half columns left out; 0 where
// there are too few.
double pitch_of(std::span<const UprightLine> text, double width) {
  double longest = 0;
  for (const auto& line : text) longest = std::max(longest, line.height());
  std::vector<double> centers, steps;
  for (const auto& line : text)
    if (line.height() >= kLongLine * longest) centers.push_back(line.center);
  std::sort(centers.begin(), centers.end());
  for (std::size_t i = 1; i < centers.size(); ++i)
    if (const double step = centers[i] - centers[i - 1]; step > width) steps.push_back(step);
  return steps.empty() ? 0 : median(std::move(steps));
}

// Outlines of small characters are nearly as wide as those of the text. What stands two in the
// width of a column, with white below it across the page where the columns begin, is no text.
bool stand_apart(const UpperMargin& margin, double width) {
  std::vector<double> widths;
  double foot = margin.notes.front().bottom, top = margin.text.front().top;
  for (const auto& note : margin.notes) {
    widths.push_back(note.width);
    foot = std::max(foot, note.bottom);
  }
  for (const auto& line : margin.text) top = std::min(top, line.top);
  const auto begin_there =
      std::count_if(margin.text.begin(), margin.text.end(), [&](const UprightLine& line) {
        return line.top < top + kNearTop * width;
      });
  return *std::max_element(widths.begin(), widths.end()) <= width &&
         median(std::move(widths)) <= kHardlyNarrow * width && top - foot >= kWhiteBelow * width &&
         static_cast<std::size_t>(begin_there) >= kFewestColumns &&
         two_in_a_column(margin.notes, pitch_of(margin.text, width));
}

// Several small lines that stand clear of the columns.
std::vector<bool> find_without_rule(std::span<const UprightLine> lines) {
  const std::vector<bool> none(lines.size(), false);
  const double width = main_width(lines);
  const auto top = top_of_text(lines, width);
  if (!top) return none;
  const UpperMargin margin = part_at(lines, *top - kClearOfText * width);
  if (margin.notes.size() < kFewestNotes || margin.text.empty()) return none;
  if (!are_narrow(margin.notes, width) && !stand_apart(margin, width)) return none;
  std::vector<double> widths;
  double length = 0, all = 0;
  for (const auto& line : lines) all += line.height();
  for (const auto& note : margin.notes) {
    widths.push_back(note.width);
    length += note.height();
    if (heads_a_column(note, margin.text, width, kClearOfColumn)) return none;
  }
  const bool are_notes =
      length <= kMostAbove * all && length >= kLeastWriting * median(std::move(widths));
  return are_notes ? margin.above : none;
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
