// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of one row of writing, found apart, made one line.
#pragma once

#include <vector>

#include "engine/segment/found_line.h"
#include "engine/segment/lay_out_block.h"

namespace wenlan {

// Joins neighbours in the reading order of `block` that stand in one column and stream, close
// below one another. Returns the block of the joined lines; `lines` becomes them, `strips` too.
Block join_lines(const Block& block,
                 std::vector<FoundLine>& lines,
                 std::vector<UprightLine>& strips);

}  // namespace wenlan
