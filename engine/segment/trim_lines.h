// SPDX-License-Identifier: GPL-3.0-or-later
// Lines held against the ink: what shines through from the other side and specks are no writing.
#pragma once

#include <vector>

#include "engine/segment/found_line.h"
#include "engine/segment/ruling_lines.h"

namespace wenlan {

// Cuts off long ends of lines that hold no ink as dark as the page's own, and marks lines that
// hold none at all as doubtful. Pages of faint writing throughout stay as they are.
void trim_lines(const InkPicture& picture, double pitch, std::vector<FoundLine>& lines);

}  // namespace wenlan
