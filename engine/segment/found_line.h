// SPDX-License-Identifier: GPL-3.0-or-later
// A line as it was found, cut across into slices, and the upright strip it becomes.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "engine/page/geometry.h"
#include "engine/segment/writing_kind.h"

namespace wenlan {

// Where a line begins and ends across at one height; pixels of CleanSpace.
struct Slice {
  double y, left, right;
  double center() const { return (left + right) / 2; }
};

// Along a vertical line from top to bottom. Lines of horizontal pages come with x and y exchanged.
struct FoundLine {
  std::vector<Slice> slices;        // top to bottom, at least two
  float confidence = 1;             // 0..1, that this is writing
  bool faint = false;               // hardly any of its ink is as dark as the page's
  std::optional<WritingKind> kind;  // where the detector tells kinds apart

  double top() const { return slices.front().y; }
  double bottom() const { return slices.back().y; }
  double height() const { return bottom() - top(); }
};

// The line in the straightened frame (straighten.h): a rectangle.
struct UprightLine {
  double top, bottom, center, width;
  bool doubtful = false;            // may be no writing: not to decide what others are
  std::optional<WritingKind> kind;  // where the detector tells kinds apart

  double height() const { return bottom - top; }
  double middle() const { return (top + bottom) / 2; }
  // To weigh against the border between half lines and whole ones: what the detector says counts
  // as a quarter of the width.
  double width_as_seen() const {
    if (kind == WritingKind::note) return width / 1.25;
    return kind == WritingKind::text ? width * 1.25 : width;
  }
  double left() const { return center - width / 2; }
  double right() const { return center + width / 2; }
};

// Length that both share along the columns; negative is the gap between them.
double overlap_along(const UprightLine& a, const UprightLine& b);

// Cuts an outline across. Empty slices when it has no height.
FoundLine cut_across(const Polygon<CleanSpace>& outline, float confidence);

// The outline again, clockwise from the top left.
Polygon<CleanSpace> outline_of(const FoundLine& line);

// The parts above and below `y`, both with a slice at `y`; the second empty, and the first the
// whole line, where one of them would have none.
std::pair<FoundLine, FoundLine> cut_at(const FoundLine& line, double y);

// Of the width over all slices.
double median_width(const FoundLine& line);

}  // namespace wenlan
