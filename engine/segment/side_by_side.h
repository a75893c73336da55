// SPDX-License-Identifier: GPL-3.0-or-later
// Double rows found as one: two half columns side by side, of a character or a few, that the line
// detector takes for one wide line, or for a row across the page.
#pragma once

#include <vector>

#include "engine/segment/found_line.h"
#include "engine/segment/line_detector.h"
#include "engine/segment/ruling_lines.h"
#include "engine/segment/straighten.h"

namespace wenlan {

struct SideBySide {
  std::vector<FoundLine> lines;
  std::vector<DetectedLine> rows;
};

// Parts what fills a column and has a bare lane down its middle, ink to either side of it: lines
// much wider than `text_width`, and rows too flat for a single character, which become lines. All
// else stays. `pitch` and `text_width` in pixels of the page.
SideBySide part_side_by_side(SideBySide found,
                             const InkPicture& ink,
                             const Straightening& straightening,
                             double pitch,
                             double text_width);

}  // namespace wenlan
