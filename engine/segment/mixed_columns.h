// SPDX-License-Identifier: GPL-3.0-or-later
// Lines found as one where a column changes between characters of the text and double rows of small
// ones every few characters (column_cells.h): scriptures with charms, sound glosses 音釋.
#pragma once

#include <span>
#include <vector>

#include "engine/segment/found_line.h"
#include "engine/segment/lay_out_block.h"
#include "engine/segment/ruling_lines.h"
#include "engine/segment/straighten.h"

namespace wenlan {

// What columns are when cut into cells.
struct MixedColumns {
  std::vector<FoundLine> lines;  // those given, the ones of columns that hold text by their runs
  int double_rows = 0;           // inside lines as wide as the text
  double share = 0;              // of the length of these lines: double rows
  double misfit = 0;             // cost of the cells for each pitch of the columns

  // Worth a closer look.
  bool may_be_mixed() const;
  // Writing of this kind: double rows enough, and cells that fit.
  bool is_mixed() const;
  // The same, beyond doubt, whatever else the page may look like: half of it is notes.
  bool is_glosses() const;
};

// `strips` are the lines straightened, `block` how they were laid out. All lines of a column that
// holds lines as wide as the text are replaced by its runs.
MixedColumns part_mixed_columns(const std::vector<FoundLine>& lines,
                                std::span<const UprightLine> strips,
                                const Block& block,
                                const InkPicture& ink,
                                const Straightening& straightening);

}  // namespace wenlan
