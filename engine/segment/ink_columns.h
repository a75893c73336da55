// SPDX-License-Identifier: GPL-3.0-or-later
// Columns told by the ink alone, where the line detector is of no help: lanes stay white between
// them, evenly, from the top of a register to its bottom.
#pragma once

#include <optional>
#include <vector>

#include "engine/page/geometry.h"
#include "engine/segment/found_line.h"
#include "engine/segment/ruling_lines.h"
#include "engine/segment/straighten.h"

namespace wenlan {

struct InkColumns {
  double pitch = 0;              // pixels of the page
  double lane_ink = 0;           // of the lanes, over that of as much of the columns; 0 is white
  std::vector<FoundLine> lines;  // a line for each column of each register
};

// Looks within `text` for columns of an even pitch. Registers are stretches of ink with white of
// half a pitch between them; what is lower than two pitches is none. Empty where no pitch leaves
// its lanes nearly white, or the middles of its columns are white too, as those of a pitch twice
// too wide. Rules are no ink. Throws cv::Exception only.
std::optional<InkColumns> find_ink_columns(const InkPicture& ink,
                                           const Straightening& straightening,
                                           const Box<CleanSpace>& text);

}  // namespace wenlan
