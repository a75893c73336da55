// SPDX-License-Identifier: GPL-3.0-or-later
// Lines found as one where a column changes between characters of the text and double rows of small
// ones every few characters (column_cells.h): scriptures with charms, sound glosses 音釋.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/segment/found_line.h"
#include "engine/segment/lay_out_block.h"
#include "engine/segment/ruling_lines.h"
#include "engine/segment/straighten.h"

namespace wenlan {

// `strips` are the lines straightened, `block` how they were laid out. All lines of a column that
// holds lines as wide as the text are replaced by its runs. Nothing where the block holds too few
// double rows inside such lines to be writing of this kind.
std::optional<std::vector<FoundLine>> part_mixed_columns(const std::vector<FoundLine>& lines,
                                                         std::span<const UprightLine> strips,
                                                         const Block& block,
                                                         const InkPicture& ink,
                                                         const Straightening& straightening);

}  // namespace wenlan
