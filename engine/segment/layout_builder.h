// SPDX-License-Identifier: GPL-3.0-or-later
// Regions and lines collected in reading order, numbered, and put on the scan.
#pragma once

#include <optional>
#include <vector>

#include "engine/page/layout.h"
#include "engine/page/placement.h"
#include "engine/segment/layout_trace.h"

namespace wenlan {

// A line before it has a name; the outline is on the clean page.
struct DraftLine {
  Polygon<CleanSpace> outline;
  Stream stream = Stream::main;
  WritingMode mode = WritingMode::vertical_rl;
  int column = 0;                   // any number that lines of one column of a region share
  std::optional<int> note_segment;  // any number that lines of one note of a region share
  std::optional<NoteHalf> half;
  float confidence = 1;
  Ink ink = Ink::black;
};

// A mark 圈點 before it has a name and a line.
struct DraftMark {
  Box<CleanSpace> box;
  MarkKind kind = MarkKind::circle;
  Ink ink = Ink::black;
};

class LayoutBuilder {
 public:
  explicit LayoutBuilder(const Placement& placement) : placement_(placement) {}

  // A region with these lines, in reading order; nothing for no lines. Its outline is the box
  // around them. `pitch`: from column to column on the clean page; 0 where it is not known.
  void add_region(RegionKind kind,
                  WritingMode mode,
                  const std::vector<DraftLine>& lines,
                  double pitch = 0);

  // A region that holds no lines: a seal, a picture.
  void add_figure(RegionKind kind, const Polygon<CleanSpace>& outline, float confidence);

  // How many lines there are so far: the number of the next.
  std::size_t count_lines() const { return layout_.lines.size(); }
  // Between lines by their numbers.
  void add_link(LinkKind kind, std::size_t from, std::size_t to);

  // Marks wait for all lines: place_marks.h.
  void add_marks(const std::vector<DraftMark>& marks) {
    marks_.insert(marks_.end(), marks.begin(), marks.end());
  }
  const std::vector<DraftMark>& marks() const { return marks_; }

  Layout take(PageKind kind);

  // What else was seen; whoever lays out adds to it.
  LayoutTrace& trace() { return trace_; }

 private:
  const Placement& placement_;
  Layout layout_;
  LayoutTrace trace_;
  std::vector<DraftMark> marks_;
  int next_column_ = 0;
  int next_segment_ = 0;
};

}  // namespace wenlan
