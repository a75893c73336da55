// SPDX-License-Identifier: GPL-3.0-or-later
// Head notes 眉批: short columns in the upper margin, above the frame of the text.
#pragma once

#include <span>
#include <vector>

#include "engine/segment/found_line.h"
#include "engine/segment/registers.h"

namespace wenlan {

// For each line, whether it stands above the top of the frame: the lowest rule across the page that
// hardly a line crosses and that has nearly all the writing below it; a rule seen in pieces only
// where most columns begin right below it. Characters as wide as the text that stand right above a
// column are raised 抬頭, and text. A rule with more writing above it parts registers.
// Without such a rule: several lines that end well above the columns, none of them right above one,
// as the heads of columns that are raised 抬頭 do; much narrower than the text, or a little
// narrower, two in the width of a column, with white across the page between them and the text.
std::vector<bool> find_head_notes(std::span<const UprightLine> lines,
                                  std::span<const HorizontalRule> rules);

}  // namespace wenlan
