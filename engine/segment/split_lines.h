// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts lines in which the detector ran a row of a note and the main text together.
#pragma once

#include <vector>

#include "engine/segment/found_line.h"
#include "engine/segment/ruling_lines.h"
#include "engine/segment/straighten.h"

namespace wenlan {

// The same lines, those cut in two (or more) that step aside and change their width at one height:
// half a column above, a whole one below, or the other way. The cut is between two characters.
// `pitch` in pixels of the page.
std::vector<FoundLine> split_lines(const std::vector<FoundLine>& lines,
                                   const Straightening& straightening,
                                   const InkPicture& ink,
                                   double pitch);

}  // namespace wenlan
