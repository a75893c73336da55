// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the rows of a vertical page, headlines and mastheads, run from the left or from the
// right.
#pragma once

#include <vector>

#include "engine/page/layout.h"
#include "engine/recognise/assemble_transcript.h"

namespace wenlan {

// The direction is that in which more pairs of neighbouring characters are found in the columns of
// the page or are common words of a date line: each row speaks for itself where it says enough,
// else all rows of the page together, else they stay as they are. What runs the other way than
// the layout has it is turned in `readings`, which go with the lines; pieces of one row that are
// turned change places. Pages without columns stay as they are. Never fails.
void settle_row_directions(Layout& layout, std::vector<LineReading>& readings);

}  // namespace wenlan
