// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the rows of a vertical page, headlines and mastheads, run from the left or from the
// right.
#pragma once

#include <vector>

#include "engine/page/layout.h"
#include "engine/recognise/assemble_transcript.h"

namespace wenlan {

// The direction is that in which more pairs of neighbouring characters are found in the columns of
// the page, are common words of a date line or stand together in old texts, and in which the parts
// of a date follow each other (direction_signs.h). Rows of one block speak together, each other row
// for itself where it says enough; else the sure one most like it in height does, or the nearest
// sure one where all are much smaller or larger, else all of the page; else it stays as it is. What
// runs the other way than the layout has it is turned in `readings`, which go with the lines;
// pieces of one row that are turned change place. Pages without columns stay as they are. Never
// fails.
void settle_row_directions(Layout& layout, std::vector<LineReading>& readings);

}  // namespace wenlan
