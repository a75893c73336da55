// SPDX-License-Identifier: GPL-3.0-or-later
// Single and double rows inside one column: which lines are small notes 雙行小注, and their order.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/page/layout.h"
#include "engine/segment/columns.h"
#include "engine/segment/found_line.h"

namespace wenlan {

// A line in its place in the reading order of a column.
struct PlacedLine {
  std::size_t line = 0;             // index of the lines given
  std::optional<int> note_segment;  // notes only: numbered from 0 in the column
  std::optional<NoteHalf> half;     // notes only
};

// The lines of one column as they are read: top to bottom; in a note the whole right half, then
// the left. `notes_expected` false: the page shows no sign of notes, all is main text.
std::vector<PlacedLine> read_column(std::span<const UprightLine> lines,
                                    const Column& column,
                                    const Grid& grid,
                                    bool notes_expected);

// Do any two lines of one column stand side by side?
bool has_double_rows(std::span<const UprightLine> lines,
                     std::span<const Column> columns,
                     const Grid& grid);

}  // namespace wenlan
