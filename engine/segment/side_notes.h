// SPDX-License-Identifier: GPL-3.0-or-later
// Remarks in black 旁批, written small between two columns of the text.
#pragma once

#include <span>
#include <vector>

#include "engine/segment/found_line.h"

namespace wenlan {

// For each line, whether it is such a remark: much narrower than the text, halfway between two of
// its columns of which one at least has text there. Halves of small notes stand
// within a column, where the text pauses; columns of small characters have a place of their own.
std::vector<bool> find_side_notes(std::span<const UprightLine> lines);

}  // namespace wenlan
