// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of many short blocks, as newspapers are: blocks by white space, columns inside each.
#pragma once

#include <span>

#include "engine/segment/lay_out_block.h"

namespace wenlan {

// Many lines, short ones, in very different sizes.
bool is_newsprint(std::span<const UprightLine> lines);

// Blocks are read from the top and from the right; BlockLine::band numbers them. Headlines that
// run along several blocks come before these. There are no small notes. Never fails.
Block lay_out_newsprint(std::span<const UprightLine> lines);

}  // namespace wenlan
