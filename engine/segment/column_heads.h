// SPDX-License-Identifier: GPL-3.0-or-later
// Labels set in a row over one column: the generation 十四世 over a name in a genealogy.
#pragma once

#include <span>
#include <vector>

#include "engine/segment/found_line.h"
#include "engine/segment/line_detector.h"
#include "engine/segment/ruling_lines.h"

namespace wenlan {

// Looks over columns that begin higher than those beside them, in the ink of a page without rules:
// a few characters side by side, lower than the text and wider together than its columns. What
// lines and rows hold of a label is taken from them. The labels stand in no particular order.
std::vector<FoundLine> take_column_heads(const InkPicture& picture,
                                         double text_width,
                                         std::vector<FoundLine>& lines,
                                         std::vector<DetectedLine>& rows);

// Those that stand right over the line, by their indices.
std::vector<std::size_t> heads_over(const UprightLine& line,
                                    std::span<const UprightLine> heads,
                                    double text_width);

}  // namespace wenlan
